import type { StockRow } from '@shared/features/stock'

/** Places of rows among all of them, from 0; `undefined` where they are all of them in the same order. */
export function placesOf(rows: readonly StockRow[], all: readonly StockRow[]): number[] | undefined {
  if (rows.length === all.length && rows.every((row, at) => row === all[at])) return undefined
  const places = new Map(all.map((row, at) => [row, at]))
  return rows.flatMap((row) => places.get(row) ?? [])
}
