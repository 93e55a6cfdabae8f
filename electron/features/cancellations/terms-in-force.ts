import { type CancellableBooking, chargedWindow, thresholdUnits } from '@shared/features/cancellations'

/**
 * What cancelling a booking costs at a moment, as a text to compare with another moment's: its policies, and which of
 * them charge under either unit. A deadline that passes changes it, though the order keeps its version and total.
 * @param at milliseconds since 1970 UTC
 */
export function termsInForce(booking: CancellableBooking, at: number): string {
  const policies = booking.product_cancellation_policies ?? []
  return policies
    .map((policy) => {
      const charges = thresholdUnits.map((unit) => {
        const { from } = chargedWindow(booking, policy, unit)
        return from === undefined ? '?' : at >= from ? 'charged' : 'free'
      })
      const { cancellation_type, cancellation_fee_percentage, cancellation_fee_amount } = policy
      return [cancellation_type, cancellation_fee_percentage, cancellation_fee_amount, ...charges].join(' ')
    })
    .join('; ')
}
