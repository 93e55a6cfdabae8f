import { orderCurrency } from '@shared/features/orders'
import { describe, expect, it } from 'vitest'

const order = (...codes: unknown[]) => ({
  order_bookings: codes.map((code) => ({ product_currency_code: code })),
  // What the guest paid in says nothing about the order.
  order_payments: [{ payment_currency_code: 'USD' }],
})

describe('the currency of an order', () => {
  it('is the one its bookings agree on (rule 121), never that of the payment', () => {
    expect(orderCurrency(order('EUR', 'EUR'))).toEqual({ kind: 'one', code: 'EUR' })
    expect(orderCurrency(order('EUR', null))).toEqual({ kind: 'one', code: 'EUR' })
  })

  it('is said to be missing or mixed, never guessed', () => {
    expect(orderCurrency(order(null))).toEqual({ kind: 'none' })
    expect(orderCurrency(order())).toEqual({ kind: 'none' })
    expect(orderCurrency(order('EUR', 'JPY'))).toEqual({ kind: 'mixed', codes: ['EUR', 'JPY'] })
  })
})
