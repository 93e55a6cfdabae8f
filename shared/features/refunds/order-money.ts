import Big from 'big.js'
import { parseAmount } from '../../kernel/money'
import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import {
  isCancelledTicket,
  isDead,
  isSettledOutside,
  isTaken,
  orderCurrency,
  orderPayments,
  statusMeaning,
} from '../orders'

/** What only a whole order can tell of its money. */
export const orderFindings = ['refundLarger', 'cancelledNotRefunded', 'paidTwice'] as const
export type OrderFinding = (typeof orderFindings)[number]

/** Whether an order belongs to a view. `outside`: Prio holds no money of it. `unclear`: its records do not say. */
export type Judgement = 'found' | 'clear' | 'outside' | 'unclear'

/**
 * Judges an order by its whole document; nothing is guessed.
 * - `refundLarger`: more went back than what was taken exceeds the price that still stands.
 * - `cancelledNotRefunded`: something is cancelled, and more is held than the price that still stands.
 * - `paidTwice`: nothing is cancelled, and one of several payments could go back whole with the order still paid.
 */
export function judgeOrder(order: unknown, finding: OrderFinding): Judgement {
  if (isSettledOutside(textOf(fieldsOf(order).order_settlement_type))) return 'outside'
  const money = moneyOf(order)
  if (!money) return 'unclear'
  return holds(money, finding, order) ? 'found' : 'clear'
}

function holds({ total, captures, refunded }: OrderMoney, finding: OrderFinding, order: unknown): boolean {
  const captured = sum(captures)
  const held = captured.minus(refunded)
  const nothing = new Big(0)
  switch (finding) {
    case 'refundLarger': {
      const owed = captured.minus(total)
      return refunded.gt(owed.gt(nothing) ? owed : nothing)
    }
    case 'cancelledNotRefunded':
      return hasCancelledPart(order) && held.gt(total)
    case 'paidTwice':
      return (
        !hasCancelledPart(order) &&
        total.gt(nothing) &&
        captures.length > 1 &&
        captures.some((amount) => held.minus(amount).gte(total))
      )
  }
}

interface OrderMoney {
  readonly total: Big
  readonly captures: readonly Big[]
  /** Refunds under way count as given (rules.md #176). */
  readonly refunded: Big
}

/** In the order's currency; `undefined` where an amount, the currency or what a record is does not follow. */
function moneyOf(order: unknown): OrderMoney | undefined {
  const total = parseAmount(textOf(fieldsOf(fieldsOf(order).order_pricing).price_total))
  if (!total || orderCurrency(order).kind !== 'one') return undefined
  const captures: Big[] = []
  let refunded = new Big(0)
  let saysRefunded = false
  for (const { type, status, amount } of orderPayments(order)) {
    const value = parseAmount(amount)?.abs()
    if (type === 'AUTHORIZATION' || isDead(status)) continue
    // The bank took it back: neither held nor refunded.
    if (status === 'CHARGEBACK') continue
    if (!value) return undefined
    if (type === 'REFUND') refunded = refunded.plus(value)
    else if (type === 'CAPTURE' && isTaken(status)) {
      captures.push(value)
      saysRefunded ||= status === 'REFUNDED' || status === 'PARTIAL_REFUND'
    } else if (type !== 'CAPTURE') return undefined
  }
  // A payment says that money went back, and no record tells how much.
  return saysRefunded && refunded.eq(0) ? undefined : { total, captures, refunded }
}

const sum = (amounts: readonly Big[]): Big => amounts.reduce((all, one) => all.plus(one), new Big(0))

function hasCancelledPart(order: unknown): boolean {
  const { order_status, order_bookings } = fieldsOf(order)
  const bookings = entriesOf(order_bookings).map(fieldsOf)
  return (
    statusMeaning(textOf(order_status)) === 'cancelled' ||
    bookings.some(
      ({ booking_status, product_type_details }) =>
        statusMeaning(textOf(booking_status)) === 'cancelled' ||
        entriesOf(product_type_details).some((ticket) =>
          isCancelledTicket(textOf(fieldsOf(ticket).product_type_status)),
        ),
    )
  )
}
