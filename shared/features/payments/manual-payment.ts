import { minorUnitDigits, parseAmount } from '../../kernel/money'
import { fieldsOf, textOf } from '../../kernel/tolerant'
import { statusMeaning } from '../orders'
import type { PaymentDue } from './payment-due'

/** How money comes in outside Prio (enums.md, PaymentMethod): what a provider or a page of Prio takes is not recorded by hand. */
export const manualMethods = ['CASH', 'BANK_TRANSFER', 'TERMINAL', 'GUEST_BILL', 'VOUCHER', 'OTHER'] as const
export type ManualMethod = (typeof manualMethods)[number]

/** Why no payment is recorded, as far as the order tells; also the code of the error. */
export const manualPaymentObstacles = [
  'ORDER_CANCELLED',
  /** Partners who collect the money themselves make no payment calls (rules.md #172). */
  'SETTLED_OUTSIDE',
  'NOTHING_DUE',
  /** The bookings do not agree on a currency (rules.md #121). */
  'AMOUNT_UNCLEAR',
] as const
export type ManualPaymentObstacle = (typeof manualPaymentObstacles)[number]

/** What is wrong with an amount that was typed. */
export type AmountProblem = 'NOT_A_NUMBER' | 'NOT_POSITIVE' | 'TOO_MANY_DIGITS'

/**
 * What stands in the way of recording a payment; `undefined` when nothing is known to. Money that came in at the venue or
 * on an invoice can be recorded.
 * @param due of the order, as just read
 */
export function manualPaymentObstacle(order: unknown, due: PaymentDue): ManualPaymentObstacle | undefined {
  const { order_status, order_settlement_type } = fieldsOf(order)
  if (statusMeaning(textOf(order_status)) === 'cancelled') return 'ORDER_CANCELLED'
  if ((textOf(order_settlement_type) ?? 'EXTERNAL') === 'EXTERNAL') return 'SETTLED_OUTSIDE'
  if (due.kind === 'unclear') return 'AMOUNT_UNCLEAR'
  return parseAmount(due.due)?.gt(0) ? undefined : 'NOTHING_DUE'
}

/** An amount of money that can be recorded: above zero, with no more digits than the currency has (rules.md #53). */
export function amountProblem(amount: string, currency: string): AmountProblem | undefined {
  const value = parseAmount(amount)
  if (!value) return 'NOT_A_NUMBER'
  if (value.lte(0)) return 'NOT_POSITIVE'
  const digits = minorUnitDigits(currency) ?? 2
  return value.eq(value.round(digits)) ? undefined : 'TOO_MANY_DIGITS'
}

/** How an amount stands to what is due. */
export function compareWithDue(amount: string, due: PaymentDue): 'less' | 'all' | 'more' | 'unknown' {
  const value = parseAmount(amount)
  const wanted = due.kind === 'known' ? parseAmount(due.due) : undefined
  if (!value || !wanted) return 'unknown'
  return value.gt(wanted) ? 'more' : value.lt(wanted) ? 'less' : 'all'
}
