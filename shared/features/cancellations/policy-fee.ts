import Big from 'big.js'
import { parseAmount } from '../../kernel/money'
import { parseOffsetDateTime } from '../../kernel/time'
import { textOf } from '../../kernel/tolerant'
import type { CancellableBooking, CancellationPolicy } from './order-parts'

/** Why an estimate is a range and not one figure. */
export type Uncertainty =
  /** v3.5 counts the threshold in minutes, the v3.8 sample in seconds (rules.md #167 and the model). */
  | 'THRESHOLD_UNIT'
  /** Whether a fixed fee of a booking is charged in full or in part when only some of its tickets go. */
  | 'FIXED_FEE_SHARE'
  /** Percentage and fixed amount stand together, and nothing says whether both are charged. */
  | 'PERCENTAGE_AND_AMOUNT'
  /** The moment the threshold counts from is missing. */
  | 'NO_REFERENCE_DATE'
  /** A kind of policy that is not known. */
  | 'UNKNOWN_POLICY'

/** Lowest and highest fee that some reading of the terms gives, in the order's currency, unrounded. */
export interface FeeEstimate {
  readonly low: Big
  readonly high: Big
  readonly uncertain: readonly Uncertainty[]
}

export const thresholdUnits = ['seconds', 'minutes'] as const
export type ThresholdUnit = (typeof thresholdUnits)[number]

const millisecondsPer: Record<ThresholdUnit, number> = { seconds: 1_000, minutes: 60_000 }

/** What of a booking is cancelled: its value, and which share of the booking's open tickets it is. */
export interface CancelledShare {
  readonly value: Big
  /** Tickets that go, of those still open. */
  readonly tickets: number
  readonly openTickets: number
}

const none: FeeEstimate = { low: new Big(0), high: new Big(0), uncertain: [] }

/**
 * What the booking's policies charge for cancelling a share of it at `now` (rules.md #167): no policy is free until
 * used. Every reading of an uncertain term is computed and the outer bounds given. A fee never exceeds the value.
 * @param now milliseconds since 1970 UTC
 */
export function estimateFee(booking: CancellableBooking, share: CancelledShare, now: number): FeeEstimate {
  const policies = booking.product_cancellation_policies ?? []
  if (policies.length === 0 || share.value.lte(0)) return none
  const readings = thresholdUnits.map((unit) => feeUnder(booking, policies, share, now, unit))
  const low = smallest(readings.map((reading) => reading.low))
  const high = largest(readings.map((reading) => reading.high))
  const [first, second] = readings
  const differ = first && second && !(first.low.eq(second.low) && first.high.eq(second.high))
  const uncertain = new Set(readings.flatMap((reading) => reading.uncertain))
  if (differ) uncertain.add('THRESHOLD_UNIT')
  return { low: cap(low, share.value), high: cap(high, share.value), uncertain: [...uncertain] }
}

/** Under one reading of the unit: the policy in force, being the narrowest window that `now` falls into. */
function feeUnder(
  booking: CancellableBooking,
  policies: readonly CancellationPolicy[],
  share: CancelledShare,
  now: number,
  unit: ThresholdUnit,
): FeeEstimate {
  const windows = policies.map((policy) => ({ policy, ...chargedWindow(booking, policy, unit) }))
  const uncertain = [...new Set(windows.flatMap((window) => window.uncertain))]
  const inForce = windows
    .filter((window) => window.from !== undefined && now >= window.from)
    .sort((a, b) => ((a.from ?? 0) < (b.from ?? 0) ? 1 : -1))[0]
  // Without a date to count from, any of the policies may be in force, or none yet.
  const undated = windows
    .filter((window) => window.from === undefined)
    .map(({ policy }) => chargeOf(policy, share))
  const certain = inForce ? chargeOf(inForce.policy, share) : none
  return {
    low: undated.length > 0 ? smallest([certain.low, new Big(0)]) : certain.low,
    high: largest([certain.high, ...undated.map((charge) => charge.high)]),
    uncertain: [...uncertain, ...certain.uncertain, ...undated.flatMap((charge) => charge.uncertain)],
  }
}

/** From when on the policy charges: so long before the travel date, or so long after booking; without a limit, always. */
export function chargedWindow(
  booking: CancellableBooking,
  policy: CancellationPolicy,
  unit: ThresholdUnit,
): { readonly from: number | undefined; readonly uncertain: readonly Uncertainty[] } {
  const limit = textOf(policy.cancellation_fee_threshold)
  // An empty limit is a missing one (rules.md #47), not one of zero.
  if (limit === undefined) return { from: Number.NEGATIVE_INFINITY, uncertain: [] }
  const threshold = Number(limit) * millisecondsPer[unit]
  if (!Number.isFinite(threshold)) return { from: undefined, uncertain: ['UNKNOWN_POLICY'] }
  if (policy.cancellation_type === 'BOOKING_DATE') {
    const booked = parseOffsetDateTime(booking.booking_created)
    if (!booked) return { from: undefined, uncertain: ['NO_REFERENCE_DATE'] }
    return { from: booked.epochMs + threshold, uncertain: [] }
  }
  if (policy.cancellation_type === 'TRAVEL_DATE') {
    const travel = parseOffsetDateTime(
      booking.product_availability_from_date_time ?? booking.booking_travel_date,
    )
    if (!travel) return { from: undefined, uncertain: ['NO_REFERENCE_DATE'] }
    return { from: travel.epochMs - threshold, uncertain: [] }
  }
  return { from: undefined, uncertain: ['UNKNOWN_POLICY'] }
}

/** What one policy charges for the share, once it is in force. */
function chargeOf(policy: CancellationPolicy, share: CancelledShare): FeeEstimate {
  const percentage = parseAmount(policy.cancellation_fee_percentage)
  const fixed = parseAmount(policy.cancellation_fee_amount)
  const relative = percentage ? share.value.times(percentage).div(100) : undefined
  const partly = share.tickets < share.openTickets && share.openTickets > 0
  const fixedLow = fixed && partly ? fixed.times(share.tickets).div(share.openTickets) : fixed
  const uncertain: Uncertainty[] = fixed?.gt(0) && partly ? ['FIXED_FEE_SHARE'] : []
  if (relative?.gt(0) && fixed?.gt(0) && fixedLow) {
    const low = smallest([relative, fixedLow])
    return { low, high: relative.plus(fixed), uncertain: [...uncertain, 'PERCENTAGE_AND_AMOUNT'] }
  }
  if (fixed?.gt(0) && fixedLow) return { low: fixedLow, high: fixed, uncertain }
  if (relative) return { low: relative, high: relative, uncertain: [] }
  return none
}

const smallest = (amounts: readonly Big[]): Big =>
  amounts.reduce((a, b) => (b.lt(a) ? b : a), amounts[0] ?? new Big(0))
const largest = (amounts: readonly Big[]): Big => amounts.reduce((a, b) => (b.gt(a) ? b : a), new Big(0))
const cap = (fee: Big, value: Big): Big => (fee.gt(value) ? value : fee)
