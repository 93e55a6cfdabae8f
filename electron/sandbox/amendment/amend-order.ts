import type { SlotBook } from '../availability/slot-book'
import { dropLostPromos } from '../cancellation/promos'
import type { ContactBook } from '../contacts/contact-book'
import { Refusal } from '../http/refusal'
import { decimalsOf } from '../money/minor-units'
import { type Change, closeVersion, nextVersion, stamp } from '../orders/change'
import type { BookingDocument, OrderDocument } from '../orders/document'
import { currencyOf, isActive, pricedTickets, reprice } from '../orders/pricing'
import { isOpenCharge } from '../orders/refunds'
import { replaceTopLevel } from '../orders/update'
import type { Outcome } from '../store/overlay'
import { type Amended, amendBooking } from './amend-booking'
import type { PendingAmendment, Switches } from './pending'
import { type Plan, planOf } from './plan'
import { adjustPrice, recordDifference } from './settlement'
import { TicketMaker } from './tickets'
import type { SentBooking } from './wanted'

/**
 * `PUT /orders/{order_reference}`: replaces the top level (rule 153) and amends the bookings that were sent,
 * all or none (rule 155). Bookings of suppliers that answer later start processing; what was asked for them
 * is done once the supplier has answered. The order passed in is left alone.
 */
export function amendOrder(
  before: OrderDocument,
  sent: Readonly<Record<string, unknown>>,
  bookings: readonly SentBooking[],
  switches: Switches,
  change: Change,
  { slots, contacts }: { readonly slots: SlotBook; readonly contacts: ContactBook },
): Outcome {
  const { order, mails, note } = replaceTopLevel(before, sent, change, contacts)
  const plans = bookings.map((entry) => planOf(order, entry, slots, change.at))
  const isLater = (plan: Plan) => plan.product.supplier.mode === 'OFFLINE' && plan.main !== undefined
  const later = plans.filter(isLater)
  const now = plans.filter((plan) => !isLater(plan))
  const pending = later.map((plan) => startProcessing(plan, switches, change))
  const amended = amendNow(order, before, now, switches, change, slots)
  const parts = [note, describe(amended), later.length > 0 ? `${later.length} wait for the supplier` : '']
  closeVersion(order, change, 'ORDER_UPDATE', parts.filter((part) => part !== '').join(', '))
  return { order, mails, pending }
}

/** The supplier's answer to a pending amendment. What cannot be had any more is turned down by the server. */
export function settleAmendment(
  before: OrderDocument,
  item: PendingAmendment,
  accepted: boolean,
  change: Change,
  slots: SlotBook,
): OrderDocument {
  const order = nextVersion(before, change)
  const booking = order.order_bookings.find((each) => each.booking_reference === item.bookingReference)
  if (booking?.booking_status !== 'BOOKING_PROCESSING') {
    closeVersion(order, change, 'ORDER_UPDATE', 'The supplier answered for a booking that was changed since.')
    return order
  }
  booking.booking_status = item.statusBefore
  booking.booking_modified = stamp(change.at)
  const amended = structuredClone(order)
  if (accepted && isDone(amended, order, item, change, slots)) return amended
  closeVersion(order, change, 'ORDER_UPDATE', 'The supplier refused the amendment.')
  return order
}

/** Does what waited for the supplier; false when it cannot be had any more, the order then being spoilt. */
function isDone(
  order: OrderDocument,
  before: OrderDocument,
  item: PendingAmendment,
  change: Change,
  slots: SlotBook,
): boolean {
  try {
    const plan = planOf(order, item.sent, slots, item.requestedAt)
    const amended = amendNow(order, before, [plan], item.switches, change, slots)
    closeVersion(order, change, 'ORDER_UPDATE', `The supplier confirmed, ${describe(amended)}`)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

function startProcessing({ booking, sent }: Plan, switches: Switches, change: Change): PendingAmendment {
  const statusBefore = booking.booking_status
  booking.booking_status = 'BOOKING_PROCESSING'
  booking.booking_version += 1
  booking.booking_modified = stamp(change.at)
  return {
    kind: 'AMENDMENT',
    bookingReference: booking.booking_reference,
    sent,
    switches,
    requestedAt: change.at,
    statusBefore,
  }
}

function amendNow(
  order: OrderDocument,
  before: OrderDocument,
  plans: readonly Plan[],
  switches: Switches,
  change: Change,
  slots: SlotBook,
): readonly Amended[] {
  const tickets = new TicketMaker(order, change.ids)
  const amended = plans.map((plan) => amendBooking(plan, change, tickets, slots.maker))
  const material = amended.filter((each) => each.material).map((each) => each.booking)
  if (material.length === 0) return amended
  dropLostPromos(order, decimalsOf(currencyOf(order)))
  reprice(order)
  if (switches.adjust) adjustPrice(order, before, material, switches)
  else recordDifference(order, before, material, change)
  markUnpaid(order, before, material)
  return amended
}

/** New tickets are not paid as long as a charge waits. */
function markUnpaid(order: OrderDocument, before: OrderDocument, amended: readonly BookingDocument[]): void {
  if (!(order.order_payments ?? []).some((payment) => isOpenCharge(order, payment))) return
  const known = new Set(
    before.order_bookings.flatMap(pricedTickets).map((ticket) => ticket.product_type_transaction_id),
  )
  for (const booking of amended) {
    const active = pricedTickets(booking).filter(isActive)
    const replaced = active.every((ticket) => !known.has(ticket.product_type_transaction_id))
    for (const ticket of active) {
      if (!known.has(ticket.product_type_transaction_id)) {
        ticket.product_type_payment_status = replaced ? 'PARTIAL_PAID' : 'PENDING'
      }
    }
  }
}

function describe(amended: readonly Amended[]): string {
  if (amended.length === 0) return ''
  const made = amended.reduce((sum, each) => sum + each.made, 0)
  const dropped = amended.reduce((sum, each) => sum + each.dropped, 0)
  return `${amended.length} booking(s) amended: ${made} ticket(s) added, ${dropped} dropped`
}
