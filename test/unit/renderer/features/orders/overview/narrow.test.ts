import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import type { FilterValues } from '../../../../../../renderer/features/orders/filters/filter-values'
import {
  narrowing,
  onlyCancelled,
  onlyRefunded,
} from '../../../../../../renderer/features/orders/overview/narrow'

const today = Temporal.PlainDate.from('2026-11-19')
const narrow = (filters: FilterValues = {}) => narrowing(filters, today)

describe('a figure of the overview leads to the filters of before and', () => {
  it('its day of travel', () => {
    expect(narrow({ payment: ['paid'], travel: { preset: 'thisMonth' } }).day('2026-11-22')).toEqual({
      payment: ['paid'],
      travel: { from: '2026-11-22', to: '2026-11-22' },
    })
  })

  it('its week, as far as the days that are asked for go', () => {
    expect(narrow().week('2026-11-16')).toEqual({ created: { from: '2026-11-16', to: '2026-11-22' } })
    expect(narrow({ created: { preset: 'last7Days' } }).week('2026-11-09')).toEqual({
      created: { from: '2026-11-13', to: '2026-11-15' },
    })
    expect(narrow({ created: { to: '2026-11-10' } }).week('2026-11-09').created).toEqual({
      from: '2026-11-09',
      to: '2026-11-10',
    })
  })

  it('its currency, within the amounts that are asked for', () => {
    expect(narrow().week('2026-11-16', 'JPY').total).toEqual({ currency: 'JPY' })
    const total = { currency: 'JPY', min: '100' }
    expect(narrow({ total }).week('2026-11-16', 'JPY').total).toEqual(total)
  })

  it('its refunds or cancellations', () => {
    expect(onlyRefunded({ channel: ['WPOS'] })).toEqual({ channel: ['WPOS'], refund: 'with' })
    expect(onlyCancelled({ status: ['ORDER_CANCELLED', 'NEW'] }, ['ORDER_CANCELLED'])).toEqual({
      status: ['ORDER_CANCELLED'],
    })
  })

  it('its group, also that of the orders that name none', () => {
    expect(narrow({ status: ['A', 'B'] }).group('status', 'A')).toEqual({ status: ['A'] })
    expect(narrow().group('channel', '')).toEqual({ channel: [''] })
    expect(narrow().group('payment', 'refundFailed')).toEqual({ payment: ['refundFailed'] })
    expect(narrow({ products: ['1', '2'] }).group('product', '2')).toEqual({ products: ['2'] })
    expect(narrow().group('supplier', 's1')).toEqual({ supplier: 's1' })
  })

  it('its month, as far as the days of travel that are asked for go', () => {
    expect(narrow().group('month', '2028-02')).toEqual({ travel: { from: '2028-02-01', to: '2028-02-29' } })
    expect(narrow({ travel: { from: '2026-11-20' } }).group('month', '2026-11')).toEqual({
      travel: { from: '2026-11-20', to: '2026-11-30' },
    })
  })

  it('nothing where no filter says it: orders without a date of travel', () => {
    expect(narrow().group('month', '')).toBeUndefined()
  })
})
