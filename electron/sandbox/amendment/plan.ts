import type { SlotBook } from '../availability/slot-book'
import { findProduct } from '../catalogue/products'
import type { CatalogueProduct } from '../catalogue/types'
import { Refusal } from '../http/refusal'
import type { BookingDocument, OrderDocument, PartDocument } from '../orders/document'
import { allTickets } from '../orders/pricing'
import { isLive, isRedeemed } from '../orders/status'
import { type Pickup, pickupOf } from './fields'
import { mustHoldAll, type PlannedLine, planLine } from './slot-check'
import { activeCounts } from './tickets'
import { readLine, type SentBooking, sumOf } from './wanted'

const MOST_PER_BOOKING = 50

/** A part of a combi or bundle, with what it is to become. */
export interface PlannedPart {
  readonly part: PartDocument
  readonly product: CatalogueProduct
  readonly planned: PlannedLine
}

/** What an amendment makes of one booking, checked and ready to be done. */
export interface Plan {
  readonly booking: BookingDocument
  readonly product: CatalogueProduct
  readonly sent: SentBooking
  /** Undefined: only the notes. */
  readonly main: PlannedLine | undefined
  readonly parts: readonly PlannedPart[]
  readonly pickup: Pickup | undefined
  /** Another slot or date: every ticket is replaced. */
  readonly moved: boolean
}

/** Finds the booking that an entry means and plans its amendment, or refuses it. */
export function planOf(order: OrderDocument, sent: SentBooking, slots: SlotBook, now: number): Plan {
  const reference = String(sent.booking_reference)
  const booking = order.order_bookings.find((each) => each.booking_reference === reference)
  if (!booking) {
    throw new Refusal(
      422,
      'BOOKING_NOT_IN_ORDER',
      `Order ${order.order_reference} has no booking ${reference}.`,
    )
  }
  if (sent.product_id !== undefined && sent.product_id !== booking.product_id) {
    throw new Refusal(422, 'OTHER_PRODUCT', `Booking ${reference} is of product ${booking.product_id}.`)
  }
  const product = findProduct(booking.product_id)
  if (!product) throw new Refusal(422, 'UNKNOWN_PRODUCT', `There is no product ${booking.product_id}.`)
  if (!isLive(booking)) throw new Refusal(409, 'BOOKING_CANCELLED', `Booking ${reference} is cancelled.`)
  if (sent.booking_option_type === 'UPDATE_BOOKING_NOTES') {
    return {
      booking,
      product,
      sent,
      main: undefined,
      parts: [],
      pickup: undefined,
      moved: false,
    }
  }
  mustBeAmendable(booking, now)
  if (product.addonOnly && sent.booking_addon_reference !== booking.booking_addon_reference) {
    throw new Refusal(422, 'ADDON', `Booking ${reference} needs its booking_addon_reference (rule 96).`)
  }
  mustNotDiscount(sent)
  mustBelong(order, booking, sent)
  const isBundle = product.bundle.length > 0
  const wanted = isBundle ? { ...sent, product_type_details: sent.product_type_details ?? [] } : sent
  const main = planLine(product, readLine(product, wanted), slots)
  const parts = planParts(booking, product, wanted, slots)
  const lines = [
    { product, planned: main, line: booking },
    ...parts.map((each) => ({ ...each, line: each.part })),
  ]
  const counted = isBundle ? lines.slice(1) : lines
  const tickets = Math.max(...counted.map(({ planned }) => sumOf(planned.counts)))
  if (tickets === 0) throw new Refusal(422, 'NO_TICKETS', 'To give up all tickets, cancel the booking.')
  if (tickets > MOST_PER_BOOKING) {
    throw new Refusal(422, 'QUANTITY', `A booking holds at most ${MOST_PER_BOOKING} tickets.`)
  }
  const moved = lines.some(({ planned, line }) => isMoved(planned, line))
  for (const { product: each, planned, line } of lines) {
    const grows = counted.some((other) => sumOf(other.planned.counts) > sumOfActive(other.line))
    if (isMoved(planned, line) || grows)
      mustHoldAll(each, isBundle && line === booking ? asMain(main, counted) : planned)
  }
  return { booking, product, sent, main, parts, pickup: pickupOf(product, sent), moved }
}

/** The main line of a bundle has no tickets, and takes as many places as its first part. */
function asMain(main: PlannedLine, counted: readonly { readonly planned: PlannedLine }[]): PlannedLine {
  return { ...main, counts: counted[0]?.planned.counts ?? main.counts }
}

