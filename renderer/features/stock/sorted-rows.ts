import type { StockRow } from '@shared/features/stock'
import type { GridSort } from '../../grid/column'
import { type ProductNames, productName } from './product-names'

const numbers = ['total', 'reserved', 'booked', 'available'] as const

/**
 * Rows as a person sorted them, by what the server has: what is typed must not make a row jump away. Rows without a value
 * come last either way; equal ones stay in the server's order.
 */
export function sortedRows(
  rows: readonly StockRow[],
  sort: GridSort | undefined,
  { locale, names }: SortWords,
): readonly StockRow[] {
  if (!sort) return rows
  const { columnId, direction } = sort
  const sign = direction === 'asc' ? 1 : -1
  const compare = orderBy(columnId, { locale, names })
  return compare ? [...rows].sort((a, b) => compare(a, b, sign)) : rows
}

/** What texts are ordered by. */
interface SortWords {
  readonly locale: string
  readonly names: ProductNames
}

type Compare = (a: StockRow, b: StockRow, sign: number) => number

function orderBy(columnId: string, { locale, names }: SortWords): Compare | undefined {
  const number = numbers.find((one) => one === columnId)
  if (number) return (a, b, sign) => missingLast(a[number], b[number], (one, other) => sign * (one - other))
  if (columnId === 'modified') {
    return (a, b, sign) => missingLast(momentOf(a), momentOf(b), (one, other) => sign * (one - other))
  }
  if (columnId === 'state')
    return (a, b, sign) => sign * (Number(a.active === false) - Number(b.active === false))
  const textOf = texts[columnId]
  if (!textOf) return undefined
  const collator = new Intl.Collator(locale, { numeric: true })
  return (a, b, sign) =>
    missingLast(textOf(a, names), textOf(b, names), (one, other) => sign * collator.compare(one, other))
}

const texts: Readonly<Record<string, (row: StockRow, names: ProductNames) => string | undefined>> = {
  label: ({ label }) => label,
  product: productName,
  productId: ({ product }) => product,
  modifiedBy: ({ modifiedBy, modifiedByEmail }) => modifiedBy ?? modifiedByEmail,
  id: ({ id }) => id,
}

const momentOf = ({ modified }: StockRow): number | undefined => {
  const at = modified === undefined ? Number.NaN : Date.parse(modified)
  return Number.isNaN(at) ? undefined : at
}

function missingLast<T>(
  a: T | null | undefined,
  b: T | null | undefined,
  compare: (a: T, b: T) => number,
): number {
  const [isMissing, otherIs] = [a === null || a === undefined, b === null || b === undefined]
  if (isMissing || otherIs) return Number(isMissing) - Number(otherIs)
  return compare(a as T, b as T)
}
