import { gridStateSchema } from '@shared/features/grid-state'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  type FilterValues,
  keepFilters,
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
