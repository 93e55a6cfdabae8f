import { defaultOrderSort, type OrderPageRequest, type SearchParameter } from '@shared/features/orders'
import { afterEach, describe, expect, it } from 'vitest'
import { createListOrders } from '../../../../../electron/features/orders/list-orders'
import { clientFor, connectionTo, profileId } from '../../../../support/api-client'
import { type Answering, type ApiServer, json, startApiServer } from '../../../../support/api-server'

let server: ApiServer | undefined
let closeClient: (() => Promise<void>) | undefined

afterEach(async () => {
  await closeClient?.()
  await server?.close()
})

async function setUp(answer: Answering, over: Parameters<typeof connectionTo>[1] = {}) {
  server = await startApiServer(answer)
  const { api } = clientFor(connectionTo(server.baseAddress, over))
  closeClient = () => api.close()
  const list = createListOrders({ api, now: () => 1_000 })
  const calls = server.calls
  return {
    calls,
    list: async (over: Partial<OrderPageRequest> = {}, windowId = 1) =>
      list({ profile: profileId, filters: {}, sort: defaultOrderSort, startIndex: 1, ...over }, { windowId }),
  }
}

const order = (reference: string, over: object = {}) => ({ order_reference: reference, ...over })

/** A page as the API frames it: `size` is its own idea of a page. */
const page = (items: object[], { start = 1, total = items.length, size = 10 } = {}) => ({
  data: {
    items,
    total_items: total,
    items_per_page: size,
    start_index: start,
    current_item_count: items.length,
  },
})

const many = (count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => order(`ORDER-${String(from + index).padStart(6, '0')}`))

