import { integer } from './query'
import { invalidRequest } from './refusal'

/** Bounds of v3.8 (rule 36). */
const MOST_PER_PAGE = 200
const LAST_POSITION = 10_000

export const PAGING = {
  items_per_page: integer(1, MOST_PER_PAGE),
  start_index: integer(1, LAST_POSITION),
  page: integer(1, 999_999_999),
}

export interface PagingQuery {
  items_per_page?: number
  start_index?: number
  page?: number
}

export interface Window {
  /** 0-based position of the first row. */
  readonly offset: number
  readonly limit: number
}

/**
 * The rows a caller asks for; ten by default (rule 34). Where the rules are silent: `start_index` wins
 * over `page`, and a page that starts beyond position 10,000 is refused like a `start_index` beyond it.
 * With `ANY_PAGE` such pages are answered: only `start_index` is bounded (rule 36).
 * `fixedSize` is used instead of the asked size, as the API may (rule 35).
 */
export function windowOf(query: PagingQuery, fixedSize: number | undefined, reach?: 'ANY_PAGE'): Window {
  const limit = fixedSize ?? query.items_per_page ?? 10
  const offset = query.start_index === undefined ? ((query.page ?? 1) - 1) * limit : query.start_index - 1
  if (reach === undefined && offset >= LAST_POSITION)
    throw invalidRequest(`page must not start beyond position ${LAST_POSITION}`)
  return { offset, limit }
}

/** The paging figures of an answer (models.md, rule 38: off-by-one of the v3.5 formula left out). */
export function pageOf(window: Window, total: number, items: readonly unknown[]) {
  return {
    kind: 'location',
    current_item_count: items.length,
    items_per_page: window.limit,
    start_index: window.offset + 1,
    total_items: total,
    page_index: Math.floor(window.offset / window.limit) + 1,
    total_pages: Math.ceil(total / window.limit),
    items,
  }
}
