import type { OperationEffect } from '@shared/features/operations'
import { type Format, missing } from '../../lib/format'

/** A refund in the order's currency, and what the guest got of it where that is another: "€10.00 (US$11.40)". */
export function refundText({ amount, paid }: OperationEffect['refunds'][number], format: Format): string {
  const own = amount && format.money(amount.amount, amount.currency)
  const guests = paid && format.money(paid.amount, paid.currency)
  if (own && guests) return `${own} (${guests})`
  return own ?? guests ?? missing
}
