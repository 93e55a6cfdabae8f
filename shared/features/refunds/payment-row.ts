import { z } from 'zod'
import { type Money, parseAmount } from '../../kernel/money'
import { fieldsOf, textOf } from '../../kernel/tolerant'
import { orderPayments } from '../orders'

const text = z.string().optional()

/** One payment record of the list, by the API's values; what did not come is absent. */
export const paymentRowSchema = z.object({
  /** `payment_id`; names the row. */
  id: z.string(),
  /** The record that this one changes: the capture of an authorisation, the refund of a capture. */
  originalId: text,
  /** `payment_order_reference`: the order, or the reservation. */
  order: text,
  /** AUTHORIZATION, CAPTURE or REFUND (rules.md #176). */
  type: text,
  status: text,
  method: text,
  scheme: text,
  gateway: text,
  pspReference: text,
  merchantReference: text,
  /** In the order's currency, which the list does not name (models.md, Payment). */
  amount: text,
  /** What the guest paid or got, in their currency. */
  paid: z.object({ amount: text, currency: text }),
  /** From the order's currency to the guest's. */
  rate: text,
  reason: text,
  created: text,
})
export type PaymentRow = z.infer<typeof paymentRowSchema>

/** Reads one item of `GET /payments`; `undefined` without an id, as nothing could be done with it. */
export function toPaymentRow(item: unknown): PaymentRow | undefined {
  const [record] = orderPayments({ order_payments: [item] })
  if (record?.id === undefined) return undefined
  const { id, originalId, type, status, method, scheme, gateway, pspReference, merchantReference } = record
  return {
    ...{ id, originalId, type, status, method, scheme, gateway, pspReference, merchantReference },
    order: textOf(fieldsOf(item).payment_order_reference),
    amount: record.amount,
    paid: record.paid,
    rate: record.rate,
    reason: record.refundReason,
    created: record.created,
  }
}

/**
 * The amount in the order's currency, where that can be named: the list does not say which it is (models.md, Payment), but
 * at no rate, or a rate of 1, with the same amount, it is the guest's. Anything else would be a guess.
 */
export function orderMoneyOf({ amount, paid, rate }: PaymentRow): Money | undefined {
  const [own, guests] = [parseAmount(amount), parseAmount(paid.amount)]
  const atOne = rate === undefined || parseAmount(rate)?.eq(1) === true
  return amount !== undefined && paid.currency !== undefined && atOne && own && guests?.eq(own)
    ? { amount, currency: paid.currency }
    : undefined
}
