import {
  batchReasonSchema,
  batchStateSchema,
  type LineState,
  lineStateSchema,
} from '@shared/features/batches'
import { operationIdSchema, profileIdSchema } from '@shared/kernel/ids'
import { z } from 'zod'
import type { Entry } from './entry'

/** Milliseconds since 1970 UTC. */
const moment = z.number().int()

/** A batch as it is kept beside the journal. `detail` is the feature's own: what is done, and what was confirmed. */
export const batchRecordSchema = z.object({
  id: operationIdSchema,
  profile: profileIdSchema,
  /** Fingerprint of the account that it is for. */
  account: z.string().optional(),
  who: z.string(),
  createdAt: moment,
  /** Since when it stands as it does. */
  since: moment,
  state: batchStateSchema,
  why: batchReasonSchema.optional(),
  /** The end of its undo window: nothing is sent before. */
  startsAt: moment,
  lines: z.number().int(),
  /** Its lines change nothing at the API, so that they are no operations; absent for a batch of operations. */
  work: z.literal('lines').optional(),
  detail: z.json(),
})
export type BatchRecord = z.infer<typeof batchRecordSchema>

/** A line as it is kept. `unsent`: some of it, or all, never became an operation, and `detail` says why. */
export const batchLineRecordSchema = z.object({
  line: z.number().int().positive(),
  unsent: z.boolean(),
  /** How it stands, and since when, where it is no operation. */
  state: lineStateSchema.optional(),
  at: moment.optional(),
  detail: z.json(),
})
export type BatchLineRecord = z.infer<typeof batchLineRecordSchema>

/** Lines of a batch by state. */
export type BatchTally = Readonly<Partial<Record<LineState, number>>>

/** A line with how it stands and its operations. */
export interface BatchLineView extends BatchLineRecord {
  readonly state: LineState
  readonly entries: readonly Entry[]
}

/** Lines in the order given; `total` of all that were asked for. */
export interface BatchLinePage {
  readonly lines: readonly BatchLineView[]
  readonly total: number
}

/** A batch that an earlier run of the program left, and when something last happened to it. */
export interface OpenBatch {
  readonly record: BatchRecord
  readonly activeAt: number
}

/** A line of an order, and the batch that it is of. */
export interface BatchLineOfOrder {
  readonly batch: BatchRecord
  readonly line: BatchLineRecord
}

/** A line that was never made out to be of an order: nothing was sent for it, and its reference is as somebody wrote it. */
export interface UnresolvedLine {
  readonly batch: string
  readonly line: number
  readonly reference: string
}

/** Where batches are kept. Methods throw a StoreError when the store cannot answer. */
export interface BatchStore {
  /** Writes a new batch down with its lines, all of it or nothing. */
  create(record: BatchRecord, lines: readonly BatchLineRecord[]): Promise<void>
  /** Writes how a batch stands now. */
  put(record: BatchRecord): Promise<void>
  /** Writes lines anew. */
  putLines(batch: string, lines: readonly BatchLineRecord[]): Promise<void>
  get(id: string): Promise<BatchRecord | undefined>
  /** The newest batches of a profile. */
  list(profile: string, limit: number): Promise<readonly BatchRecord[]>
  /** Batches of all profiles that have not ended, oldest first. */
  open(): Promise<readonly OpenBatch[]>
  tally(id: string): Promise<BatchTally>
  /** Numbers of the lines in these states, in order. */
  linesIn(id: string, states: readonly LineState[]): Promise<readonly number[]>
  lines(id: string, page: LinePage): Promise<BatchLinePage>
  /** Lines of an order in all batches, whatever profile they were made with, the oldest batch first. */
  linesOf(order: string): Promise<readonly BatchLineOfOrder[]>
  /** Lines of no order in all batches of all profiles. */
  unresolved(): Promise<readonly UnresolvedLine[]>
  /** Erases what somebody wrote in these lines. */
  eraseLines(lines: readonly Pick<UnresolvedLine, 'batch' | 'line'>[]): Promise<void>
}

/** Which lines of a batch are read: those in these states, of these numbers. */
export interface LinePage {
  readonly states?: readonly LineState[] | undefined
  readonly only?: readonly number[] | undefined
  readonly offset: number
  readonly limit: number
}
