import { z } from 'zod'
import { cancel } from '../cancellation/cancel'
import type { Context } from '../context'
import { Refusal } from '../http/refusal'
import { decimalsOf, formatMinor, parseMinor } from '../money/minor-units'
import { type Change, closeVersion, nextVersion, stamp } from '../orders/change'
import type { BookingDocument, OrderDocument, TicketDocument } from '../orders/document'
import { refundWithoutCancelling } from '../orders/payment-refund'
import { currencyOf, isActive, pricedTickets, reprice } from '../orders/pricing'
import { noSuchOrder } from '../store/order-store'
import type { Outcome } from '../store/overlay'

/** Who it is. */
export const SOMEONE = { name: 'Someone Else', email: 'someone@desk.example.com', role: 'Agent' }

/** Bookings are counted from 1, as they lie in the order. */
const booking = z.int().min(1).default(1)

/** What somebody else does to an order. */
export const SomeoneSchema = z.discriminatedUnion('what', [
  /** Nothing but a new version. */
  z.object({ what: z.literal('version') }),
  /** One more note on the order. */
  z.object({ what: z.literal('note'), value: z.string().default('Changed by somebody else') }),
  /** Another phone number of the first contact. */
  z.object({ what: z.literal('contact'), phone: z.string().default('+31600000000') }),
  /** Another note on a booking. */
  z.object({ what: z.literal('booking'), booking, value: z.string().default('Changed by somebody else') }),
  z.object({ what: z.literal('status'), booking, status: z.string() }),
  /** The first ticket left of a booking costs more or less. */
  z.object({ what: z.literal('price'), booking, amount: z.string().default('5') }),
  /** The first ticket left of a booking is used. */
  z.object({ what: z.literal('redeem'), booking }),
  /** All of the order, or one booking, or only its first ticket left, with refund. */
  z.object({
    what: z.literal('cancel'),
    booking: z.int().min(1).optional(),
    ticket: z.boolean().default(false),
  }),
  /** All payments are given back. */
  z.object({ what: z.literal('refund') }),
])

export type Someone = z.output<typeof SomeoneSchema>

/** Lets somebody else change an order, as another desk would. Gives the order's new state. */
export async function someoneElse(
  { store }: Context,
  reference: string,
  deed: Someone,
  requestId: string,
): Promise<OrderDocument> {
  const index = store.indexOf(reference)
  if (index === undefined) throw noSuchOrder(reference)
  return store.change(index, SOMEONE, { kind: 'TOUCH', requestId }, (latest, change) =>
    outcomeOf(latest, deed, change),
  )
}

function outcomeOf(latest: OrderDocument, deed: Someone, change: Change): Outcome {
  if (deed.what === 'cancel') return cancelled(latest, deed, change)
  if (deed.what === 'refund') return { order: refundWithoutCancelling(latest, {}, change).order }
  const order = nextVersion(latest, change)
  apply(order, deed, change)
  closeVersion(order, change, 'ORDER_UPDATE', 'Changed by somebody else')
  return { order }
}

function cancelled(
  order: OrderDocument,
  deed: Extract<Someone, { what: 'cancel' }>,
  change: Change,
): Outcome {
  const own = deed.booking === undefined && !deed.ticket ? undefined : bookingOf(order, deed.booking ?? 1)
  return cancel(
    order,
    {
      bookingReferences: own && !deed.ticket ? [own.booking_reference] : [],
      transactionIds: own && deed.ticket ? [ticketOf(own).product_type_transaction_id] : [],
      reason: 'Changed by somebody else',
      refund: true,
      force: true,
    },
    change,
  )
}

function apply(
  order: OrderDocument,
  deed: Exclude<Someone, { what: 'cancel' | 'refund' }>,
  change: Change,
): void {
  switch (deed.what) {
    case 'version':
      return
    case 'note':
      order.order_notes = [
        ...listOf(order.order_notes),
        { note_value: deed.value, note_created: stamp(change.at) },
      ]
      return
    case 'contact': {
      const [first] = order.order_contacts ?? []
      if (first) first.contact_phone = deed.phone
      return
    }
    default: {
      const own = bookingOf(order, deed.booking)
      own.booking_version += 1
      own.booking_modified = stamp(change.at)
      changeBooking(order, own, deed, change)
    }
  }
}

function changeBooking(
  order: OrderDocument,
  own: BookingDocument,
  deed: Extract<Someone, { what: 'booking' | 'status' | 'price' | 'redeem' }>,
  change: Change,
): void {
  if (deed.what === 'booking')
    own.booking_notes = [{ note_value: deed.value, note_created: stamp(change.at) }]
  if (deed.what === 'status') own.booking_status = deed.status
  if (deed.what === 'redeem') {
    const ticket = ticketOf(own)
    ticket.product_type_redemption_status = 'REDEEMED'
    ticket.product_type_redemption_date_time = stamp(change.at)
  }
  if (deed.what !== 'price') return
  const ticket = ticketOf(own)
  const decimals = decimalsOf(currencyOf(order))
  const pricing = ticket.product_type_pricing
  if (!pricing) return
  const amount = parseMinor(deed.amount, decimals)
  // Tickets of one kind may share their price, so it is replaced and not changed.
  ticket.product_type_pricing = {
    ...pricing,
    price_variations: [
      ...(pricing.price_variations ?? []),
      { variation_amount: formatMinor(amount, decimals), variation_type: 'OTHER' },
    ],
    price_total: formatMinor(parseMinor(pricing.price_total, decimals) + amount, decimals),
  }
  reprice(order)
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function bookingOf(order: OrderDocument, number: number): BookingDocument {
  const own = order.order_bookings[number - 1]
  if (!own) throw new Refusal(422, 'NO_SUCH_BOOKING', `The order has no booking ${number}.`)
  return own
}

function ticketOf(own: BookingDocument): TicketDocument {
  const ticket = pricedTickets(own).find(isActive)
  if (!ticket) throw new Refusal(422, 'NO_TICKET_LEFT', 'The booking has no ticket left.')
  return ticket
}
