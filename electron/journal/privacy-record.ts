import { requestIdSchema, requestStateSchema } from '@shared/features/privacy'
import { orderReferenceSchema, profileIdSchema } from '@shared/kernel/ids'
import { z } from 'zod'

/** A request to be forgotten as it is kept beside the journal. `document` is the feature's own. */
export const privacyRecordSchema = z.object({
  id: requestIdSchema,
  /** Milliseconds since 1970 UTC. */
  created: z.number().int(),
  profile: profileIdSchema,
  state: requestStateSchema,
  document: z.json(),
})
export type PrivacyRecord = z.infer<typeof privacyRecordSchema>

/** Whose an order is: another profile that works as the same account means the same order by its reference. */
export const orderOwnerSchema = z.object({
  profile: profileIdSchema,
  /** Fingerprint of where and as whom the profile works; absent where it is not known. */
  account: z.string().optional(),
})
export type OrderOwner = z.infer<typeof orderOwnerSchema>

/**
 * Whether something that was made with a profile is of that owner. Its profile may have been given other credentials since;
 * of what has no account noted, one too many costs less than one that nobody is told of.
 */
export const isOwner = ({ profile, account }: OrderOwner, made: OrderOwner): boolean =>
  made.profile === profile || made.account === undefined || made.account === account

/** A file outside that holds what was printed of an order, such as its voucher, or many orders. */
export const madeFileSchema = orderOwnerSchema.extend({
  /** Full path. */
  path: z.string().min(1),
  /** Absent: a list, of which orders is not remembered. */
  order: orderReferenceSchema.optional(),
  /** Milliseconds since 1970 UTC. */
  at: z.number().int(),
})
export type MadeFile = z.infer<typeof madeFileSchema>
export type MadeList = Pick<MadeFile, 'path' | 'at'>

/** HMAC-SHA-256 in hex of what a person was found by. */
export const digestSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** Where requests to be forgotten are kept. Methods throw a StoreError when the store cannot answer. */
export interface PrivacyStore {
  /** Writes a request as it stands now. */
  put(record: PrivacyRecord): Promise<void>
  /** Writes a request that has ended, and by what digests it is known from now on; both or none. */
  end(record: PrivacyRecord, digests: readonly string[]): Promise<void>
  get(id: string): Promise<PrivacyRecord | undefined>
  /** All requests that were made with a profile, or with any as its account, newest first. */
  list(owner: OrderOwner): Promise<readonly PrivacyRecord[]>
  /** Requests of all profiles that are neither completed nor withdrawn. */
  unended(): Promise<readonly PrivacyRecord[]>
  /** How many requests there are of all profiles that were made from then on; `created` in milliseconds since 1970 UTC. */
  countSince(created: number): Promise<number>
  /** The highest number that a request of any profile was given in a year; 0 without one. */
  lastNumber(year: string): Promise<number>
  /** Those of them that ended with one of these digests. */
  erased(owner: OrderOwner, digests: readonly string[]): Promise<readonly PrivacyRecord[]>
  /** Remembers a list, or a file that was made of an order by itself. A batch knows its own. */
  noteFile(file: MadeFile): Promise<void>
  /** It is not there any more. */
  forgetFile(path: string): Promise<void>
  /** Full paths of the files that were made of these orders of an account, until their payloads are purged. */
  files(owner: OrderOwner, orders: readonly string[]): Promise<readonly string[]>
  /** Lists that were made as an account, the latest first. They may have been moved or deleted since. */
  lists(owner: OrderOwner): Promise<readonly MadeList[]>
}
