import Big from 'big.js'
import { parseAmount } from '../../kernel/money'
import { isCancelled } from './cancellable'
import { bookingsOf, type CancellableOrder, type FeeLine, ticketsOf } from './order-parts'
import type { SelectedPart } from './selection'

/**
 * What the order as a whole was charged beside its bookings, such as a payment fee, and is given back once nothing of it
 * stands: the guest's payment goes back "partly for a partial cancel" (rules.md #164), and what stays of a full one is what
 * the policies charge (#167). A fee that says it is not given back (`fee_refundable`, v3.5) stays.
 */
export function feesThatFall(order: CancellableOrder, parts: readonly SelectedPart[]): Big {
  if (parts.length === 0 || isAnythingLeft(order, parts)) return new Big(0)
  const ofBookings = bookingsOf(order).reduce(
    (total, { booking_pricing }) => total.plus(givenBack(booking_pricing?.price_fees)),
    new Big(0),
  )
  // The order's list sums up those of its bookings.
  const own = givenBack(order.order_pricing?.price_fees).minus(ofBookings)
  return own.gt(0) ? own : new Big(0)
}

/** Fees that are in the total (`fee_included`) and are not said to stay. */
const givenBack = (fees: readonly FeeLine[] | null | undefined): Big =>
  (fees ?? [])
    .filter(({ fee_included, fee_refundable }) => fee_included === true && fee_refundable !== false)
    .reduce((total, { fee_amount }) => total.plus(parseAmount(fee_amount) ?? 0), new Big(0))

function isAnythingLeft(order: CancellableOrder, parts: readonly SelectedPart[]): boolean {
  const going = new Map(parts.map((part) => [part.booking, new Set(part.tickets)]))
  return bookingsOf(order).some((booking) => {
    const tickets = going.get(booking)
    if (booking.booking_status === 'BOOKING_CANCELLED') return false
    const open = ticketsOf(booking).filter((ticket) => !isCancelled(ticket))
    if (open.length === 0 && ticketsOf(booking).length > 0) return false
    return tickets === undefined || open.some((ticket) => !tickets.has(ticket))
  })
}
