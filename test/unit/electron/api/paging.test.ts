import type { Paging } from '@shared/api'
import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { describe, expect, test } from 'vitest'
import { type ApiDocument, readPage, walkPages } from '../../../../electron/api'

type Body = { data: Paging & { items?: number[] | null } }
const document = (value: Body): ApiDocument<Body> => ({ text: '', value, requestId: 'id', source: '' })

/** A list of `total` rows on a server that gives `size` of them a page, whatever is asked. */
const listOf = (total: number, size: number) => {
  const asked: number[] = []
  const read = async (page: number) => {
    asked.push(page)
    const items = Array.from({ length: total }, (_, i) => i).slice((page - 1) * size, page * size)
    return ok(document({ data: { items, items_per_page: size, total_items: total, page_index: page } }))
  }
  return { asked, read }
}
const walk = async (read: Parameters<typeof walkPages<Body>>[0]) => {
  const rows: number[] = []
  const errors: unknown[] = []
  for await (const page of walkPages(read)) {
    if (page.ok) rows.push(...(page.value.document.value.data.items ?? []))
    else errors.push(page.error)
  }
  return { rows, errors }
}

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

describe('walking a list', () => {
  test.each([
    [0, 10, [1]],
    [10, 10, [1]],
    [25, 10, [1, 2, 3]],
  ])('of %i rows at %i a page asks for the pages %j and finds every row once', async (total, size, pages) => {
    const list = listOf(total, size)
    expect(await walk(list.read)).toEqual({ rows: Array.from({ length: total }, (_, i) => i), errors: [] })
    expect(list.asked).toEqual(pages)
  })

  test('ends at an error, which it tells', async () => {
    const error = appError('UPSTREAM', 'no')
    const list = listOf(30, 10)
    const found = await walk(async (page) => (page === 2 ? err(error) : list.read(page)))
    expect(found.rows).toHaveLength(10)
    expect(found.errors).toEqual([error])
  })

  test('ends at a server that always gives the first page', async () => {
    let asked = 0
    const found = await walk(async () => {
      asked += 1
      return ok(document({ data: { items: [1], items_per_page: 1, total_items: 9, page_index: 1 } }))
    })
    expect(asked).toBe(2)
    expect(found.rows).toEqual([1])
    expect(found.errors).toMatchObject([{ code: 'UPSTREAM' }])
  })

  test('without a total ends at the first page that is not full', async () => {
    const pages = [[1, 2], [3, 4], [5]]
    const found = await walk(async (page) =>
      ok(document({ data: { items: pages[page - 1] ?? [], items_per_page: 2 } })),
    )
    expect(found.rows).toEqual([1, 2, 3, 4, 5])
  })
})
