import { z } from 'zod'
import { Refusal } from '../http/refusal'
import { type StockDocument, type StockSpots, spotsOf } from './stock-document'

/** What others do to a stock row: carts and sales move it by so many pieces, a colleague sets it. */
export const StockMoveSchema = z.object({
  /** More (or, below zero, fewer) pieces held in carts. */
  reserved: z.int().default(0),
  /** More (or fewer) pieces sold. */
  booked: z.int().default(0),
  /** So many pieces are available, whatever there were. */
  available: z.int().optional(),
  active: z.boolean().optional(),
  label: z.string().optional(),
})

export type StockMove = z.output<typeof StockMoveSchema>

/**
 * The row with so many pieces available. What is held and sold stays, so the total follows: the rules name the
 * number only (endpoints.md #15).
 * @throws Refusal 409 for a row that is closed, 422 below zero
 */
export function withAvailable(row: StockDocument, available: number): StockDocument {
  if (row.stock_active === false) {
    throw new Refusal(409, 'STOCK_NOT_ACTIVE', `Stock ${row.stock_id} is closed.`)
  }
  if (available < 0) {
    throw new Refusal(422, 'STOCK_BELOW_ZERO', 'stock_items_available must not be below zero.')
  }
  const { stock_items_reserved: reserved, stock_items_booked: booked } = numbersOf(row)
  return { ...row, stock_spots: spotsOf(available, reserved, booked) }
}

/** The row after others moved it. What is held or sold never falls below zero; what is available may. */
export function moved(row: StockDocument, move: StockMove): StockDocument {
  const before = numbersOf(row)
  const reserved = Math.max(0, before.stock_items_reserved + move.reserved)
  const booked = Math.max(0, before.stock_items_booked + move.booked)
  const spots: StockSpots = {
    stock_items_total: before.stock_items_total,
    stock_items_reserved: reserved,
    stock_items_booked: booked,
    stock_items_available: before.stock_items_total - reserved - booked,
  }
  return {
    ...row,
    ...(move.active !== undefined && { stock_active: move.active }),
    ...(move.label !== undefined && { stock_label: move.label }),
    stock_spots: move.available === undefined ? spots : spotsOf(move.available, reserved, booked),
  }
}

const numbersOf = (row: StockDocument): StockSpots => row.stock_spots ?? spotsOf(0, 0, 0)
