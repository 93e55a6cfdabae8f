import { refundableOf } from '@shared/features/cancellations'
import type { OrderCurrency, OrderPaymentRecord } from '@shared/features/orders'
import { minorUnitDigits, toMinorUnit } from '@shared/kernel/money'

/** What was taken and given back, as decimals of the order's currency. */
export interface PaymentFigures {
  readonly captured: string
  /** Refunds under way count as given. */
  readonly refunded: string
  readonly refundable: string
}

/**
 * Sums of an order's payment records. `payment_amount` is in the order's currency whatever the guest paid in (models.md,
 * Payment), so the sum is over one currency; without a clear one there is none (rules.md #121).
 */
export function paymentFigures(
  records: readonly OrderPaymentRecord[],
  currency: OrderCurrency,
): PaymentFigures | undefined {
  if (currency.kind !== 'one' || records.length === 0) return undefined
  if (minorUnitDigits(currency.code) === undefined) return undefined
  const rows = records.map(({ type, status, amount }) => ({
    payment_type: type,
    payment_status: status,
    payment_amount: amount,
  }))
  const captures = rows.filter(({ payment_type }) => payment_type !== 'REFUND')
  const refunds = rows.filter(({ payment_type }) => payment_type === 'REFUND')
  return {
    captured: toMinorUnit(refundableOf(captures), currency.code),
    refunded: toMinorUnit(refundableOf(refunds).neg(), currency.code),
    refundable: toMinorUnit(refundableOf(rows), currency.code),
  }
}
