import { orderPayments, readPricing } from '@shared/features/orders'
import { describe, expect, it } from 'vitest'

describe('the payment records of an order', () => {
  it('keep amounts to the digit, in the order’s and in the guest’s currency', () => {
    const [payment] = orderPayments({
      order_payments: [
        {
          payment_amount: '10.00',
          payment_total: '100.000',
          payment_currency_code: 'JPY',
          payment_currency_amount: '1640',
          payment_currency_rate: '164.0301',
        },
      ],
    })
    expect(payment).toMatchObject({
      amount: '10.00',
      runningTotal: '100.000',
      paid: { amount: '1640', currency: 'JPY' },
      rate: '164.0301',
    })
  })

  it('show what the PSP says by its own names', () => {
    const [payment] = orderPayments({
      order_payments: [
        {
          payment_gateway_details: {
            payment_gateway_type: 'ADYEN',
            payment_service_provider_reference: 852596799876396,
            payment_gateway_additional_values: { psp_shopper_cardnumber: '1111', empty: '', deep: {} },
          },
        },
      ],
    })
    expect(payment).toMatchObject({
      gateway: 'ADYEN',
      pspReference: '852596799876396',
      pspValues: [{ name: 'psp_shopper_cardnumber', value: '1111' }],
    })
  })

  it('leave out what is no record', () => {
    expect(orderPayments({ order_payments: [null, {}, 3, { payment_id: 'P1' }] })).toMatchObject([
      { id: 'P1' },
    ])
    expect([orderPayments(undefined), orderPayments({ order_payments: {} })]).toEqual([[], []])
  })
})

describe('a price', () => {
  it('says of each fee whether it is part of the total, or that this is not known', () => {
    const { fees } = readPricing({
      price_fees: [
        { fee_type: 'SERVICE', fee_included: true },
        { fee_type: 'PARTNER', fee_included: false },
        { fee_type: 'CUSTOM', fee_included: 'yes' },
      ],
    })
    expect(fees.map(({ included }) => included)).toEqual([true, false, undefined])
  })

  it('leaves out lines that hold nothing and survives lists that are none', () => {
    expect(
      readPricing({ price_taxes: [{}, null, { tax_amount: '0.65' }], price_fees: 'none' }),
    ).toMatchObject({
      taxes: [{ amount: '0.65' }],
      fees: [],
      subtotal: undefined,
    })
  })
})
