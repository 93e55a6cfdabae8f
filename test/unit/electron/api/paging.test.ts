import type { Paging } from '@shared/api'
import { describe, expect, test } from 'vitest'
import { readPage } from '../../../../electron/api'

describe('a page', () => {
  test.each([
    [
      'is where the server says it is, with the size the server used (rule 35)',
      { page_index: 2, items_per_page: 50, total_items: 120, items: Array(50).fill(0) },
      { page: 2, pageSize: 50, count: 50, total: 120, isLast: false },
    ],
    [
      'may come with figures as text',
      { page_index: '3', items_per_page: '50', total_items: '120', items: Array(20).fill(0) },
      { page: 3, pageSize: 50, count: 20, total: 120, isLast: true },
    ],
    [
      'may come without figures',
      { items: [1, 2] },
      { page: 1, pageSize: 2, count: 2, total: undefined, isLast: false },
    ],
    [
      'may come with nothing at all (rule 47)',
      { items: null, total_items: null },
      { page: 1, pageSize: 0, count: 0, total: undefined, isLast: true },
    ],
  ])('%s', (_, data, info) => {
    expect(readPage({ data: data as Paging }, 1)).toEqual(info)
  })
})
