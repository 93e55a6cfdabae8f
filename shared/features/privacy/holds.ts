import { Temporal } from 'temporal-polyfill'
import { parseAmount } from '../../kernel/money'
import { type OffsetDateTime, parseOffsetDateTime } from '../../kernel/time'
import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import { isUnderWay, orderPayments, orderTravel, statusMeaning } from '../orders'
import { paymentDue } from '../payments'
import type { RetentionRule } from './retention-rule'
import type { HoldReason, OrderReview } from './review'

/** When an order is looked at, and by what rules. */
export interface HoldTerms {
  readonly rules: readonly RetentionRule[]
  /** Milliseconds since 1970 UTC. */
  readonly now: number
  /** Calendar day at the desk. */
  readonly today: string
}

/**
 * Why an order should be kept for now: its money is not settled, somebody still travels with it, a supplier works on it,
 * or a rule of the profile says so. None of it is lost by waiting, and all of it by erasing.
 */
export function holdReasons(order: unknown, { rules, now, today }: HoldTerms): HoldReason[] {
  const { order_status, order_bookings, order_created } = fieldsOf(order)
  const isCancelled = statusMeaning(textOf(order_status)) === 'cancelled'
  const payments = orderPayments(order)
  const reasons: HoldReason[] = []
  if (payments.some(({ type, status }) => type === 'REFUND' && isUnderWay(status))) {
    reasons.push({ kind: 'open-refund' })
  }
  const due = paymentDue(order)
  const owes =
    due.kind === 'known' && !isCancelled && payments.length > 0 && (parseAmount(due.due)?.gt(0) ?? false)
  const underWay = payments.some(({ type, status }) => type !== 'REFUND' && isUnderWay(status))
  if (owes || underWay) reasons.push({ kind: 'unsettled-payment' })
  const bookings = entriesOf(order_bookings).map((booking) => textOf(fieldsOf(booking).booking_status) ?? '')
  if (bookings.some((status) => /PENDING_SUPPLIER|PROCESSING/.test(status))) {
    reasons.push({ kind: 'in-process' })
  }
  const moments = orderTravel(order).flatMap(({ at }) => parseOffsetDateTime(at) ?? [])
  const last = latest(moments, ({ epochMs }) => epochMs)
  const visit = latest(visits(order), ({ overMs }) => overMs)
  if (!isCancelled && visit && visit.overMs > now) reasons.push({ kind: 'travel-ahead', until: visit.until })
  const created = parseOffsetDateTime(textOf(order_created))
  for (const { name, since, months } of rules) {
    const from = since === 'created' ? created : (last ?? created)
    if (!from) continue
    const until = from.local.toPlainDate().add({ months }).toString()
    if (Temporal.PlainDate.compare(until, today) > 0) {
      reasons.push({ kind: 'retention', rule: name, until })
    }
  }
  return reasons
}

/**
 * When the visits of an order are over. A day that is meant lasts until its end where the activity is (rules.md #48, #84,
 * #87), a slot or a pass until its own. An open ticket without a date is no visit that is ahead: the review tells of it as unused.
 */
function visits(order: unknown): { readonly until: string; readonly overMs: number }[] {
  const ends = entriesOf(fieldsOf(order).order_bookings)
    .map(fieldsOf)
    .filter(({ booking_status }) => statusMeaning(textOf(booking_status)) !== 'cancelled')
    .flatMap((booking) => [textOf(booking.product_availability_to_date_time) ?? ''])
    .flatMap((at) => parseOffsetDateTime(at) ?? [])
    .map(({ source, epochMs }) => ({ until: source, overMs: epochMs }))
  const begins = orderTravel(order).flatMap(({ at, dateOnly }) => {
    const moment = parseOffsetDateTime(at)
    if (!moment) return []
    return [{ until: at, overMs: dateOnly ? endOfDay(moment) : moment.epochMs }]
  })
  return [...begins, ...ends]
}

const endOfDay = ({ local, offset }: OffsetDateTime): number =>
  Temporal.Instant.from(`${local.toPlainDate().add({ days: 1 })}T00:00:00${offset}`).epochMilliseconds

/** The first of those that are latest. */
const latest = <Item>(items: readonly Item[], msOf: (item: Item) => number): Item | undefined =>
  items.reduce<Item | undefined>(
    (last, item) => (last !== undefined && msOf(last) >= msOf(item) ? last : item),
    undefined,
  )

/** What erasing an order means for its vouchers. */
export function voucherEffect(order: unknown): OrderReview['vouchers'] {
  const bookings = entriesOf(fieldsOf(order).order_bookings).map(fieldsOf)
  const standing = bookings.filter(
    ({ booking_status }) => statusMeaning(textOf(booking_status)) !== 'cancelled',
  )
  const tickets = standing.flatMap(({ product_type_details }) =>
    entriesOf(product_type_details).map(fieldsOf),
  )
  return {
    released: standing.filter(({ booking_voucher_released }) => booking_voucher_released === true).length,
    unused: tickets.filter(
      ({ product_type_redemption_status }) => textOf(product_type_redemption_status) !== 'REDEEMED',
    ).length,
  }
}
