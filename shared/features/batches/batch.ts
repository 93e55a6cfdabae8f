import { z } from 'zod'
import { operationIdSchema, orderReferenceSchema, profileIdSchema } from '../../kernel/ids'
import { effectDifferenceSchema, operationErrorSchema, operationStates } from '../operations'
import { orderChangeSchema } from '../orders'
import { batchActionSchema, runKindSchema } from './batch-action'
import { planTotalSchema } from './batch-plan'

/** Key of a batch: the operations of it in the journal carry it. */
export const batchIdSchema = operationIdSchema
export type BatchId = z.infer<typeof batchIdSchema>

/** Where a batch stands. */
export const batchStates = [
  /** Its lines are being written down; nothing is sent before all of them are. */
  'recording',
  'running',
  /** Nothing more is sent until a person says so; `why` says what paused it. */
  'paused',
  /** What had not been sent was taken back. */
  'stopped',
  /** Nothing is left to send. Open outcomes are still looked up. */
  'finished',
] as const
export const batchStateSchema = z.enum(batchStates)
export type BatchState = z.infer<typeof batchStateSchema>

/** What paused or ended a batch. */
export const batchReasons = [
  'by-hand',
  /** It was running when Gatehouse ended or the machine fell asleep, longer ago than it goes on by itself. */
  'restart',
  /** Gatehouse ended while it was being written down: nothing was sent. */
  'not-recorded',
  'offline',
  'signed-out',
  /** The profile may not change anything, or works with another account now. */
  'not-allowed',
  /** Several lines in a row ended without a clear answer. */
  'server',
  /** The folder that files are saved into is not there, has no room, or takes no files. */
  'folder-gone',
  'disk-full',
  'not-writable',
] as const
export const batchReasonSchema = z.enum(batchReasons)
export type BatchReason = z.infer<typeof batchReasonSchema>

/** Where a line stands: as its operations do, the least settled first. */
export const lineStates = [
  ...operationStates,
  /** Of several operations some are done and some are not. */
  'partly-done',
  /** It never became an operation: `why`. */
  'not-sent',
] as const
export const lineStateSchema = z.enum(lineStates)
export type LineState = z.infer<typeof lineStateSchema>

const moment = z.number().int()

export const batchSchema = z.object({
  id: batchIdSchema,
  profile: profileIdSchema,
  kind: runKindSchema,
  /** Absent once purged. */
  action: batchActionSchema.optional(),
  /** Name of the desk user who confirmed it. */
  who: z.string(),
  createdAt: moment,
  /** Since when it stands as it does. */
  since: moment,
  state: batchStateSchema,
  why: batchReasonSchema.optional(),
  lines: z.number().int(),
  /** Lines by state. */
  counts: z.partialRecord(lineStateSchema, z.number().int()),
  /** What was confirmed. */
  totals: z.array(planTotalSchema),
  /** Where its files are saved. */
  folder: z.string().optional(),
  /** The server asked to come later: nothing is sent before. */
  limitedUntil: moment.optional(),
  /** Before that it waits, so that it can still be stopped whole. */
  startsAt: moment.optional(),
  /** Operations a minute, over the last minute or since it went on; absent while that says nothing. */
  perMinute: z.number().optional(),
  /** At that rate, in milliseconds. */
  timeLeft: z.number().int().optional(),
})
export type Batch = z.infer<typeof batchSchema>

/** One line of a batch. */
export const batchLineSchema = z.object({
  line: z.number().int(),
  /** As given. */
  reference: z.string(),
  order: orderReferenceSchema.optional(),
  booking: z.string().optional(),
  /** What is changed is called so, where it is no order. */
  name: z.string().optional(),
  state: lineStateSchema,
  /** Its operations, in the order they are sent; none where it was not sent. */
  operations: z.array(operationIdSchema),
  /** Why it was not sent: a finding or a code. */
  why: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** Of the operation that keeps it from being done. */
  error: operationErrorSchema.optional(),
  currency: z.string().optional(),
  totalBefore: z.string().optional(),
  totalAfter: z.string().optional(),
  /** Refund rows that came with it, in the order's currency, where all of them say how much. */
  refunded: z.string().optional(),
  /** How it came back otherwise than was forecast, once that can be said. Amounts in `currency`. */
  differences: z.array(effectDifferenceSchema).optional(),
  /** Fields that it was to change, where it is about no order. */
  changes: z.array(orderChangeSchema).optional(),
  /** Names of the files that were saved for it. */
  files: z.array(z.string()).optional(),
  updatedAt: moment.optional(),
})
export type BatchLine = z.infer<typeof batchLineSchema>
