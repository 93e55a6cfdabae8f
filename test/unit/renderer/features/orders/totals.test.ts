import { toOrderRow } from '@shared/features/orders'
import { describe, expect, it } from 'vitest'
import { totalsOf } from '../../../../../renderer/features/orders/totals'

const row = (total: string | null, ...currencies: (string | null)[]) => {
  const result = toOrderRow({
    order_reference: 'PRI8841203977',
    order_pricing: { price_total: total },
    order_bookings: currencies.map((code) => ({ product_currency_code: code })),
  })
  if (!result) throw new Error('no row')
  return result
}

describe('what orders come to', () => {
  it('is added up per currency, exactly, never across currencies', () => {
    const rows = [row('0.10', 'EUR'), row('0.20', 'EUR'), row('8400', 'JPY'), row('1.005', 'BHD')]
    expect(totalsOf(rows)).toEqual({
      sums: [
        { amount: '0.30', currency: 'EUR' },
        { amount: '8400', currency: 'JPY' },
        { amount: '1.005', currency: 'BHD' },
      ],
      leftOut: 0,
    })
  })

  it('leaves out orders without one clear currency or amount, and says how many', () => {
    const rows = [row('10.00', 'EUR'), row('10.00', null), row('10.00', 'EUR', 'JPY'), row(null, 'EUR')]
    expect(totalsOf(rows)).toEqual({ sums: [{ amount: '10.00', currency: 'EUR' }], leftOut: 3 })
  })
})
