import type { Paging } from '@shared/api'

/** Where a page stands in its list, by what the server says it did, never by what was asked (rules.md #35). */
export interface PageInfo {
  /** 1-based. */
  readonly page: number
  readonly pageSize: number
  /** Rows on this page. */
  readonly count: number
  /** Rows in the whole list; `undefined` when the server does not say. */
  readonly total: number | undefined
  readonly isLast: boolean
}

interface ListBody {
  readonly data: Paging & { readonly items?: readonly unknown[] | null }
}

/**
 * Reads the paging figures of a list. They may be missing, null or text; what is missing is computed from the rest.
 * @param asked page that was asked for, 1-based
 */
export function readPage({ data }: ListBody, asked: number): PageInfo {
  const count = data.items?.length ?? 0
  const pageSize = wholeNumber(data.items_per_page) || count
  const page = wholeNumber(data.page_index) || asked
  const total = wholeNumber(data.total_items)
  const pages = total === undefined || pageSize === 0 ? undefined : Math.ceil(total / pageSize)
  // Without a total, a page that is not full is the last one.
  const isLast = count === 0 || (pages === undefined ? count < pageSize : page >= pages)
  return { page, pageSize, count, total, isLast }
}

function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined
}
