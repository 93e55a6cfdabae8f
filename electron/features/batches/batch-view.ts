import {
  type Batch,
  type BatchLine,
  batchActionSchema,
  planTotalSchema,
  runKindSchema,
} from '@shared/features/batches'
import { type Operation, operationErrorSchema } from '@shared/features/operations'
import { sumByCurrency } from '@shared/kernel/money'
import { z } from 'zod'
import type { BatchLineView, BatchProgress, BatchRecord, Entry } from '../../journal'
import { type Kinds, toOperation } from '../operations'

/** What is kept of a batch beside how it stands. */
export const batchDetailSchema = z.object({
  kind: runKindSchema,
  action: batchActionSchema.optional(),
  totals: z.array(planTotalSchema),
  /** Where its files are saved: full path, from a dialog of the system. */
  folder: z.string().optional(),
})
export type BatchDetail = z.infer<typeof batchDetailSchema>

/** What is kept of a line. */
export const lineDetailSchema = z.object({
  reference: z.string(),
  order: z.string().optional(),
  booking: z.string().optional(),
  payment: z.string().optional(),
  /** What is changed is called so, where it is no order. */
  name: z.string().optional(),
  why: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** Files to be saved, and under what name each was. */
  vouchers: z.array(z.object({ booking: z.string().optional(), savedAs: z.string().optional() })).optional(),
  /** What kept files from being saved. */
  error: operationErrorSchema.optional(),
})
export type LineDetail = z.infer<typeof lineDetailSchema>

/** A batch for the screen; `undefined` for one of a kind that this version does not know. */
export function toBatch(
  { detail, account: _, ...record }: BatchRecord,
  counts: Batch['counts'],
  progress: BatchProgress,
): Batch | undefined {
  const known = batchDetailSchema.safeParse(detail)
  if (!known.success) return undefined
  const { kind, action, totals, folder } = known.data
  const { id, profile, who, createdAt, since, state, why, lines, startsAt } = record
  return {
    ...{ id, profile, kind, who, createdAt, since, state, lines, counts, totals, startsAt },
    ...(action ? { action } : {}),
    ...(folder === undefined ? {} : { folder }),
    ...(why ? { why } : {}),
    ...progress,
  }
}

/**
 * A line for the screen and the export, with what its operations came to.
 * @param groupOf all operations of the command that one is part of: a forecast was made for them together
 */
export function toBatchLine(
  { line, detail, state, at, entries }: BatchLineView,
  kinds: Kinds,
  groupOf: (entry: Entry) => readonly Entry[],
): BatchLine {
  const { reference = '', vouchers = [], ...known } = lineDetailSchema.safeParse(detail).data ?? {}
  const files = vouchers.flatMap(({ savedAs }) => savedAs ?? [])
  const operations = entries.map((entry) => toOperation(entry, groupOf(entry), kinds))
  const trouble = operations.find((operation) => operation.error && operation.state !== 'done')
  const effects = operations.map(({ effect }) => effect)
  const currency = effects.find((effect) => effect.currency)?.currency
  const totalBefore = effects[0]?.before?.total
  const totalAfter = effects.at(-1)?.after?.total
  const refunded = refundedOf(operations)
  const differences = effects.flatMap((effect) => effect.differences)
  const changes = operations.flatMap((one) => (one.stock ? (one.changes ?? []) : []))
  return {
    ...{ line, reference, ...known, state, operations: operations.map(({ id }) => id) },
    ...(trouble?.error ? { error: trouble.error } : {}),
    ...(currency ? { currency } : {}),
    ...(totalBefore === undefined ? {} : { totalBefore }),
    ...(totalAfter === undefined ? {} : { totalAfter }),
    ...(refunded === undefined ? {} : { refunded }),
    ...(differences.length > 0 ? { differences } : {}),
    ...(changes.length > 0 ? { changes } : {}),
    ...(files.length > 0 ? { files } : {}),
    ...(at === undefined ? {} : { updatedAt: at }),
    ...(entries.length > 0 ? { updatedAt: Math.max(...entries.map(({ updatedAt }) => updatedAt)) } : {}),
  }
}

/** What came back to the guest in the order's currency; `undefined` unless every row says how much. */
function refundedOf(operations: readonly Operation[]): string | undefined {
  const rows = operations.flatMap(({ effect }) => effect.refunds)
  const amounts = rows.flatMap(({ amount }) => amount ?? [])
  const sums = sumByCurrency(amounts)
  return rows.length > 0 && amounts.length === rows.length && sums.length === 1 ? sums[0]?.amount : undefined
}
