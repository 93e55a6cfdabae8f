import { matchesSearch, type OrderPage, type SearchParameter, toOrderRow } from '@shared/features/orders'
import { countOf, entriesOf, fieldsOf } from '@shared/kernel/tolerant'
import type { OrderListDocument } from '../../api'
import { nextStartIndex } from './next-start-index'

/** What was asked to get a document. */
export interface Asked {
  readonly startIndex: number
  readonly search?: { readonly by: SearchParameter; readonly text: string } | undefined
}

/** Reads a page of the list. Sizes and positions are those of the answer, never those asked for (rules.md #35). */
export function readOrderPage(document: OrderListDocument, asked: Asked, fetchedAt: number): OrderPage {
  const data = fieldsOf(fieldsOf(document.value).data)
  const items = entriesOf(data.items)
  const { search } = asked
  const matching = search ? items.filter((order) => matchesSearch(search.by, search.text, order)) : items
  const rows = matching.flatMap((order) => toOrderRow(order) ?? [])
  // Where some did not match, the figures count something else than what was looked for.
  const believable = matching.length === items.length
  const totalItems = believable ? countOf(data.total_items) : undefined
  const { lastModified, source } = document
  return {
    kind: 'page',
    rows,
    unreadable: matching.length - rows.length,
    totalItems,
    nextStartIndex: believable ? nextStartIndex(data, items.length, asked.startIndex) : undefined,
    foundBy: rows.length > 0 ? search?.by : undefined,
    revision: lastModified === undefined ? undefined : { source, lastModified },
    fetchedAt,
  }
}
