import Big from 'big.js'
import { parseAmount } from '../../kernel/money'
import { fieldsOf, textOf } from '../../kernel/tolerant'
import { orderCurrency, orderPayments } from '../orders'
import { refundable } from '../refunds'

/** Where the money of an order stands, in its currency; `unclear` where that does not follow from the records. */
export type PaymentDue =
  | {
      readonly kind: 'known'
      readonly currency: string
      /** Total less what was taken and is still held; negative where more was paid than asked. */
      readonly due: string
      /** Reserved or under way: may still be taken. */
      readonly open: string
    }
  | { readonly kind: 'unclear' }

/**
 * What the guest still has to pay: the price of the order, less what is left of every payment that was taken (rules.md
 * #176). Refunds under way count as given back. An order in more than one currency is unclear (rules.md #121).
 */
export function paymentDue(order: unknown): PaymentDue {
  const total = parseAmount(textOf(fieldsOf(fieldsOf(order).order_pricing).price_total))
  const currency = orderCurrency(order)
  const records = orderPayments(order)
  if (!total || currency.kind !== 'one') return { kind: 'unclear' }
  let held = new Big(0)
  let open = new Big(0)
  for (const payment of records.filter(({ type }) => type !== 'REFUND')) {
    // How the order is settled bounds what Prio gives back, not what was paid.
    const left = refundable(payment, records, 'DIRECT')
    if ('obstacle' in left) {
      if (left.obstacle === 'UNCLEAR' || left.obstacle === 'NO_ID') return { kind: 'unclear' }
      continue
    }
    if (left.act === 'refund') held = held.plus(left.remaining)
    else open = open.plus(left.remaining)
  }
  return { kind: 'known', currency: currency.code, due: total.minus(held).toFixed(), open: open.toFixed() }
}
