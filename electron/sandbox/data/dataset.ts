import { cancel } from '../cancellation/cancel'
import { type Actor, type Change, closeVersion, nextVersion } from '../orders/change'
import type { OrderDocument } from '../orders/document'
import { pricedTickets } from '../orders/pricing'
import { DAY } from '../time/local-time'
import { firstVersion } from './order-document'
import { ordinaryRecipe, type World } from './ordinary'
import { mix } from './random'
import type { Recipe, RecipeEvent } from './recipe'
import { References } from './references'
import { scenarioAt, scenarioIndex, showcaseRecipe } from './showcase'

const YEAR = 365 * DAY
const ROLE = 'Agent'

/**
 * The made-up orders. Index 0 is the newest order at the anchor, higher ones are older, down to a year;
 * negative ones arrived on the days since. Nothing is kept: an order is made from its index when needed.
 */
export class Dataset {
  readonly world: World
  readonly references: References
  /** The newest index (0 or below) and the oldest. */
  readonly newest: number
  readonly oldest: number
  readonly #interval: number

  /** `now` decides how many orders arrived since the anchor: a day's worth for every full day. */
  constructor(world: World, orders: number, now: number) {
    this.world = world
    this.references = new References(world.seed)
    this.#interval = YEAR / Math.max(1, orders)
    this.oldest = orders - 1
    const days = Math.max(0, Math.floor((now - world.anchor) / DAY))
    this.newest = -Math.min(1_000_000, Math.floor((days * DAY) / this.#interval))
  }

  has(index: number): boolean {
    return Number.isInteger(index) && index >= this.newest && index <= this.oldest
  }

  /** When the newest order was made, or the data set was (epoch ms): nothing changed later by itself. */
  get lastMade(): number {
    return this.newest < 0 ? Math.max(this.world.anchor, this.createdAt(this.newest)) : this.world.anchor
  }

  /** When an order was made (epoch ms, whole seconds); falls as the index rises. */
  createdAt(index: number): number {
    const jitter = mix(mix(this.world.seed + 5) ^ index) / 0x1_0000_0000
    return Math.floor((this.world.anchor - (index + jitter) * this.#interval) / 1000) * 1000
  }

  /** The first index whose order was made at or before a moment; `oldest + 1` if there is none. */
  firstAtOrBefore(moment: number): number {
    let low = this.newest
    let high = this.oldest + 1
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if (this.createdAt(middle) <= moment) high = middle
      else low = middle + 1
    }
    return low
  }

  /** The guest of an order; about one in seven has booked before. */
  guestOf(index: number): number {
    const scenario = scenarioAt(index)
    if (scenario) return scenarioIndex(scenario.guestOf ?? scenario.key) ?? index
    const draw = mix(mix(this.world.seed + 7) ^ index)
    if (draw % 7 !== 0) return index
    const earlier = index + 1 + ((draw >>> 8) % RETURN_WITHIN)
    return this.has(earlier) && !scenarioAt(earlier) ? earlier : index
  }

  /** Indexes whose guest might be this person. */
  *indexesOfGuest(person: number): Generator<number> {
    for (let index = person; index >= person - RETURN_WITHIN; index--) {
      if (this.has(index) && this.guestOf(index) === person) yield index
    }
  }

  /** Indexes of orders that a key given in a filter could belong to. */
  *candidates(key: string, value: string): Generator<number> {
    if (key === 'order_contact_uid') {
      const person = this.references.decodeContact(value)
      if (person !== undefined) yield* this.indexesOfGuest(person)
      return
    }
    const [external = ''] = value.split('/')
    const index = scenarioIndex(external) ?? this.references.decode(value)
    if (index !== undefined && this.has(index)) yield index
  }

  recipe(index: number): Recipe {
    const created = this.createdAt(index)
    const scenario = scenarioAt(index)
    const guest = this.guestOf(index)
    const since = guest === index ? created : this.createdAt(guest)
    if (scenario) return showcaseRecipe(this.world, index, created, scenario, [guest, since])
    return ordinaryRecipe(this.world, index, created, [guest, since], this.references.external(index))
  }

  /** All versions of an order, oldest first: as it was made, then after each thing that happened to it. */
  versions(index: number): OrderDocument[] {
    const recipe = this.recipe(index)
    const versions = [firstVersion(this.world, recipe, this.references)]
    for (const event of recipe.events) {
      const latest = versions.at(-1)
      if (latest) versions.push(this.#after(latest, recipe, event))
    }
    return versions
  }

  /** The newest version of an order. */
  document(index: number): OrderDocument {
    const latest = this.versions(index).at(-1)
    if (!latest) throw new Error(`Order ${index} has no version`)
    return latest
  }

  /** Who and when for a change of an order, with references for the payments it may add. */
  changeOf(index: number, at: number, actor: Actor): Change {
    return {
      at,
      actor,
      refundStatus: 'REFUNDED',
      ids: {
        payment: (number) => this.references.payment(index, number),
        merchant: (number) => this.references.merchantPayment(index, number),
        psp: (number) => this.references.pspPayment(index, number),
        transaction: (number) => this.references.transaction(index, number),
        ticketCode: (number) => this.references.ticketCode(index, number),
      },
    }
  }

  #after(order: OrderDocument, recipe: Recipe, event: RecipeEvent): OrderDocument {
    const change = this.changeOf(recipe.index, event.at, { ...recipe.cashier, role: ROLE })
    if (event.kind === 'UPDATE') {
      const next = nextVersion(order, change)
      const [booker] = next.order_contacts ?? []
      if (booker && event.phone !== undefined) booker.contact_mobile = event.phone
      closeVersion(next, change, 'ORDER_UPDATE', event.note)
      return next
    }
    const bookings = event.bookings.map((number) => order.order_bookings[number - 1])
    const tickets = bookings[0] ? pricedTickets(bookings[0]).slice(0, event.tickets ?? 0) : []
    const request = {
      bookingReferences: bookings.flatMap((booking) => booking?.booking_reference ?? []),
      transactionIds: tickets.map((ticket) => ticket.product_type_transaction_id),
      reason: event.reason,
      refund: event.refund,
      // Suppliers that answer later have answered by now, but for a few.
      force: !event.waiting,
    }
    return cancel(order, request, change, event.refundStatus).order
  }
}

const RETURN_WITHIN = 200
