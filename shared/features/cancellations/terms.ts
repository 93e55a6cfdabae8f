import { parseAmount } from '../../kernel/money'
import { parseOffsetDateTime } from '../../kernel/time'
import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import type { CancellableBooking, CancellationPolicy } from './order-parts'
import { chargedWindow, type ThresholdUnit, thresholdUnits, type Uncertainty } from './policy-fee'

/** What cancelling a booking costs, and from when on, by its policies (rules.md #167). */
export type CancellationTerms =
  | { readonly kind: 'notAllowed' }
  /** No policy: free until used. */
  | { readonly kind: 'freeUntilUsed' }
  | {
      readonly kind: 'policies'
      /** One reading, or one for each unit that the threshold may count in where they differ. */
      readonly readings: readonly TermsReading[]
      /** Policies whose beginning cannot be told. */
      readonly undated: readonly UndatedCharge[]
      /** Offset of the activity ("+02:00"), in which the moments are to be shown. */
      readonly offset: string
    }

export interface TermsReading {
  /** Absent when the unit makes no difference. */
  readonly unit?: ThresholdUnit | undefined
  /** One after the other without a gap; the first is open at its beginning, the last at its end. */
  readonly periods: readonly TermsPeriod[]
}

export interface TermsPeriod {
  /** Milliseconds since 1970 UTC; absent for the first. */
  readonly from?: number | undefined
  /** Absent: nothing is charged. */
  readonly charge?: Charge | undefined
}

/** A fee as the policy names it: a percentage of the value, an amount, or both. */
export interface Charge {
  readonly percentage?: string | undefined
  readonly amount?: string | undefined
}

export interface UndatedCharge {
  readonly charge: Charge
  readonly because: readonly Uncertainty[]
}

/** Reads the terms of a booking as the API sends it; never throws. */
export function cancellationTerms(source: unknown): CancellationTerms {
  const booking = readBooking(source)
  if (booking.product_cancellation_allowed === false) return { kind: 'notAllowed' }
  const policies = booking.product_cancellation_policies ?? []
  if (policies.length === 0) return { kind: 'freeUntilUsed' }
  const readings = thresholdUnits.map((unit) => ({ unit, periods: periodsUnder(booking, policies, unit) }))
  const [first, second] = readings
  const alike = JSON.stringify(first?.periods) === JSON.stringify(second?.periods)
  return {
    kind: 'policies',
    readings: alike && first ? [{ periods: first.periods }] : readings,
    undated: undatedOf(booking, policies),
    offset: parseOffsetDateTime(travelOf(booking) ?? booking.booking_created)?.offset ?? '+00:00',
  }
}

/** The last moment that a date can name, in milliseconds from 1970; as far back is the first. */
const furthest = 8.64e15

function periodsUnder(
  booking: CancellableBooking,
  policies: readonly CancellationPolicy[],
  unit: ThresholdUnit,
): TermsPeriod[] {
  const booked = parseOffsetDateTime(booking.booking_created)?.epochMs ?? -furthest
  const starts = policies
    .flatMap((policy) => {
      const { from } = chargedWindow(booking, policy, unit)
      return from === undefined ? [] : { from, charge: chargeOf(policy) }
    })
    .sort((a, b) => a.from - b.from)
  if (starts.length === 0) return []
  // What began before the booking was made has been in force all along; only the last of it ever was.
  const before = starts.filter(({ from }) => from <= booked)
  const since = starts.filter(({ from }) => from > booked && from <= furthest)
  return [before.length > 0 ? { charge: before.at(-1)?.charge } : {}, ...since]
}

function undatedOf(booking: CancellableBooking, policies: readonly CancellationPolicy[]): UndatedCharge[] {
  return policies.flatMap((policy) => {
    const { from, uncertain } = chargedWindow(booking, policy, 'minutes')
    const charge = chargeOf(policy)
    return from === undefined && charge ? [{ charge, because: uncertain }] : []
  })
}

function chargeOf(policy: CancellationPolicy): Charge | undefined {
  const positive = (value: unknown) => {
    const text = textOf(value)
    return parseAmount(text)?.gt(0) ? text : undefined
  }
  const percentage = positive(policy.cancellation_fee_percentage)
  const amount = positive(policy.cancellation_fee_amount)
  return percentage || amount ? { percentage, amount } : undefined
}

const travelOf = (booking: CancellableBooking) =>
  booking.product_availability_from_date_time ?? booking.booking_travel_date

/** The fields that the terms rest on, each of the type it should have or missing (rules.md #47). */
function readBooking(source: unknown): CancellableBooking {
  const booking = fieldsOf(source)
  return {
    booking_created: textOf(booking.booking_created),
    booking_travel_date: textOf(booking.booking_travel_date),
    product_availability_from_date_time: textOf(booking.product_availability_from_date_time),
    product_cancellation_allowed: booking.product_cancellation_allowed !== false,
    product_cancellation_policies: entriesOf(booking.product_cancellation_policies)
      .map(fieldsOf)
      .map((policy) => ({
        cancellation_type: textOf(policy.cancellation_type),
        cancellation_fee_threshold: textOf(policy.cancellation_fee_threshold),
        cancellation_fee_percentage: textOf(policy.cancellation_fee_percentage),
        cancellation_fee_amount: textOf(policy.cancellation_fee_amount),
      })),
  }
}
