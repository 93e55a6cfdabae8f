import { requestIdSchema, requestStateSchema } from '@shared/features/privacy'
import { profileIdSchema } from '@shared/kernel/ids'
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

/** HMAC-SHA-256 in hex of what a person was found by. */
export const digestSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** Where requests to be forgotten are kept. Methods throw a StoreError when the store cannot answer. */
export interface PrivacyStore {
  /** Writes a request as it stands now. */
  put(record: PrivacyRecord): Promise<void>
  /** Writes a request that has ended, and by what digests it is known from now on; both or none. */
  end(record: PrivacyRecord, digests: readonly string[]): Promise<void>
  get(id: string): Promise<PrivacyRecord | undefined>
  /** All requests of a profile, newest first. */
  list(profile: string): Promise<readonly PrivacyRecord[]>
  /** How many requests there are of all profiles that were made from then on; `created` in milliseconds since 1970 UTC. */
  countSince(created: number): Promise<number>
  /** Requests of a profile that ended with one of these digests. */
  erased(profile: string, digests: readonly string[]): Promise<readonly PrivacyRecord[]>
}
