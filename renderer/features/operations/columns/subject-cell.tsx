import type { Operation } from '@shared/features/operations'
import { stockOfKey } from '@shared/kernel/ids'
import { OrderCell } from '../../order-words'

/** The order that an operation is about, a link to it; of stock the row's id. */
export function SubjectCell({ row }: { row: Operation }) {
  const stock = stockOfKey(row.order)
  return stock === undefined ? <OrderCell row={row} /> : <span>{stock}</span>
}