async function value<T>(answer: Promise<{ ok: true; value: T } | { ok: false; error: { code: string } }>) {
  const result = await answer
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const rowsOf = (answer: { kind: string; rows?: { reference: string }[] }) =>
  (answer.rows ?? []).map(({ reference }) => reference)

describe('a page of orders', () => {
  it('is read with the API’s own names for sort, size and position', async () => {
    const { list, calls } = await setUp((_, response) => json(response, page([])))
    await list({ sort: { by: 'created', direction: 'asc' }, startIndex: 101 })
    expect(Object.fromEntries(calls()[0]?.query ?? [])).toEqual({
      distributor_id: '501',
      order_sort_by: 'ORDER_CREATED',
      order_sort_order: 'ASC',
      items_per_page: '100',
      start_index: '101',
    })
  })

  it('goes on where the rows received end, whatever size was asked for (rule 35)', async () => {
    const { list } = await setUp((_, response) => json(response, page(many(7), { total: 20, size: 7 })))
    expect(await value(list())).toMatchObject({ totalItems: 20, nextStartIndex: 8 })
  })

  it('is the last one when the total is reached', async () => {
    const { list } = await setUp((_, response) => json(response, page(many(7, 14), { start: 14, total: 20 })))
    expect(await value(list({ startIndex: 14 }))).toMatchObject({ nextStartIndex: undefined })
  })

  it('goes on after a full page when the API does not say how many there are', async () => {
    const bare = (items: object[]) => ({ data: { items, items_per_page: 5 } })
    const { list } = await setUp(({ query }, response) =>
      json(response, bare(many(query.get('start_index') === '1' ? 5 : 2))),
    )
    expect(await value(list())).toMatchObject({ totalItems: undefined, nextStartIndex: 6 })
    expect(await value(list({ startIndex: 6 }))).toMatchObject({ nextStartIndex: undefined })
  })

  it('never asks beyond the position the API pages to (rule 36)', async () => {
    const { list } = await setUp((_, response) => json(response, page(many(10, 9991), { total: 1_204_332 })))
    expect(await value(list({ startIndex: 9_991 }))).toMatchObject({ nextStartIndex: undefined })
  })

  it('counts orders that cannot be shown and goes on behind them', async () => {
    const items = [order('ORDER-000001'), { order_reference: null }, order('ORDER-000003')]
    const { list } = await setUp((_, response) => json(response, page(items, { total: 4, size: 3 })))
    const answer = await value(list())
    expect(rowsOf(answer)).toEqual(['ORDER-000001', 'ORDER-000003'])
    expect(answer).toMatchObject({ unreadable: 1, nextStartIndex: 4 })
  })

  it('sends filters by the API’s names, lists joined by commas (rule 57), times with their offset (rule 49)', async () => {
    const { list, calls } = await setUp((_, response) => json(response, page([])))
    await list({
      filters: {
        created: { from: '2026-05-01T00:00:00+02:00' },
        productIds: ['501', '502'],
        supplierId: '77',
        distributorId: '502',
        createdByEmail: 'desk@example.com',
      },
    })
    expect(Object.fromEntries(calls()[0]?.query ?? [])).toMatchObject({
      order_created_from: '2026-05-01T00:00:00+02:00',
      product_id: '501,502',
      supplier_id: '77',
      distributor_id: '502',
      order_created_email: 'desk@example.com',
    })
  })

  it('refuses a filter whose name is a guess where guesses are off, without asking', async () => {
    const { list, calls } = await setUp((_, response) => json(response, page([])))
    const answer = await list({ filters: { travel: { from: '2026-05-01T00:00:00+02:00' } } })
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', changed: 'no' } })
    expect(calls()).toEqual([])
  })

  it('passes an error on as it is', async () => {
    const { list } = await setUp((_, response) => json(response, { error: 'NO_SCOPE' }, 403))
    expect(await list()).toMatchObject({ ok: false, error: { code: 'FORBIDDEN', upstream: { status: 403 } } })
  })
})

describe('a page that is held already', () => {
  it('is not sent again while nothing changed (rule 40)', async () => {
    const stamp = 'Wed, 21 Jan 2026 07:28:00 GMT'
    const { list, calls } = await setUp(({ headers }, response) =>
      headers['if-modified-since'] === stamp
        ? response.writeHead(304).end()
        : json(response, page(many(1)), 200, { 'Last-Modified': stamp }),
    )
    const first = await value(list())
    if (first.kind !== 'page' || !first.revision) throw new Error('no revision')
    expect(await value(list({ held: first.revision }))).toEqual({ kind: 'unchanged', fetchedAt: 1_000 })
    expect(calls()).toHaveLength(2)
  })

  it('counts for the same question only', async () => {
    const stamp = 'Wed, 21 Jan 2026 07:28:00 GMT'
    const { list, calls } = await setUp((_, response) =>
      json(response, page(many(1)), 200, { 'Last-Modified': stamp }),
    )
    const first = await value(list())
    if (first.kind !== 'page' || !first.revision) throw new Error('no revision')
    await list({ held: first.revision, filters: { supplierId: '77' } })
    expect(calls()[1]?.headers['if-modified-since']).toBeUndefined()
  })
})

describe('a search', () => {
  const reference = 'PRI8841203977'
  const asking = (...ask: SearchParameter[]) => ({ search: { text: reference, ask } })

  it('asks in turn until something is found, and says by what', async () => {
    const { list, calls } = await setUp(({ query }, response) =>
      json(
        response,
        page(
          query.has('booking_reference')
            ? [order('ORDER-000001', { order_bookings: [{ booking_reference: reference }] })]
            : [],
        ),
      ),
    )
    const answer = await value(list(asking('order_reference', 'booking_reference', 'order_search_query')))
    expect(answer).toMatchObject({ foundBy: 'booking_reference' })
    expect(rowsOf(answer)).toEqual(['ORDER-000001'])
    expect(calls().map(({ query }) => query.get('order_search_query'))).toEqual([null, null])
  })

  it('is empty when nothing finds it', async () => {
    const { list } = await setUp((_, response) => json(response, page([])))
    expect(await value(list(asking('order_reference', 'order_search_query')))).toMatchObject({ rows: [] })
  })

  it('does not show orders of a server that ignored the parameter', async () => {
    const { list } = await setUp(({ query }, response) =>
      json(response, page(query.has('order_reference') ? many(10) : [])),
    )
    expect(await value(list(asking('order_reference')))).toMatchObject({ rows: [] })
  })

  it('goes on past a parameter that the API refuses (rule 62)', async () => {
    const { list } = await setUp(({ query }, response) =>
      query.has('order_contact_email')
        ? json(response, { error: 'INVALID_REQUEST' }, 400)
        : json(response, page(many(1))),
    )
    const found = list({
      search: { text: 'a@example.com', ask: ['order_contact_email', 'order_search_query'] },
    })
    expect(await value(found)).toMatchObject({ foundBy: 'order_search_query' })
  })

  it('is refused when every parameter is', async () => {
    const { list } = await setUp((_, response) => json(response, { error: 'INVALID_REQUEST' }, 400))
    expect(await list(asking('order_reference'))).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', upstream: { status: 400 } },
    })
  })

  it('stops at a real error instead of finding less', async () => {
    const { list, calls } = await setUp((_, response) => json(response, {}, 403))
    expect(await list(asking('order_reference', 'order_search_query'))).toMatchObject({
      error: { code: 'FORBIDDEN' },
    })
    expect(calls()).toHaveLength(1)
  })

  it('sets other filters aside for a reference, which names one thing, and keeps them for a name', async () => {
    const { list, calls } = await setUp((_, response) => json(response, page([])))
    const filters = { supplierId: '77' }
    await list({ filters, ...asking('order_reference', 'order_contact_name') })
    expect(calls().map(({ query }) => query.get('supplier_id'))).toEqual([null, '77'])
  })
})

describe('a lane', () => {
  it('lets a newer request of the same window take the place of an older one', async () => {
    let release = () => {}
    const { list, calls } = await setUp(async ({ query }, response) => {
      if (query.get('supplier_id') === '1') await new Promise<void>((resolve) => (release = resolve))
      json(response, page([]))
    })
    const older = list({ lane: 'grid', filters: { supplierId: '1' } })
    await expect.poll(() => calls().length).toBe(1)
    const newer = list({ lane: 'grid', filters: { supplierId: '2' } })
    expect(await older).toMatchObject({ ok: false, error: { code: 'SUPERSEDED', changed: 'no' } })
    expect(await newer).toMatchObject({ ok: true })
    release()
  })

  it('does not reach into another window', async () => {
    const { list } = await setUp((_, response) => json(response, page([])))
    const answers = await Promise.all([list({ lane: 'grid' }, 1), list({ lane: 'grid' }, 2)])
    expect(answers.every(({ ok }) => ok)).toBe(true)
  })
})
