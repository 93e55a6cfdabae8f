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

export const thresholdUnits = ['seconds', 'minutes'] as const
export type ThresholdUnit = (typeof thresholdUnits)[number]

const millisecondsPer: Record<ThresholdUnit, number> = { seconds: 1_000, minutes: 60_000 }

/** One way to read what the terms leave open; the same for every booking, as one server computes them all. */
export interface FeeReading {
  readonly unit: ThresholdUnit
  /** A fixed fee: with every request, once for the booking, or by the share of its open tickets that go. */
  readonly fixed: 'each' | 'once' | 'share'
  /** What of a percentage and an amount that stand together is charged. */
  readonly together: 'both' | 'percentage' | 'amount'
  /** Whether policies whose beginning cannot be told are in force. */
  readonly undated: boolean
}

/** Every reading of the terms. The first is the likeliest: that of the v3.8 sample. */
export const feeReadings: readonly FeeReading[] = thresholdUnits.flatMap((unit) =>
  (['each', 'once', 'share'] as const).flatMap((fixed) =>
    (['both', 'percentage', 'amount'] as const).flatMap((together) =>
      [true, false].map((undated) => ({ unit, fixed, together, undated })),
    ),
  ),
)

/** What of a booking one request cancels: its value, and which share of the booking's open tickets it is. */
export interface CancelledShare {
  readonly value: Big
  /** Tickets that go, of those still open. */
  readonly tickets: number
  readonly openTickets: number
  /** True when tickets of the booking went before, so that a fee for the booking may have been charged. */
  readonly repeated: boolean
}

/** A policy, and from when on it charges; without a moment where that cannot be told. */
interface PolicyWindow {
  readonly policy: CancellationPolicy
  readonly from: number | undefined
  readonly uncertain: readonly Uncertainty[]
}

/** The policies of a booking under both units, so that dates are read once for all readings. */
export type PolicyWindows = Readonly<Record<ThresholdUnit, readonly PolicyWindow[]>>

export function policyWindows(booking: CancellableBooking): PolicyWindows {
  const under = (unit: ThresholdUnit) =>
    (booking.product_cancellation_policies ?? []).map((policy) => ({
      policy,
      ...chargedWindow(booking, policy, unit),
    }))
  return { seconds: under('seconds'), minutes: under('minutes') }
}

/**
 * What the policies charge for one request at `now` under one reading of them (rules.md #167): no policy is free until
 * used. A fee never exceeds the value. In the order's currency, unrounded.
 * @param now milliseconds since 1970 UTC
 */
export function feeUnder(
  reading: FeeReading,
  windows: PolicyWindows,
  share: CancelledShare,
  now: number,
): Big {
  if (share.value.lte(0)) return new Big(0)
  const all = windows[reading.unit]
  // The narrowest window that `now` falls into.
  const inForce = all
    .filter(({ from }) => from !== undefined && now >= from)
    .sort((a, b) => ((a.from ?? 0) < (b.from ?? 0) ? 1 : -1))[0]
  const undated = reading.undated ? all.filter(({ from }) => from === undefined) : []
  const fee = [...(inForce ? [inForce] : []), ...undated]
    .map(({ policy }) => chargeOf(policy, share, reading))
    .reduce((most, charge) => (charge.gt(most) ? charge : most), new Big(0))
  return fee.gt(share.value) ? share.value : fee
}

/**
 * Why the fees of a booking differ by reading: each way of reading that changes the fee while the others stand still.
 * @param fees one for each of {@link feeReadings}, in their order
 */
export function uncertaintyOf(windows: PolicyWindows, fees: readonly Big[]): readonly Uncertainty[] {
  const undated = windows.seconds.flatMap(({ uncertain }) => uncertain)
  if (fees.every((fee) => fee.eq(fees[0] ?? 0))) return [...new Set(undated)]
  const changes = (aspect: keyof FeeReading) => {
    const seen = new Map<string, Big>()
    return feeReadings.some((reading, index) => {
      const others = aspects.map((one) => (one === aspect ? '' : reading[one])).join()
      const fee = fees[index] ?? new Big(0)
      const first = seen.get(others)
      if (!first) seen.set(others, fee)
      return first !== undefined && !first.eq(fee)
    })
  }
  const found: (Uncertainty | false)[] = [
    ...undated,
    changes('fixed') && 'FIXED_FEE_SHARE',
    changes('together') && 'PERCENTAGE_AND_AMOUNT',
    changes('unit') && 'THRESHOLD_UNIT',
  ]
  return [...new Set(found.filter((one) => one !== false))]
}

/**
 * Fees of a booking for each of {@link feeReadings}, in their order, computed once for readings that its policies do
 * not tell apart: mostly two of them, or one, and an order may have hundreds of bookings.
 */
export function feesByReading(windows: PolicyWindows, feeOf: (reading: FeeReading) => Big): readonly Big[] {
  const all = windows.seconds
  const charges = (amount: unknown) => parseAmount(textOf(amount))?.gt(0) === true
  const hasAmount = all.some(({ policy }) => charges(policy.cancellation_fee_amount))
  const hasPercentage = all.some(({ policy }) => charges(policy.cancellation_fee_percentage))
  const hasUndated = all.some(({ from }) => from === undefined)
  const known = new Map<string, Big>()
  return feeReadings.map((reading) => {
    const key = [
      all.length > 0 && reading.unit,
      hasAmount && reading.fixed,
      hasAmount && hasPercentage && reading.together,
      hasUndated && reading.undated,
    ].join()
    const fee = known.get(key) ?? feeOf(reading)
    known.set(key, fee)
    return fee
  })
}

const aspects = ['unit', 'fixed', 'together', 'undated'] as const

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
function chargeOf(policy: CancellationPolicy, share: CancelledShare, { fixed, together }: FeeReading): Big {
  const percentage = parseAmount(policy.cancellation_fee_percentage)
  const amount = parseAmount(policy.cancellation_fee_amount)
  const relative = percentage ? share.value.times(percentage).div(100) : new Big(0)
  const partly = share.tickets < share.openTickets && share.openTickets > 0
  const absolute = amount
    ? fixed === 'share' && partly
      ? amount.times(share.tickets).div(share.openTickets)
      : fixed === 'once' && share.repeated
        ? new Big(0)
        : amount
    : new Big(0)
  if (percentage?.gt(0) && amount?.gt(0)) {
    if (together === 'percentage') return relative
    if (together === 'amount') return absolute
  }
  return relative.plus(absolute)
}
