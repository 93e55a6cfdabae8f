// Stock over real HTTP against the real sandbox (endpoints.md #14, #15), with others at work as well.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { profileId } from '../support/api-client'
import { caller, value } from '../support/batch-desk'
import { arrivalsFor, change, openStockDesk, stockAccount } from '../support/stock-desk'
import { startTestSandbox, type TestClient, testClock } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'

const clock = testClock()
let server: TestClient
let control: ReturnType<typeof controlOf>

beforeAll(async () => {
  server = await startTestSandbox({ orders: 10, faultToken: FAULT_TOKEN }, clock)
  control = controlOf(server)
})
beforeEach(async () => {
  await control.clear()
  await server.sandbox.reset()
  await control.call('DELETE', '/ledger')
})
afterAll(async () => {
  expect(server.sandbox.violations).toEqual([])
  await server.sandbox.close()
})

const moves = (stock: string, move: object) => control.call('POST', `/stock/${stock}`, move)

test('one change is one request; the row has the number, and no other row changed', async () => {
  const desk = openStockDesk(server)
  const before = await desk.list()
  const plenty = await desk.row('Plenty')
  expect(await desk.save([change(plenty, 450)])).toMatchObject([
    { reference: plenty.id, name: 'DEMO Plenty', state: 'done' },
  ])
  expect(await arrivalsFor(control, plenty.id)).toMatchObject([{ query: 'stock_items_available=450' }])
  const after = await desk.list()
  const { modified: _, ...row } = await desk.row('Plenty')
  expect(row).toMatchObject({ available: 450, reserved: plenty.reserved, booked: plenty.booked })
  expect(after.filter(({ id }) => id !== plenty.id)).toEqual(before.filter(({ id }) => id !== plenty.id))
})

test('a row that was sold from since it was seen is left alone and says what is there now', async () => {
  const desk = openStockDesk(server)
  const [plenty, low] = [await desk.row('Plenty'), await desk.row('Low')]
  await moves(plenty.id, { booked: 7 })
  const lines = await desk.save([change(plenty, 500), change(low, 30)])
  expect(lines).toMatchObject([
    { state: 'failed', error: { code: 'STOCK_CHANGED', changed: 'no', params: { seen: 400, now: 393 } } },
    { state: 'done' },
  ])
  expect(await arrivalsFor(control, plenty.id)).toEqual([])
  expect(await desk.row('Plenty')).toMatchObject({ available: 393, booked: 92 })
})

test('a hold that leaves what is available as it is counts as having moved', async () => {
  const desk = openStockDesk(server)
  const plenty = await desk.row('Plenty')
  await moves(plenty.id, { reserved: 5, available: 400 })
  expect(await desk.save([change(plenty, 500)])).toMatchObject([{ error: { code: 'STOCK_CHANGED' } }])
  expect(await arrivalsFor(control, plenty.id)).toEqual([])
})

test('a row that was closed, or is gone, is left alone', async () => {
  const desk = openStockDesk(server)
  const [plenty, low] = [await desk.row('Plenty'), await desk.row('Low')]
  await moves(plenty.id, { active: false })
  const gone = { ...low, id: '20261009999999999999' }
  expect(await desk.save([change(plenty, 500), change(gone, 30)])).toMatchObject([
    { state: 'failed', error: { code: 'STOCK_CLOSED', changed: 'no' } },
    { state: 'failed', error: { code: 'NOT_FOUND', changed: 'no' } },
  ])
  expect(
    await control.arrivals('PUT').then((all) => all.filter(({ path }) => path.includes('/stock/'))),
  ).toEqual([])
})

test.each([
  ['an answer that was lost', { kind: 'status', status: 500, after: true }],
  ['a connection that was cut after the change', { kind: 'reset', after: true }],
  ['half an answer', { kind: 'truncated' }],
])('%s settles by the row itself, with one request', async (_, fault) => {
  const desk = openStockDesk(server)
  const plenty = await desk.row('Plenty')
  await control.fault({ ...fault, method: 'PUT' })
  expect(await desk.save([change(plenty, 450)])).toMatchObject([{ state: 'done' }])
  expect(await arrivalsFor(control, plenty.id)).toHaveLength(1)
  expect(await desk.row('Plenty')).toMatchObject({ available: 450 })
})

test('a lost answer is told from the total, though it was sold from right after', async () => {
  const desk = openStockDesk(server)
  const plenty = await desk.row('Plenty')
  await control.fault({ kind: 'reset', after: true, method: 'PUT' })
  await control.fault({
    kind: 'stock-moves',
    id: plenty.id,
    change: { booked: 3 },
    method: 'PUT',
    after: true,
  })
  const [line] = await desk.save([change(plenty, 450)])
  expect(line).toMatchObject({ state: 'done' })
  expect(await arrivalsFor(control, plenty.id)).toHaveLength(1)
})

test('a request that never arrived leaves the row as it was, and is not sent again', async () => {
  const desk = openStockDesk(server)
  const plenty = await desk.row('Plenty')
  await control.fault({ kind: 'reset', method: 'PUT' })
  expect(await desk.save([change(plenty, 450)])).toMatchObject([{ state: 'needs-review' }])
  expect(await arrivalsFor(control, plenty.id)).toHaveLength(1)
  expect(await desk.row('Plenty')).toMatchObject({ available: 400 })
})

