import { orderPayments } from '@shared/features/orders'
import { describe, expect, it } from 'vitest'
import { paymentFigures } from '../../../../../../renderer/features/orders/order-page/payment-figures'

const record = (payment_type: string, payment_status: string, payment_amount: string) => ({
  payment_type,
  payment_status,
  payment_amount,
})
const figures = (records: object[], code = 'EUR') =>
  paymentFigures(orderPayments({ order_payments: records }), { kind: 'one', code })

describe('what was paid', () => {
  it('is what was taken less what was given back, in the order’s currency', () => {
    expect(
      figures([
        record('REFUND', 'PAID', '11.07'),
        record('CAPTURE', 'PAID', '30.00'),
        record('CAPTURE', 'PARTIAL_REFUND', '24.00'),
        record('AUTHORIZATION', 'AUTHORIZED', '54.00'),
        record('CAPTURE', 'REFUSED', '54.00'),
      ]),
    ).toEqual({ captured: '54.00', refunded: '11.07', refundable: '42.93' })
  })

  it('counts a refund that is on its way as given, one that failed as not', () => {
    expect(
      figures(
        [
          record('REFUND', 'PROCESSING', '500'),
          record('REFUND', 'REFUSED', '900'),
          record('CAPTURE', 'PAID', '8400'),
        ],
        'JPY',
      ),
    ).toEqual({ captured: '8400', refunded: '500', refundable: '7900' })
  })

  it('is not told without records, and not without one clear currency (rule 121)', () => {
    const records = orderPayments({ order_payments: [record('CAPTURE', 'PAID', '1.00')] })
    expect([
      figures([]),
      paymentFigures(records, { kind: 'none' }),
      paymentFigures(records, { kind: 'mixed', codes: ['EUR', 'USD'] }),
      paymentFigures(records, { kind: 'one', code: 'euro' }),
    ]).toEqual([undefined, undefined, undefined, undefined])
  })
})
