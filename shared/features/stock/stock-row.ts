import { z } from 'zod'
import { type StockId, stockIdSchema } from '../../kernel/ids'
import { fieldsOf, textOf } from '../../kernel/tolerant'

/** A number of pieces. What is available may be below zero: more is held and sold than there is. */
const pieces = z.number().int().nullable()

/** The numbers of a row of stock at one moment, and whether it is open; null where the API does not say. */
export const stockFiguresSchema = z.object({
  total: pieces,
  /** Held in carts. */
  reserved: pieces,
  /** Sold. */
  booked: pieces,
  /** What can be sold now. */
  available: pieces,
  /** False for a row that is closed. */
  active: z.boolean().nullable(),
})
export type StockFigures = z.infer<typeof stockFiguresSchema>

/** A row of stock as the list shows it. Who made it is not shown, so it does not leave main. */
export const stockRowSchema = stockFiguresSchema.extend({
  id: stockIdSchema,
  /** `stock_label`. */
  label: z.string().optional(),
  /** `stock_product_id`. The list of stock has no titles of products. */
  product: z.string().optional(),
  /** `stock_modified` as sent; of a row that never changed, `stock_created`. */
  modified: z.string().optional(),
  modifiedBy: z.string().optional(),
  modifiedByEmail: z.string().optional(),
})
export type StockRow = z.infer<typeof stockRowSchema>

/** A row of an answer; `undefined` where it has no key that could be asked for again. */
export function readStockRow(value: unknown): StockRow | undefined {
  const row = fieldsOf(value)
  const id = stockIdSchema.safeParse(textOf(row.stock_id))
  if (!id.success) return undefined
  const changed = textOf(row.stock_modified) !== undefined
  return {
    id: id.data,
    ...readFigures(row),
    ...named('label', row.stock_label),
    ...named('product', row.stock_product_id),
    ...named('modified', changed ? row.stock_modified : row.stock_created),
    ...named('modifiedBy', changed ? row.stock_modified_name : row.stock_created_name),
    ...named('modifiedByEmail', changed ? row.stock_modified_email : row.stock_created_email),
  }
}

function readFigures(row: Readonly<Record<string, unknown>>): StockFigures {
  const spots = fieldsOf(row.stock_spots)
  return {
    total: piecesOf(spots.stock_items_total),
    reserved: piecesOf(spots.stock_items_reserved),
    booked: piecesOf(spots.stock_items_booked),
    available: piecesOf(spots.stock_items_available),
    active: typeof row.stock_active === 'boolean' ? row.stock_active : null,
  }
}

function piecesOf(value: unknown): number | null {
  const text = textOf(value)
  return text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : null
}

const named = <Name extends string>(name: Name, value: unknown): { [name in Name]?: string } => {
  const text = textOf(value)
  return text === undefined ? {} : ({ [name]: text } as { [name in Name]: string })
}

/** The numbers of a row, without what else is known of it. */
export const figuresOf = ({ total, reserved, booked, available, active }: StockFigures): StockFigures => ({
  total,
  reserved,
  booked,
  available,
  active,
})

/** Finds a row among those of an answer, which may hold others as well (endpoints.md #15). */
export const findStockRow = (items: readonly unknown[], id: StockId): StockRow | undefined => {
  for (const item of items) {
    const row = readStockRow(item)
    if (row?.id === id) return row
  }
  return undefined
}
