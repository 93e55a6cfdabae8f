import { z } from 'zod'
import { operation } from '../../ipc/define'
import { profileIdSchema } from '../../kernel/ids'
import { mostStockRows } from './list-stock'
import { stockStandings } from './stock-standing'

/** What the list is written as. */
export const stockFileKinds = ['xlsx', 'csv'] as const
export type StockFileKind = (typeof stockFileKinds)[number]

/** Columns of the list, in their first order. */
export const stockColumns = [
  'label',
  'product',
  'productId',
  'total',
  'reserved',
  'booked',
  'available',
  'state',
  'low',
  'modified',
  'modifiedBy',
  'id',
] as const
export type StockColumnId = (typeof stockColumns)[number]

const wordSchema = z.string().max(200)

/**
 * Writes the rows that a window shows into a file that the person names in a dialog of the operating system, as the server
 * has them: what is typed and not saved is not in it. STOCK_READ_AGAIN: they are no longer the rows that main has.
 */
export const exportStock = operation({
  kind: 'local',
  input: z.strictObject({
    profile: profileIdSchema,
    as: z.enum(stockFileKinds),
    /** Those on screen, in their order, with their headings. */
    columns: z
      .array(z.strictObject({ id: z.enum(stockColumns), header: wordSchema }))
      .min(1)
      .max(stockColumns.length),
    /** How rows stand is no word of the API's. */
    words: z.record(z.enum(stockStandings), wordSchema),
    /** `reading` of the answer that has these rows. */
    reading: z.string().max(64),
    /** Places of the rows in that answer, from 0, in the order on screen; all of them in their own order without it. */
    rows: z.array(z.number().int().min(0)).max(mostStockRows).optional(),
  }),
  output: z.object({
    /** Name of the file; absent when the person declined. */
    savedAs: z.string().optional(),
    /** Rows that were written. */
    rows: z.number().int(),
  }),
  errors: ['STOCK_READ_AGAIN', 'FILE_NOT_WRITTEN'],
})
