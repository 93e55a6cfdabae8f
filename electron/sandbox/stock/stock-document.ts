/** A stock row as it goes over the wire (models.md, Stock); everything but its key may be missing or null (rule 47). */
export interface StockDocument {
  stock_id: string
  stock_active?: boolean | null
  stock_label?: string | null
  stock_product_id?: string | null
  stock_spots?: StockSpots | null
  stock_created?: string | null
  stock_created_name?: string | null
  stock_created_email?: string | null
  stock_modified?: string | null
  stock_modified_name?: string | null
  stock_modified_email?: string | null
  [other: string]: unknown
}

/** Pieces: what is available is the total less what is held in carts and what is sold. */
export interface StockSpots {
  stock_items_total: number
  stock_items_reserved: number
  stock_items_booked: number
  stock_items_available: number
}

/** Numbers that add up: the total is what is left, held and sold. */
export function spotsOf(available: number, reserved: number, booked: number): StockSpots {
  return {
    stock_items_total: available + reserved + booked,
    stock_items_reserved: reserved,
    stock_items_booked: booked,
    stock_items_available: available,
  }
}
