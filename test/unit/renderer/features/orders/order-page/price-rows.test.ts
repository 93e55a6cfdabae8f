import { readPricing } from '@shared/features/orders'
import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { priceRows } from '../../../../../../renderer/features/orders/order-page/overview/price-rows'
import { startI18n } from '../../../../../../renderer/lib/i18n'

beforeAll(() => startI18n('en'))

const rows = (pricing: object) =>
  priceRows(readPricing(pricing), {
    t: i18next.getFixedT('en', 'order'),
    word: (_list, value) => value.toLowerCase(),
    money: (amount) => `EUR ${amount}`,
  })

describe('the lines of a price', () => {
  it('say of a fee whether it counts', () => {
    const fee = (fee_type: string, over: object) => ({ fee_type, fee_amount: '1.00', ...over })
    expect(
      rows({
        price_fees: [
          fee('SERVICE', { fee_included: true, fee_percentage: '25.00', fee_tax_amount: '0.21' }),
          fee('PARTNER', { fee_included: false }),
          fee('CUSTOM', {}),
        ],
      }),
    ).toEqual([
      {
        label: 'service fee',
        note: '25.00 % · in the total · of which tax EUR 0.21',
        amount: '1.00',
        informational: false,
      },
      { label: 'partner fee', note: 'for information', amount: '1.00', informational: true },
      { label: 'custom fee', note: 'not said whether in the total', amount: '1.00', informational: false },
    ])
  })

  it('come in the order of the price, with the words of the API where it gives any', () => {
    expect(
      rows({
        price_subtotal: '20.00',
        price_variations: [{ variation_label: 'Peak hour', variation_amount: '2.50', variation_type: 'DYN' }],
        price_promocodes: [{ promo_code: 'XMAS', promo_amount: '-5.50' }],
        price_taxes: [{ tax_id: 'T1', tax_rate: '20.00', tax_amount: '0.65' }],
        price_margins: [{ margin_type: 'RESELLER', margin_amount: '3.00' }],
      }).map(({ label, note, amount }) => [label, note, amount]),
    ).toEqual([
      ['Subtotal', '', '20.00'],
      ['Peak hour', 'dyn', '2.50'],
      ['Promo code XMAS', '', '-5.50'],
      ['Tax', '20.00 % · T1', '0.65'],
      ['reseller margin', '', '3.00'],
    ])
  })

  it('leave out what has no amount', () => {
    expect(rows({ price_taxes: [{ tax_id: 'T1' }] })).toEqual([])
  })
})
