import { Temporal } from 'temporal-polyfill'
import { parseAmount } from '../../kernel/money'
import { parseOffsetDateTime } from '../../kernel/time'
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
  const last = moments.reduce<(typeof moments)[number] | undefined>(
    (latest, moment) => (latest && latest.epochMs >= moment.epochMs ? latest : moment),
    undefined,
  )
  if (!isCancelled && last && last.epochMs > now) reasons.push({ kind: 'travel-ahead', until: last.source })
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