/** Rule 155: used, cancelled and non-cancellable bookings make it fail; so does what is under way or past. */
function mustBeAmendable(booking: BookingDocument, now: number): void {
  const { booking_reference: reference } = booking
  if (/PROCESSING|PENDING/.test(booking.booking_status)) {
    throw new Refusal(409, 'BOOKING_IN_PROCESS', `Booking ${reference} is ${booking.booking_status}.`)
  }
  if (allTickets(booking).some(isRedeemed)) {
    throw new Refusal(409, 'BOOKING_REDEEMED', `Booking ${reference} has been used.`)
  }
  const start = booking.product_availability_from_date_time ?? booking.booking_travel_date
  if (start !== undefined && Date.parse(start) <= now) {
    throw new Refusal(409, 'BOOKING_PAST', `Booking ${reference} was for ${start}.`)
  }
  if (!booking.product_cancellation_allowed) {
    throw new Refusal(422, 'AMENDMENT_NOT_ALLOWED', `Booking ${reference} cannot be cancelled, nor amended.`)
  }
}

/** An add-on hangs on a live booking of its main product in the same order (rule 96). */
function mustBelong(order: OrderDocument, booking: BookingDocument, sent: SentBooking): void {
  const { booking_addon_reference: main, product_relation_id: relation } = sent
  if (main === undefined && relation === undefined) return
  const others = order.order_bookings.filter((each) => each !== booking && isLive(each))
  const found = others.some(
    (each) =>
      (main === undefined || each.booking_reference === main) &&
      (relation === undefined || each.product_id === relation),
  )
  if (!found) {
    throw new Refusal(
      422,
      'ADDON',
      `The order has no booking ${String(main ?? '')} of product ${String(relation ?? '')} to hang ${booking.booking_reference} on.`,
    )
  }
}

/** Discounts that a client may set (model PriceVariation). Those of others are read-only and ignored. */
const SETTABLE = /^(PARTNER_DISCOUNT|CART_DISCOUNT_.*)$/

function mustNotDiscount(sent: SentBooking): void {
  const variations: unknown = Reflect.get(Object(sent.booking_pricing), 'price_variations')
  if (!Array.isArray(variations)) return
  if (variations.some((each) => SETTABLE.test(String(Reflect.get(Object(each), 'variation_type'))))) {
    throw new Refusal(422, 'DISCOUNT', 'The sandbox grants no discounts on amendments.')
  }
}

/** Every part of a combi or bundle must be listed (rule 90). */
function planParts(
  booking: BookingDocument,
  product: CatalogueProduct,
  sent: SentBooking,
  slots: SlotBook,
): PlannedPart[] {
  const own = booking.product_combi_details ?? booking.product_bundle_details ?? []
  const field = product.combi.length > 0 ? 'product_combi_details' : 'product_bundle_details'
  const entries = sent[field] ?? []
  if (!Array.isArray(entries)) throw new Refusal(422, 'PARTS', `${field} must be a list.`)
  const strange = entries.find((entry) => !own.some((part) => part.product_id === idOf(entry)))
  if (strange !== undefined) {
    throw new Refusal(422, 'PARTS', `Product ${product.id} has no part ${String(idOf(strange))}.`)
  }
  return own.map((part) => {
    const entry: unknown = entries.find((each: unknown) => idOf(each) === part.product_id)
    const partProduct = findProduct(part.product_id)
    if (entry === undefined || !partProduct) {
      throw new Refusal(
        422,
        'PARTS',
        `Part ${part.product_id} of booking ${booking.booking_reference} is left out.`,
      )
    }
    const planned = planLine(partProduct, readLine(partProduct, Object(entry), sent), slots)
    const main = product.combi.length > 0 ? readLine(product, sent) : undefined
    if (main && sumOf(main.counts) !== sumOf(planned.counts)) {
      throw new Refusal(422, 'PARTS', `Part ${part.product_id} has another number of tickets than the combi.`)
    }
    return { part, product: partProduct, planned }
  })
}

const idOf = (entry: unknown): unknown => Reflect.get(Object(entry), 'product_id')

/** Another slot; without slots, another date. */
function isMoved(planned: PlannedLine, line: BookingDocument | PartDocument): boolean {
  if (planned.slot) return planned.slot.id !== line.product_availability_id
  const [before, after] = [line.booking_travel_date, planned.travelDate]
  return after !== undefined && (before === undefined || Date.parse(before) !== Date.parse(after))
}

const sumOfActive = (line: BookingDocument | PartDocument): number =>
  [...activeCounts(line).values()].reduce((sum, count) => sum + count, 0)
