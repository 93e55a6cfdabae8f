import { toOrderRow } from '@shared/features/orders'
import { readInstant } from '@shared/kernel/time'
import { countOf, entriesOf, fieldsOf } from '@shared/kernel/tolerant'
import { readEach } from '../../api/json/edit'
import { parseLossless } from '../../api/json/lossless'
import { packDocument } from './document-codec'
import { type ReadOrder, readColumns } from './order-columns'
import { orderWords } from './order-words'
import { latestMoment } from './row-id'
import { turn } from './turn'

/** An order that is ready to be written. */
export interface PreparedOrder extends ReadOrder {
  /** `order_created` in milliseconds since 1970 UTC. */
  readonly created: number
  readonly text: string
  readonly words: string
  /** Text and words as they are kept. */
  readonly doc: Uint8Array
  /** The row of the list, as JSON. */
  readonly row: string
  readonly redacted: boolean
}

/** The text of an answer with its orders apart. */
export interface Page {
  /** The text of each order as received. */
  readonly texts: readonly string[]
  readonly orders: readonly unknown[]
  readonly paging: { readonly totalItems?: number; readonly itemsPerPage?: number }
}

/** Reads a page of the list (`data.items`) or one order (`data.order`); `undefined` for anything else. */
export function readPage(text: string): Page | undefined {
  const data = dataOf(text)
  if (!data) return undefined
  if ('items' in data || 'total_items' in data) {
    const orders = entriesOf(data.items)
    const texts = orders.length === 0 ? [] : readEach(text, ['data', 'items'])
    // A name that stands twice: nobody can tell which text is whose.
    if (texts.length !== orders.length) return undefined
    return { orders, texts, paging: pagingOf(data) }
  }
  if (!('order' in data)) return undefined
  return { orders: [data.order], texts: readEach(text, ['data', 'order']), paging: {} }
}

function pagingOf(data: Readonly<Record<string, unknown>>): Page['paging'] {
  const [totalItems, itemsPerPage] = [countOf(data.total_items), countOf(data.items_per_page)]
  return {
    ...(totalItems === undefined ? {} : { totalItems }),
    ...(itemsPerPage === undefined ? {} : { itemsPerPage }),
  }
}

function dataOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const { data } = fieldsOf(parseLossless(text).value)
    return typeof data === 'object' && data !== null ? fieldsOf(data) : undefined
  } catch {
    return undefined
  }
}

/** `undefined` without a reference or a moment of creation. Never throws. */
export function prepareOrder(order: unknown, text: string): PreparedOrder | undefined {
  const row = toOrderRow(order)
  const created = readInstant(row?.created)?.epochMs
  if (!row || created === undefined || Math.abs(created) > latestMoment) return undefined
  if (/\0|\p{Surrogate}/u.test(row.reference)) return undefined
  const words = orderWords(order)
  return {
    ...readColumns(order, row, created),
    ...{ created, text, words, row: JSON.stringify(row) },
    doc: packDocument({ text, words }),
    redacted: fieldsOf(order).order_redacted === true,
  }
}

/** So many are prepared before others have their turn. */
const atOnce = 10

/** Prepares the orders of a page; those that cannot be kept are left out. */
export async function preparePage({ orders, texts }: Page): Promise<PreparedOrder[]> {
  const prepared: PreparedOrder[] = []
  for (const [at, order] of orders.entries()) {
    const one = prepareOrder(order, texts[at] ?? '')
    if (one) prepared.push(one)
    if (at % atOnce === atOnce - 1) await turn()
  }
  return prepared
}
