import { gridStateSchema } from '@shared/features/grid-state'
import { mirrorFiltersSchema } from '@shared/features/mirror'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  type FilterValues,
  filtersOf,
  keepFilters,
  mirrorFilters,
  readFilters,
  requestFilters,
} from '../../../../../renderer/features/orders/filters/filter-values'

const today = Temporal.ZonedDateTime.from('2026-06-10T12:00[Europe/Amsterdam]')

const values: FilterValues = {
  created: { preset: 'today' },
  travel: { from: '2026-06-11', to: undefined },
  products: ['501', '502'],
  supplier: '77',
}

describe('the filters of the orders list', () => {
  it('come back as they were kept', () => {
    const kept = keepFilters(values)
    expect(gridStateSchema.safeParse({ filters: kept }).success).toBe(true)
    expect(readFilters(JSON.parse(JSON.stringify(kept)))).toEqual({
      ...values,
      travel: { from: '2026-06-11' },
    })
  })

  it('never keep the e-mail address of a person', () => {
    expect(keepFilters({ createdBy: 'desk@example.com' })).toEqual({})
  })

  it('leave out what cannot be read any more, and keep the rest', () => {
    const kept = { created: { preset: 'fortnight' }, travel: 'soon', products: [], supplier: '77', gone: 'x' }
    expect(readFilters(kept)).toEqual({ supplier: '77' })
  })

  it('are asked with moments of today, whenever they were kept', () => {
    expect(requestFilters(values, { today, inferred: true })).toEqual({
      created: { from: '2026-06-10T00:00:00+02:00', to: '2026-06-10T23:59:59+02:00' },
      travel: { from: '2026-06-11T00:00:00+02:00' },
      productIds: ['501', '502'],
      supplierId: '77',
    })
  })

  it('do not ask by a guessed name where that is not allowed', () => {
    expect(requestFilters(values, { today, inferred: false })).not.toHaveProperty('travel')
  })
})

describe('the filters that only the local copy has', () => {
  const more: FilterValues = {
    status: ['ORDER_PENDING', 'ORDER_PROCESSING'],
    payment: ['pending', 'refundFailed'],
    channel: ['WPOS'],
    total: { currency: 'EUR', min: '20.50' },
    fee: 'with',
    used: 'none',
    margin: { currency: 'GBP', max: '-1' },
    weekdays: ['6', '7'],
    leadDays: { max: '2' },
  }

  it('come back as they were kept', () => {
    const kept = keepFilters(more)
    expect(gridStateSchema.safeParse({ filters: kept }).success).toBe(true)
    expect(readFilters(JSON.parse(JSON.stringify(kept)))).toEqual(more)
  })

  it('are asked as the copy takes them, with every word that the API has for a status', () => {
    const asked = mirrorFilters(
      { ...more, created: { preset: 'today' }, travel: { preset: 'next7Days' }, supplier: '77' },
      today,
    )
    expect(mirrorFiltersSchema.parse(asked)).toEqual({
      created: { from: '2026-06-10T00:00:00+02:00', to: '2026-06-10T23:59:59+02:00' },
      // Days at the activity, whatever the clock of the desk.
      travel: { from: '2026-06-10', to: '2026-06-16' },
      statuses: ['ORDER_PENDING', 'ORDER_PROCESSING', 'PROCESSING'],
      payments: ['pending', 'refundFailed'],
      channels: ['WPOS'],
      supplierIds: ['77'],
      total: { currency: 'EUR', min: '20.50' },
      fee: 'with',
      redeemed: 'none',
      margin: { currency: 'GBP', max: '-1' },
      weekdays: [6, 7],
      leadDays: { max: 2 },
    })
  })

  it('are offered there, and never asked of the API', () => {
    expect(filtersOf('mirror')).toEqual(expect.arrayContaining(Object.keys(more)))
    expect(filtersOf('api-inferred').filter((id) => id in more)).toEqual([])
    expect(requestFilters(more, { today, inferred: true })).toEqual({})
  })

  it('do not offer when tickets were used, which the copy does not know', () => {
    expect(filtersOf('mirror')).not.toContain('redeemed')
    expect(filtersOf('api')).not.toContain('travel')
  })

  it('leave out amounts that are none and currencies that are none', () => {
    const kept = {
      total: { currency: 'EUR', min: 'a lot' },
      margin: { currency: '€', min: '1' },
      leadDays: { min: '1.5' },
      weekdays: ['8'],
    }
    expect(readFilters(kept)).toEqual({})
  })
})
