import type { OrderDocument } from '../orders/document'
import type { OrderStore } from '../store/order-store'
import { DAY } from '../time/local-time'
import { factsOfBooking, factsOfDocument, factsOfRecipe } from './facts'
import { bookingChecks, type OrderFilter, orderChecks, searchCheck } from './order-filter'

export interface ListQuery {
  readonly filter: OrderFilter
  readonly ascending: boolean
  /** 0-based position of the first row. */
  readonly offset: number
  readonly limit: number
  /** Show only bookings that match (`filter_bookings`). */
  readonly filterBookings: boolean
}

export interface ListPage {
  readonly total: number
  readonly orders: readonly OrderDocument[]
}

/** Filters that name one thing: they look further back than three months. */
const KEYS = [
  'order_reference',
  'order_external_reference',
  'order_contact_uid',
  'booking_reference',
  'booking_external_reference',
  'product_type_code',
] as const

const REMEMBERED = 8

/** Answers `GET /orders`: newest first by creation unless asked otherwise (rule 152). */
export class OrderList {
  readonly #store: OrderStore
  readonly #clock: () => number
  readonly #found = new Map<string, readonly number[]>()

  constructor(store: OrderStore, clock: () => number) {
    this.#store = store
    this.#clock = clock
  }

  /** `view` picks the version to show of an order, newest unless a fault says otherwise. */
  page(query: ListQuery, view: (index: number) => OrderDocument): ListPage {
    const rows = this.#rows(query.filter)
    const total = rows.count
    const orders: OrderDocument[] = []
    for (let row = query.offset; row < Math.min(total, query.offset + query.limit); row++) {
      const order = view(rows.at(query.ascending ? total - 1 - row : row))
      orders.push(query.filterBookings ? onlyMatching(order, query.filter) : order)
    }
    return { total, orders }
  }

  #rows(filter: OrderFilter): { count: number; at(row: number): number } {
    const { dataset, revision } = this.#store
    const { order_created_from: from, order_created_to: to, ...rest } = filter
    const keyed = KEYS.some((key) => filter[key] !== undefined)
    const undated = from === undefined && to === undefined && !keyed
    const earliest = undated ? threeMonthsBefore(this.#clock()) : (from ?? -Infinity)
    const first = to === undefined ? dataset.newest : dataset.firstAtOrBefore(to)
    const end = earliest === -Infinity ? dataset.oldest + 1 : dataset.firstAtOrBefore(earliest - 1)
    const arrived = this.#store.arrived.filter((index) => {
      const created = this.#store.createdAt(index)
      return created >= earliest && created <= (to ?? Infinity)
    })
    if (Object.values(rest).every((value) => value === undefined)) {
      return withArrived(first, Math.max(0, end - first), arrived, (index) =>
        Math.max(0, dataset.firstAtOrBefore(this.#store.createdAt(index)) - first),
      )
    }
    // Two ranges may hold the same of the data set and not the same of what arrived.
    const key = JSON.stringify([first, end, from, to, revision, rest])
    const found = this.#found.get(key) ?? this.#search(filter, first, end, arrived)
    this.#remember(key, found)
    return { count: found.length, at: (row) => found[row] ?? first }
  }

  #search(filter: OrderFilter, first: number, end: number, arrived: readonly number[]): number[] {
    const { dataset, overlay } = this.#store
    const checks = orderChecks(filter)
    const search =
      filter.order_search_query === undefined ? undefined : searchCheck(filter.order_search_query)
    const matches = (index: number) => {
      const changed = overlay.get(index)?.versions.at(-1)
      const facts = changed ? factsOfDocument(changed) : factsOfRecipe(dataset, dataset.recipe(index))
      if (!checks.every((check) => check(facts))) return false
      if (search && !search(dataset.references.order(index), facts)) return false
      return this.#keysMatch(filter, index)
    }
    const found: number[] = []
    for (const index of this.#candidates(filter, first, end)) {
      if (index >= first && index < end && matches(index)) found.push(index)
    }
    const came = arrived.filter(matches)
    if (came.length === 0) return found
    return [...came, ...found].sort((a, b) => this.#store.createdAt(b) - this.#store.createdAt(a) || a - b)
  }

  /** The few orders a key can mean, or else all in the range, newest first. */
  *#candidates(filter: OrderFilter, first: number, end: number): Generator<number> {
    const { dataset, overlay } = this.#store
    const keyed = KEYS.find((key) => filter[key] !== undefined)
    if (!keyed) {
      for (let index = first; index < end; index++) yield index
      return
    }
    const value = filter[keyed] ?? ''
    const indexes = new Set<number>([...overlay.all()].map((order) => order.index))
    for (const index of dataset.candidates(keyed, value)) indexes.add(index)
    yield* [...indexes].sort((a, b) => a - b)
  }

  #keysMatch(filter: OrderFilter, index: number): boolean {
    const {
      order_reference: reference,
      order_external_reference: external,
      order_contact_uid: contact,
    } = filter
    if (reference === undefined && external === undefined && contact === undefined) return true
    const order = this.#store.document(index)
    if (reference !== undefined && order.order_reference !== reference) return false
    if (external !== undefined && order.order_external_reference !== external) return false
    return contact === undefined || (order.order_contacts ?? []).some((each) => each.contact_uid === contact)
  }

  #remember(key: string, found: readonly number[]): void {
    this.#found.delete(key)
    this.#found.set(key, found)
    const [oldest] = this.#found.keys()
    if (this.#found.size > REMEMBERED && oldest !== undefined) this.#found.delete(oldest)
  }
}

/**
 * The rows of a range of the data set, newest first, with the orders that arrived among them. `newer` gives how
 * many rows of the range are newer than one of those.
 */
function withArrived(
  first: number,
  made: number,
  arrived: readonly number[],
  newer: (index: number) => number,
): { count: number; at(row: number): number } {
  const places = new Map(arrived.map((index, before) => [Math.min(made, newer(index)) + before, index]))
  const rows = [...places.keys()]
  return {
    count: made + arrived.length,
    at: (row) => places.get(row) ?? first + row - rows.filter((place) => place < row).length,
  }
}

/** "The last 3 months": the same day of the month, three months earlier. */
function threeMonthsBefore(now: number): number {
  const date = new Date(now)
  const day = date.getUTCDate()
  date.setUTCMonth(date.getUTCMonth() - 3)
  return date.getUTCDate() === day ? date.getTime() : date.getTime() - date.getUTCDate() * DAY
}

function onlyMatching(order: OrderDocument, filter: OrderFilter): OrderDocument {
  const checks = bookingChecks(filter)
  if (checks.length === 0) return order
  const bookings = order.order_bookings.filter((booking) => {
    const facts = factsOfBooking(booking)
    return checks.every((check) => check(facts))
  })
  return { ...order, order_bookings: bookings }
}
