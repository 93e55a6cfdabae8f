import type { Paging } from '@shared/api'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import type { ApiDocument } from './document'

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

/** One page of a walk through a list. */
export interface WalkedPage<T> {
  readonly document: ApiDocument<T>
  readonly info: PageInfo
}

/**
 * Walks a list page by page, in order, until its end or the first error, which is the last thing it yields. Uses
 * `page`, as the reach of `start_index` is bounded (rules.md #36, #38).
 * @param read asks for one page, 1-based
 */
export async function* walkPages<T extends ListBody>(
  read: (page: number) => Promise<Result<ApiDocument<T>, AppError>>,
  firstPage = 1,
): AsyncGenerator<Result<WalkedPage<T>, AppError>> {
  for (let page = firstPage; ; page++) {
    const answer = await read(page)
    if (!answer.ok) {
      yield answer
      return
    }
    const info = readPage(answer.value.value, page)
    if (info.page !== page) {
      const message = `the list answered with page ${info.page} when asked for page ${page}`
      yield err(appError('UPSTREAM', message, { requestId: answer.value.requestId }))
      return
    }
    yield ok({ document: answer.value, info })
    if (info.isLast) return
  }
}

function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined
}
