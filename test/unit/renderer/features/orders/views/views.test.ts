import { gridStateSchema } from '@shared/features/grid-state'
import { savedViewSchema, type ViewContent } from '@shared/features/mirror'
import { describe, expect, test } from 'vitest'
import { readFilters } from '../../../../../../renderer/features/orders/filters/filter-values'
import {
  type BuiltInId,
  builtInView,
  builtInViewsOf,
} from '../../../../../../renderer/features/orders/views/built-in-views'
import { unknownFilter } from '../../../../../../renderer/features/orders/views/check-imported'
import { differs } from '../../../../../../renderer/features/orders/views/compare-views'
import { presentView } from '../../../../../../renderer/features/orders/views/present-view'

const every: BuiltInId[] = ['all', 'arrivals', 'unpaid', 'pending', 'cancelled', 'changed', 'review']

describe('the built-in views', () => {
  test('are offered where their filters can be asked with', () => {
    expect(builtInViewsOf('mirror')).toEqual(every)
    expect(builtInViewsOf('api-inferred')).toEqual(['all', 'arrivals'])
    expect(builtInViewsOf('api')).toEqual(['all'])
  })

  test('unpaid leaves out what was cancelled or failed, of which no payment is expected', () => {
    const statuses = builtInView('unpaid').filters?.status
    expect(statuses).toEqual(
      expect.arrayContaining(['ORDER_CONFIRMED', 'ORDER_UPDATED', 'ORDER_PENDING', 'ORDER_REVIEW']),
    )
    expect(statuses).not.toContain('ORDER_CANCELLED')
    expect(statuses).not.toContain('ORDER_FAILED')
  })

  test.each(every)('%s can be kept and read back as it is', (id) => {
    const { filters, sort } = builtInView(id)
    expect(gridStateSchema.safeParse({ filters, sort, view: id }).success).toBe(true)
    expect(readFilters(filters)).toEqual(filters)
  })
})

describe('a list differs from its view', () => {
  const columns = [{ id: 'reference' }, { id: 'guest' }, { id: 'email', hidden: true }]
  const view: ViewContent = {
    text: 'okafor',
    filters: { status: ['A', 'B'], travel: { preset: 'today' } },
    sort: { columnId: 'guest', direction: 'asc' },
    columns: [],
  }
  const changes: [string, ViewContent, boolean][] = [
    ['nothing', {}, false],
    [
      'the order in which filters and their values were set',
      { filters: { travel: { preset: 'today' }, status: ['B', 'A'] } },
      false,
    ],
    [
      'columns that were moved back',
      { columns: [{ id: 'reference' }, { id: 'guest', hidden: false }, { id: 'email', hidden: true }] },
      false,
    ],
    ['the text', { text: 'okafor a' }, true],
    ['a filter', { filters: { travel: { preset: 'today' } } }, true],
    ['the sort', { sort: { columnId: 'guest', direction: 'desc' } }, true],
    ['a width', { columns: [{ id: 'reference', width: 200 }] }, true],
    ['a hidden column', { columns: [{ id: 'guest', hidden: true }] }, true],
    ['the order of columns', { columns: [{ id: 'guest' }, { id: 'reference' }] }, true],
  ]
  test.each(changes)('by %s', (_, change, expected) => {
    expect(differs(view, { ...view, ...change }, columns)).toBe(expected)
  })

  test('not by its columns where the view says nothing about them', () => {
    const { columns: _, ...silent } = view
    expect(differs(silent, { ...view, columns: [{ id: 'guest', hidden: true }] }, columns)).toBe(false)
  })

  test('not by the sort that holds without anybody saying so', () => {
    const newest = { columnId: 'created', direction: 'desc' } as const
    expect(differs({ filters: {} }, { filters: {}, sort: newest, columns: [] }, columns)).toBe(false)
  })
})

describe('how the list is looked at', () => {
  test('is a view that can be kept, with the filter by a person', () => {
    const present = presentView({
      typed: ' okafor ',
      filters: { createdBy: 'desk@example.com', travel: { preset: 'today' } },
      sort: undefined,
      columns: undefined,
    })
    expect(present).toEqual({
      text: 'okafor',
      filters: { createdBy: 'desk@example.com', travel: { preset: 'today' } },
      columns: [],
    })
    const id = '00000000-0000-4000-8000-000000000001'
    expect(savedViewSchema.safeParse({ ...present, id, name: 'x' }).success).toBe(true)
  })
})

describe('views from a file', () => {
  test('are refused by the place of a filter that nobody knows, or of a value that is none', () => {
    expect(unknownFilter([{ filters: { supplier: '77' } }, {}])).toBeUndefined()
    expect(unknownFilter([{}, { filters: { supplier: '77', colour: 'red' } }])).toBe(
      'views[1].filters.colour',
    )
    expect(unknownFilter([{ filters: { travel: { preset: 'fortnight' } } }])).toBe('views[0].filters.travel')
    // Every object answers to this name.
    expect(unknownFilter([{ filters: { constructor: 'red' } }])).toBe('views[0].filters.constructor')
  })
})
