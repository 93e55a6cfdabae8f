import type { OperationEffect } from '@shared/features/operations'

/** A refund record as a journal entry keeps it. */
interface RefundSnapshot {
  readonly id: string | null
  readonly status: string | null
  /** `payment_amount`, in the order's currency. */
  readonly amount: string | null
  readonly paidAmount?: string | null | undefined
  readonly paidCurrency: string | null
}

/**
 * A refund for the Operations screen: in the order's currency, and in the guest's where the server says how much that was.
 * @param currency the order's; without it the amount is left out
 */
export function describeRefundRow(
  { id, status, amount, paidAmount, paidCurrency }: RefundSnapshot,
  currency: string | undefined,
): OperationEffect['refunds'][number] {
  return {
    ...(amount && currency ? { amount: { amount, currency } } : {}),
    ...(paidAmount && paidCurrency && paidCurrency !== currency
      ? { paid: { amount: paidAmount, currency: paidCurrency } }
      : {}),
    ...(id ? { paymentId: id } : {}),
    ...(status ? { status } : {}),
  }
}
