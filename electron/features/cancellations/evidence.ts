import type { CancellationTarget } from '@shared/features/cancellations'
import type { Evidence } from '../../journal/definition'
import { hasJumped } from '../orders'
import type { OrderSnapshot } from './order-snapshot'

/** What was read at the three moments that matter. */
export interface Readings {
  /** Just before the request left. */
  readonly before: OrderSnapshot
  /** When the supplier had taken it; absent while it has not. */
  readonly accepted: OrderSnapshot | undefined
  readonly now: OrderSnapshot
}

/** What an order as read now says about the cancellation of a part of it (rules.md #160, #162). */
export function cancellationEvidence(target: CancellationTarget, readings: Readings): Evidence {
  const { accepted, before, now } = readings
  const verdict = isCancelledNow(target, readings)
    ? 'happened'
    : isProcessing(now)
      ? 'at-supplier'
      : isDeclined(readings)
        ? 'declined'
        : 'absent'
  return { verdict, othersChanged: verdict !== 'absent' && hasJumped(accepted ?? before, now) }
}

/**
 * Only a status is evidence. A booking or a ticket that is not there may have been replaced by another with a new id,
 * as an amendment does (rules.md #155), so its absence says nothing.
 */
function isCancelledNow(target: CancellationTarget, { before, now }: Readings): boolean {
  if (target.level === 'order') return isOrderCancelled(before, now)
  const [booking] = now.bookings
  if (!booking) return false
  const [ticket] = booking.tickets
  return isBookingCancelled(booking) || (target.level === 'ticket' && ticket?.cancelled === true)
}

/** By its own status, or by that of every booking it had and has. */
function isOrderCancelled(before: OrderSnapshot, { orderStatus, bookings }: OrderSnapshot): boolean {
  if (orderStatus === 'ORDER_CANCELLED') return true
  const listed = new Set(bookings.map(({ reference }) => reference))
  const allThere = before.bookings.every(({ reference }) => reference !== null && listed.has(reference))
  return bookings.length > 0 && allThere && bookings.every(isBookingCancelled)
}

type BookingSnapshot = OrderSnapshot['bookings'][number]

const isBookingCancelled = ({ status, tickets }: BookingSnapshot): boolean =>
  status === 'BOOKING_CANCELLED' || (tickets.length > 0 && tickets.every(({ cancelled }) => cancelled))

const isProcessing = ({ bookings }: OrderSnapshot): boolean =>
  bookings.some(({ status }) => status === 'BOOKING_PROCESSING_CANCELLATION')

/**
 * The supplier had it, and a newer order shows the booking as good as before. A reading of the version in which it was
 * taken, or of no known version, may be an older one from a cache (rules.md #42): it settles nothing.
 */
const isDeclined = ({ accepted, now }: Readings): boolean =>
  accepted !== undefined &&
  isNewer(accepted, now) &&
  now.bookings.length > 0 &&
  now.bookings.every(({ status }) => status === 'BOOKING_CONFIRMED' || status === 'BOOKING_UPDATED')

const isNewer = (than: OrderSnapshot, reading: OrderSnapshot): boolean =>
  reading.orderVersion !== null && than.orderVersion !== null && reading.orderVersion > than.orderVersion
