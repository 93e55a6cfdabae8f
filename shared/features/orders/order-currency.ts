import { z } from 'zod'
import { distinct, entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'

/**
 * The currency of an order. `none`: no booking names one; `mixed`: they disagree, which the API should not do
 * (rules.md #121). In both cases nothing may be computed with its amounts.
 */
export const orderCurrencySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('one'), code: z.string() }),
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('mixed'), codes: z.array(z.string()) }),
])
export type OrderCurrency = z.infer<typeof orderCurrencySchema>

/**
 * The one `product_currency_code` of an order's bookings. The payment's currency is another matter: it is what the
 * guest paid in.
 */
export function orderCurrency(order: unknown): OrderCurrency {
  const codes = distinct(
    entriesOf(fieldsOf(order).order_bookings).map((booking) =>
      textOf(fieldsOf(booking).product_currency_code),
    ),
  )
  const [code] = codes
  if (code === undefined) return { kind: 'none' }
  return codes.length === 1 ? { kind: 'one', code } : { kind: 'mixed', codes }
}
