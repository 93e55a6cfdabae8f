import type { Sql } from '../sql'
import type { Taken } from './protocol'
import type { Page, PreparedOrder } from './read-page'
import { firstIdOf, momentOf, perMoment } from './row-id'
import { documentOf, dropOrder, type Held, heldOrder, newId, touch, writeOrder } from './write-order'

/** What a page did to the file. */
export interface Written {
  /** More orders than before; fewer when below zero. */
  readonly added: number
  readonly changed: string[]
  /** Row ids of all that is another now, if only in what the file holds beside the order. */
  readonly ids: number[]
  /** Row ids are no longer what they were: lists that hold them are of no use. */
  readonly moved: boolean
  /** Personal data of these is gone at the API, and has to be gone from the write-ahead log. */
  readonly redacted: boolean
  /** Orders of a moment that has more of them than can be told apart. */
  readonly unplaced: number
}

/**
 * The orders in the order in which they are written, in steps of a transaction each; at least one, which may be empty.
 * @param atOnce orders of a transaction, which nobody can interrupt; the more, the less is written for each
 */
export function stepsOf(orders: readonly PreparedOrder[], atOnce: number): PreparedOrder[][] {
  const wanted = newestOfEach(orders).sort((a, b) => a.created - b.created)
  const steps: PreparedOrder[][] = [wanted.splice(0, atOnce)]
  while (wanted.length > 0) steps.push(wanted.splice(0, atOnce))
  return steps
}

/** Writes what is newer than what is held, by ascending row id. The caller holds the transaction. @param orders no two of one reference */
export function writePage(sql: Sql, orders: readonly PreparedOrder[], askedAt: number): Written {
  const changed: string[] = []
  const ids: number[] = []
  let moved = false
  let redacted = false
  let unplaced = 0
  let added = 0
  const places = orders.map((order) => place(sql, order))
  for (const place of places) {
    const { order, held } = place
    // Its moment of creation is another one, so it goes elsewhere.
    if (held && momentOf(held.id) !== order.created && isNewer(order, askedAt, held)) {
      dropOrder(sql, held.id)
      place.held = undefined
      added--
      moved = true
    }
  }
  for (const { order, held } of places.sort((a, b) => a.at - b.at)) {
    if (held && !isNewer(order, askedAt, held)) continue
    const before = held && documentOf(sql, held.id)
    if (held && before?.text === order.text) {
      touch(sql, held.id, askedAt, order.columns.cancelled)
      // It was taken from an earlier reading without the date; all else is as it was.
      if (order.columns.cancelled !== null) ids.push(held.id)
      continue
    }
    // A cache that still has the guest's name: what is gone stays gone.
    if (held && before && compare(order.columns, held) === 0 && isRedacted(before.text) && !order.redacted)
      continue
    const id = held?.id ?? newId(sql, order.created)
    if (id === undefined) {
      unplaced++
      continue
    }
    writeOrder(sql, id, order, askedAt, before)
    if (!held) added++
    changed.push(order.columns.reference)
    ids.push(id)
    redacted ||= order.redacted && before !== undefined
  }
  return { added, changed, ids, moved, redacted, unplaced }
}

interface Place {
  readonly order: PreparedOrder
  /** What the file holds of it now. */
  held: Held | undefined
  /** Where it stands among the row ids. */
  readonly at: number
}

function place(sql: Sql, order: PreparedOrder): Place {
  const held = heldOrder(sql, order.columns.reference)
  const stays = held !== undefined && momentOf(held.id) === order.created
  return { order, held, at: stays ? held.id : firstIdOf(order.created) + perMoment - 1 }
}

/** An order may stand on a page twice, when it changed while pages were turned. */
function newestOfEach(orders: readonly PreparedOrder[]): PreparedOrder[] {
  const newest = new Map<string, PreparedOrder>()
  for (const order of orders) {
    const other = newest.get(order.columns.reference)
    if (!other || compare(order.columns, other.columns) >= 0) newest.set(order.columns.reference, order)
  }
  return [...newest.values()]
}

/** Never an older reading over a newer one: by version, else by when it was modified, else by when it was asked for. */
function isNewer({ columns }: PreparedOrder, askedAt: number, held: Held): boolean {
  const order = compare(columns, held)
  return order === 0 ? askedAt >= held.asked_at : order > 0
}

const isRedacted = (text: string): boolean => /"order_redacted"\s*:\s*true\b/.test(text)

type Stamp = Pick<Held, 'version' | 'modified'>

const compare = (a: Stamp, b: Stamp): number =>
  (a.version ?? 0) - (b.version ?? 0) || (a.modified ?? 0) - (b.modified ?? 0)

/** What is told of a page, apart from what it changed. */
export function summary(
  page: Page,
  orders: readonly PreparedOrder[],
  unplaced: number,
): Omit<Taken, 'changed'> {
  const created = orders.map((order) => order.created)
  const modified = orders.flatMap(({ columns }) => columns.modified ?? [])
  return {
    items: page.orders.length,
    unreadable: page.orders.length - orders.length + unplaced,
    paging: page.paging,
    ...(created.length > 0 ? { created: { first: Math.min(...created), last: Math.max(...created) } } : {}),
    ...(modified.length > 0 ? { modified: Math.max(...modified) } : {}),
  }
}
