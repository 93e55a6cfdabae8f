import { isLow, type StockRow, type StockRules } from '@shared/features/stock'
import type { StockEdits } from './edits'
import { type ProductNames, productName } from './product-names'

/** Which rows are shown. */
export const stockViews = ['all', 'open', 'low', 'soldOut', 'closed', 'changed'] as const
export type StockView = (typeof stockViews)[number]

/** The view that was kept; `all` for one that there is none of any more. */
export const viewOf = (kept: unknown): StockView => stockViews.find((view) => view === kept) ?? 'all'

interface Wanted {
  readonly view: StockView
  /** Every word must stand in the label, the product's name or id, or the row's id; case and accents do not count. */
  readonly search: string
  /** Of the view `changed`. */
  readonly edits: StockEdits | undefined
  /** Of the view `low`. */
  readonly rules: StockRules
  readonly names: ProductNames
}

/** The rows that are shown, in their order. */
export function matchingRows(
  rows: readonly StockRow[],
  { view, search, edits, rules, names }: Wanted,
): readonly StockRow[] {
  const words = plain(search).split(/\s+/).filter(Boolean)
  if (view === 'all' && words.length === 0) return rows
  return rows.filter((row) => {
    if (!isInView(row, { view, edits, rules })) return false
    if (words.length === 0) return true
    const text = searchedText(row, names)
    return words.every((word) => text.includes(word))
  })
}

function isInView(row: StockRow, { view, edits, rules }: Omit<Wanted, 'search' | 'names'>): boolean {
  switch (view) {
    case 'all':
      return true
    case 'open':
      return row.active !== false
    case 'low':
      return isLow(row, rules)
    case 'closed':
      return row.active === false
    case 'soldOut':
      return row.available !== null && row.available <= 0
    case 'changed':
      return edits?.has(row.id) ?? false
  }
}

/** What is searched of each row: made once, as each letter asks for all of them. */
const searched = new WeakMap<StockRow, { readonly names: ProductNames; readonly text: string }>()

function searchedText(row: StockRow, names: ProductNames): string {
  const known = searched.get(row)
  if (known?.names === names) return known.text
  const text = plain(`${row.label ?? ''} ${productName(row, names) ?? ''} ${row.product ?? ''} ${row.id}`)
  searched.set(row, { names, text })
  return text
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
