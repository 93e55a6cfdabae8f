import { z } from 'zod'
import { operation } from '../../ipc/define'
import { profileIdSchema } from '../../kernel/ids'
import { paymentStates } from '../orders'
import { mirrorQuerySchema } from './mirror-query'
import { listChoiceSchema, mirrorListSchema } from './query-mirror'

/**
 * What a list is written as. `csv` and `xlsx` have the columns on screen, one row for each order; `jsonl` has one order a
 * line, as the API sent it, to the digit: who reads it with a program wants what the columns leave out.
 */
export const exportKinds = ['xlsx', 'csv', 'jsonl'] as const
export type ExportKind = (typeof exportKinds)[number]

/** Columns of the list of orders that can be written. */
export const exportColumns = [
  'reference',
  'status',
  'guest',
  'email',
  'travel',
  'products',
  'tickets',
  'total',
  'payment',
  'created',
  'externalReference',
  'suppliers',
  'channel',
  'createdBy',
  'distributor',
  'modified',
  'version',
] as const
export type ExportColumnId = (typeof exportColumns)[number]

const wordSchema = z.string().max(200)

/** How rows are told, in the language of whoever reads them. */
export const exportLayoutSchema = z.strictObject({
  /** Those on screen, in their order, with their headings. */
  columns: z
    .array(z.strictObject({ id: z.enum(exportColumns), header: wordSchema }))
    .min(1)
    .max(exportColumns.length),
  /** Headings of columns that stand beside another one: the currency of an amount, the offset of a moment. */
  beside: z.strictObject({ currency: wordSchema, offset: wordSchema }),
  /** States of payment are ours and not the API's, so they are told in words. */
  payments: z.record(z.enum(paymentStates), wordSchema),
  /** Stands for the kind of a ticket that has no name. */
  ticketKindMissing: wordSchema,
})
export type ExportLayout = z.infer<typeof exportLayoutSchema>

/**
 * Writes all rows of a list, or those that are chosen, into a file that the person names in a dialog of the operating
 * system, and beside it a small one that says what is in it. One export at a time. The list on screen is written as long
 * as it is held; otherwise it is made anew from its question, also when it is lost on the way.
 */
export const exportOrders = operation({
  kind: 'local',
  input: z.strictObject({
    profile: profileIdSchema,
    list: mirrorListSchema.optional(),
    query: mirrorQuerySchema,
    choice: listChoiceSchema.optional(),
    as: z.enum(exportKinds),
    layout: exportLayoutSchema,
  }),
  output: z.object({
    /** Name of the file; absent when the person declined or stopped it. */
    savedAs: z.string().optional(),
    /** Orders that were written. */
    orders: z.number().int(),
  }),
  errors: ['NO_MIRROR', 'LIST_GONE', 'FILE_NOT_WRITTEN', 'ALREADY_EXPORTING'],
})

/** Stops the export that is under way, if there is one; nothing of its file stays behind. */
export const stopOrdersExport = operation({
  kind: 'local',
  input: z.strictObject({}),
  output: z.object({}),
})

/** Shows the file that was written last in the file manager of the operating system. */
export const showOrdersExport = operation({
  kind: 'local',
  input: z.strictObject({}),
  output: z.object({}),
})
