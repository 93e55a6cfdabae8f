import { mirrorQuerySchema } from '@shared/features/mirror'
import { describe, expect, it } from 'vitest'
import {
  makeMirrorQuery,
  makeQuestion,
  openingMirrorQuery,
} from '../../../../../renderer/features/orders/orders-question'

const date = '2026-06-10'
const ask = (typed: string, sort?: { columnId: string; direction: 'asc' | 'desc' }) =>
  mirrorQuerySchema.parse(makeMirrorQuery({ filters: {}, sort, typed }, date))

describe('what the local copy is asked', () => {
  it('is any text as it is typed, from its first letter on', () => {
    expect(ask('  o ').text).toBe('o')
    expect(ask('okafor   amara').text).toBe('okafor amara')
    expect(ask('   ')).not.toHaveProperty('text')
  })

  it('is no longer than the copy takes', () => {
    expect(ask('x'.repeat(500)).text).toHaveLength(200)
  })

  it('is sorted by any of its columns, the newest first until a person says so', () => {
    expect(ask('').sort).toEqual({ by: 'created', direction: 'desc' })
    expect(ask('', { columnId: 'guest', direction: 'asc' }).sort).toEqual({ by: 'guest', direction: 'asc' })
    expect(ask('', { columnId: 'gone', direction: 'asc' }).sort).toEqual({ by: 'created', direction: 'desc' })
  })

  it('is how the list was left, when it opens', () => {
    const query = openingMirrorQuery(
      { filters: { status: ['ORDER_PENDING'] }, sort: { columnId: 'total', direction: 'desc' } },
      date,
    )
    expect(query).toEqual({
      filters: { statuses: ['ORDER_PENDING'] },
      sort: { by: 'total', direction: 'desc' },
    })
  })
})

describe('what the API is asked', () => {
  it('is not narrowed by what only the copy can narrow by', () => {
    const { filters } = makeQuestion(
      { filters: { status: ['ORDER_PENDING'], supplier: '77' }, sort: { by: 'created', direction: 'desc' } },
      { date, inferred: false },
    )
    expect(filters).toEqual({ supplierId: '77' })
  })
})
