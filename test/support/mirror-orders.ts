import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { mirrorMethods } from '../../electron/store/mirror/methods'

const examples = resolve(import.meta.dirname, '../data/examples')

/** The API's own example of an order, with other values where they are given. */
export function orderLike(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const { data } = JSON.parse(readFileSync(resolve(examples, 'order.response.json'), 'utf8'))
  return { ...data.order, ...changes }
}

/** A small order as the API may send it; the rest is missing. */
export function smallOrder(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    order_reference: 'ORDRREF00001',
    order_status: 'ORDER_CONFIRMED',
    order_version: 1,
    order_created: '2026-03-01T10:00:00+01:00',
    order_modified: '2026-03-01T10:00:00+01:00',
    ...changes,
  }
}

/** A page of the list with these orders, as text. */
export const pageOf = (orders: readonly unknown[]): string =>
  JSON.stringify({ api_version: '3.8', data: { kind: 'orders', total_items: orders.length, items: orders } })

/** The mirror as its process keeps it: in memory, or in a file. */
export async function openedMirror(place: { path?: string; key?: string; maxPages?: number } = {}) {
  const methods = mirrorMethods()
  const opened = await methods['mirror.open']({ key: 'ab'.repeat(32), now: 1_790_000_000_000, ...place })
  if (!opened.ok) throw new Error(`the mirror does not open: ${opened.error}`)
  const take = async (orders: readonly unknown[], askedAt = 1000) => {
    const taken = await methods['mirror.take']({ text: pageOf(orders), askedAt })
    if (!taken.ok) throw new Error(`nothing was taken: ${taken.error}`)
    return taken.value
  }
  return { methods, opened: opened.value, take }
}
