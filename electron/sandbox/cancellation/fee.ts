import type { CancellationPolicy } from '../catalogue/types'
import { type Minor, parseMinor, percentageOf } from '../money/minor-units'
import type { BookingDocument } from '../orders/document'
import { CANCELLATION_FEE } from '../orders/pricing'

/** `cancellation_fee_threshold` is read as seconds, like the v3.8 sample; v3.5 said minutes (models.md). */
const THRESHOLD_UNIT = 1000

/**
 * The fee for cancelling `value` worth of tickets of a booking at a moment (rule 167). Of the policies in
 * force the dearest counts. A percentage is taken of what is cancelled; a fixed amount is charged once per
 * booking; both together add up. Never more than `value`.
 */
export function cancellationFee(booking: BookingDocument, value: Minor, at: number, decimals: number): Minor {
  const charged =
    booking.booking_pricing.price_fees?.some((fee) => fee.fee_type === CANCELLATION_FEE) ?? false
  const fees = (booking.product_cancellation_policies ?? [])
    .filter((policy) => isInForce(policy, booking, at))
    .map((policy) => {
      const share = percentageOf(value, policy.cancellation_fee_percentage ?? 0)
      const fixed = charged ? 0 : parseMinor(policy.cancellation_fee_amount ?? '0', decimals)
      return share + fixed
    })
  return Math.min(value, Math.max(0, ...fees))
}

/**
 * A policy counted from the travel date charges from `threshold` before it; one counted from the booking
 * date charges once `threshold` has passed since. Without a threshold it always charges; with one but
 * without a travel date (open tickets) never.
 */
export function isInForce(policy: CancellationPolicy, booking: BookingDocument, at: number): boolean {
  const threshold = policy.cancellation_fee_threshold
  if (threshold === undefined) return true
  if (policy.cancellation_type === 'BOOKING_DATE') {
    return at > Date.parse(booking.booking_created) + threshold * THRESHOLD_UNIT
  }
  if (booking.booking_travel_date === undefined) return false
  return at > Date.parse(booking.booking_travel_date) - threshold * THRESHOLD_UNIT
}
