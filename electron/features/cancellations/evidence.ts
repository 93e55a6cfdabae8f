import type { CancellationTarget } from '@shared/features/cancellations'
import type { Evidence } from '../../journal/definition'
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

function isCancelledNow(target: CancellationTarget, { before, now }: Readings): boolean {
  if (target.level === 'order') {
    return now.orderStatus === 'ORDER_CANCELLED' || (now.listed && now.bookings.every(isBookingCancelled))
  }
  const [booking] = now.bookings
  if (!booking) return isGone(before, now)
  if (target.level === 'booking') return isBookingCancelled(booking)
  const [ticket] = booking.tickets
  if (!ticket) return isBookingCancelled(booking) || isGone(before, now)
  return ticket.cancelled || isBookingCancelled(booking)
}

type BookingSnapshot = OrderSnapshot['bookings'][number]

const isBookingCancelled = ({ status, tickets }: BookingSnapshot): boolean =>
  status === 'BOOKING_CANCELLED' || (tickets.length > 0 && tickets.every(({ cancelled }) => cancelled))

/** No longer in an order that lists the rest and is newer than it was. */
const isGone = (before: OrderSnapshot, now: OrderSnapshot): boolean => now.listed && isNewer(before, now)

const isProcessing = ({ bookings }: OrderSnapshot): boolean =>
  bookings.some(({ status }) => status === 'BOOKING_PROCESSING_CANCELLATION')

/** The supplier had it, and now the booking is as good as before. An older reading would look the same. */
const isDeclined = ({ accepted, now }: Readings): boolean =>
  accepted !== undefined &&
  !isNewer(now, accepted) &&
  now.bookings.length > 0 &&
  now.bookings.every(({ status }) => status === 'BOOKING_CONFIRMED' || status === 'BOOKING_UPDATED')

const isNewer = (than: OrderSnapshot, reading: OrderSnapshot): boolean =>
  reading.orderVersion !== null && than.orderVersion !== null && reading.orderVersion > than.orderVersion

/** One cancellation is one version. */
const hasJumped = (from: OrderSnapshot, to: OrderSnapshot): boolean =>
  from.orderVersion !== null && to.orderVersion !== null && to.orderVersion > from.orderVersion + 1