test('the list travels again only once a row changed (rule 40)', async () => {
  const desk = openStockDesk(server)
  const ask = async (known?: string) => {
    const answer = await desk.stock.listStock({ profile: profileId, ...(known ? { known } : {}) }, caller)
    if (!answer.ok) throw new Error(answer.error.code)
    return answer.value
  }
  // What changed in the running second is not in its Last-Modified yet, and it was all made just now.
  clock.advance(2_000)
  const first = await ask()
  const again = await ask(first.reading)
  expect(again).toMatchObject({ reading: first.reading })
  expect(again.rows).toBeUndefined()
  expect((await control.arrivals('GET')).filter(({ path }) => path.endsWith('/stock')).at(-1)).toMatchObject({
    status: 304,
  })
  const plenty = first.rows?.[0]
  await moves(plenty?.id ?? '', { booked: 1 })
  expect((await ask(first.reading)).rows).toHaveLength(first.rows?.length ?? 0)
})

test.each([
  ['below zero', -1, undefined],
  ['above the limit of the person', 501, 500],
  ['as it is already', 400, undefined],
  ['down by more than half without having asked', 199, undefined],
])('%s is refused, and nothing is recorded or sent', async (_, wanted, limit) => {
  const desk = openStockDesk(server, limit === undefined ? {} : { limit })
  const plenty = await desk.row('Plenty')
  const answer = await desk.stock.saveStock(
    { profile: profileId, account: stockAccount, changes: [change(plenty, wanted)] },
    caller,
  )
  expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', changed: 'no' } })
  expect(desk.file.unsettled()).toEqual([])
  expect(await arrivalsFor(control, plenty.id)).toEqual([])
})

test('changes of rows that were read as another account are refused: they may have keys of this one', async () => {
  let account = stockAccount
  const desk = openStockDesk(server, { accountOf: () => account })
  const plenty = await desk.row('Plenty')
  const listed = value(await desk.stock.listStock({ profile: profileId }, caller))
  const given = { profile: profileId, account: listed.account, changes: [change(plenty, 450)] }
  account = 'another account at the vendor'
  for (const wrong of [given, { ...given, account: undefined }]) {
    const refused = { ok: false, error: { code: 'STOCK_OF_ANOTHER', changed: 'no' } }
    expect(await desk.stock.saveStock(wrong, caller)).toMatchObject(refused)
  }
  expect(desk.file.unsettled()).toEqual([])
  expect(await arrivalsFor(control, plenty.id)).toEqual([])
  const again = value(await desk.stock.listStock({ profile: profileId }, caller))
  expect(await desk.stock.saveStock({ ...given, account: again.account }, caller)).toMatchObject({ ok: true })
})

describe('titles of products', () => {
  const asked = async () =>
    (await control.arrivals('GET')).filter(({ path }) => /\/products(\/\d+)?$/.test(path))

  test('are read many at once (rules 57, 75), and once; one that the list does not have is asked for by itself', async () => {
    const desk = openStockDesk(server)
    await desk.list()
    const first = await desk.titles()
    expect(first).toMatchObject({ 62503: expect.any(String), 62506: expect.any(String) })
    expect(first).not.toHaveProperty('99999999')
    const before = await asked()
    const [list, ...others] = before
    expect(list?.path).toMatch(/\/products$/)
    expect(list?.query).toMatch(/product_id=\d+,\d+/)
    expect(others.filter(({ path }) => path.endsWith('/62503'))).toEqual([])
    expect(others.map(({ path }) => path.replace(/.*\//, ''))).toEqual(['99999999'])
    expect(await desk.titles()).toEqual(first)
    expect(await asked()).toHaveLength(before.length)
  })

  test('are read one by one where the list is refused: all that were known before', async () => {
    const listed = openStockDesk(server)
    await listed.list()
    const titles = await listed.titles()
    await control.call('DELETE', '/ledger')
    const desk = openStockDesk(server)
    await desk.list()
    await control.fault({ kind: 'status', status: 400, path: '/products', method: 'GET', count: 50 })
    expect(await desk.titles()).toEqual(titles)
    expect((await asked()).filter(({ status }) => status === 400)).toHaveLength(1)
    expect((await asked()).filter(({ path }) => path.endsWith('/62503'))).toHaveLength(1)
  })
})

test('an account that may not read products has stock without titles, after no more than a few requests', async () => {
  const desk = openStockDesk(server)
  await desk.list()
  for (const path of ['/products', '/products/*']) {
    await control.fault({ kind: 'status', status: 403, path, method: 'GET', count: 50 })
  }
  expect(await desk.titles()).toEqual({})
  expect((await control.arrivals('GET')).filter(({ status }) => status === 403).length).toBeLessThanOrEqual(5)
})

test('of many rows, those whose answers are lost are found out and none is sent twice', async () => {
  const desk = openStockDesk(server)
  const open = (await desk.list())
    .filter(({ active, available }) => active && (available ?? 0) > 10)
    .slice(0, 12)
  await control.fault({ kind: 'reset', after: true, method: 'PUT', count: 2, skip: 3 })
  await control.fault({ kind: 'status', status: 500, method: 'PUT', skip: 6 })
  const lines = await desk.save(open.map((row) => change(row, (row.available ?? 0) + 1)))
  const requests = (await control.arrivals('PUT')).filter(({ path }) => path.includes('/stock/'))
  expect(new Set(requests.map(({ path }) => path)).size).toBe(requests.length)
  const now = new Map((await desk.list()).map((row) => [row.id, row.available]))
  for (const [at, line] of lines.entries()) {
    const row = open[at]
    const isThere = now.get(row?.id ?? '') === (row?.available ?? 0) + 1
    expect(line.state, line.name).toBe(isThere ? 'done' : 'needs-review')
  }
  expect(lines.filter(({ state }) => state === 'needs-review')).toHaveLength(1)
})
