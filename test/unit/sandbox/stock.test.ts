import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StockCommit } from '../../../electron/sandbox/stock/stock-book'
import type { StockDocument, StockSpots } from '../../../electron/sandbox/stock/stock-document'
import { startTestSandbox, type TestClient, testClock } from './support/client'
import { controlOf, FAULT_TOKEN } from './support/control'

let stateDir: string
let client: TestClient
const clock = testClock()
const config = () => ({ orders: 20, faultToken: FAULT_TOKEN, stateDir })
beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'sandbox-stock-'))
  client = await startTestSandbox(config(), clock)
})
afterAll(async () => {
  expect(client.sandbox.violations).toEqual([])
  await client.sandbox.close()
  await rm(stateDir, { recursive: true, force: true })
})

interface Rows {
  readonly total_items: number
  readonly items: readonly StockDocument[]
}

async function read(query = ''): Promise<Rows> {
  const answer = await client.get(`/products/stock${query}`)
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`)
  return answer.json.data as unknown as Rows
}

async function labelled(label: string): Promise<StockDocument> {
  const row = (await read('?include_disabled=true')).items.find((each) => each.stock_label === label)
  if (!row) throw new Error(`no stock ${label}`)
  return row
}

const set = (id: string, available: number | string) =>
  client.send('PUT', `/products/stock/${id}?stock_items_available=${available}`)

const truth = async (id: string): Promise<{ row: StockDocument; commits: StockCommit[] }> =>
  JSON.parse((await controlOf(client).call('GET', `/stock/${id}`)).text)

const numbers = ({ stock_spots: spots }: StockDocument): StockSpots => {
  if (!spots) throw new Error('no numbers')
  return spots
}

describe('GET /products/stock', () => {
  it('answers every row at once, closed ones only when asked for (rule 39, endpoints.md #14)', async () => {
    const [open, all] = [await read(), await read('?include_disabled=true')]
    expect(all.total_items).toBe(240)
    expect(all.items).toHaveLength(240)
    expect(open.items).toEqual(all.items.filter((row) => row.stock_active !== false))
    expect(open.total_items).toBeLessThan(240)
    expect(new Set(all.items.map((row) => row.stock_id)).size).toBe(240)
  })

  it('narrows by row, product and change', async () => {
    const { items } = await read()
    const [first, second] = items
    const both = await read(`?stock_id=${first?.stock_id},${second?.stock_id},unknown`)
    expect(both.items).toEqual([first, second])
    const other = await read('?stock_product_id=62506')
    expect(other.items.length).toBeGreaterThan(1)
    expect(other.items.every((row) => row.stock_product_id === '62506')).toBe(true)
    const since = '2026-11-20T00:00:00%2B01:00'
    const recent = await read(`?stock_modified=${since}`)
    expect(recent.items).toEqual(
      items.filter((row) => Date.parse(row.stock_modified ?? '') > Date.parse('2026-11-20T00:00:00+01:00')),
    )
  })

  it('shows rows with fields that are null, missing or unknown, and numbers that do not add up (rules 47, 55)', async () => {
    const bare = await labelled('DEMO Bare')
    expect(Object.keys(bare).sort()).toEqual([
      'stock_created',
      'stock_created_email',
      'stock_created_name',
      'stock_id',
      'stock_label',
      'stock_shelf',
    ])
    expect((await labelled('DEMO Without numbers')).stock_spots).toBeNull()
    expect(numbers(await labelled('DEMO Oversold')).stock_items_available).toBe(-3)
    const odd = numbers(await labelled('DEMO Odd sum'))
    expect(odd.stock_items_total - odd.stock_items_reserved - odd.stock_items_booked).not.toBe(
      odd.stock_items_available,
    )
  })

  it.each(['page=2', 'include_disabled=yes', 'stock_modified=2026-11-20T00:00:00Z'])(
    'refuses %s (rules 49, 62)',
    async (query) => {
      expect((await client.get(`/products/stock?${query}`)).status).toBe(400)
    },
  )
})

describe('PUT /products/stock/{stock_id}', () => {
  it('sets what is available; what is held and sold stays, so the total follows', async () => {
    const before = await labelled('DEMO Plenty')
    const answer = await set(before.stock_id, 123)
    const after = {
      ...before,
      stock_spots: {
        stock_items_total: 223,
        stock_items_reserved: 15,
        stock_items_booked: 85,
        stock_items_available: 123,
      },
      stock_modified: '2026-11-21T12:00:00+01:00',
      stock_modified_name: 'Gatehouse',
      stock_modified_email: 'desk@gatehouse.example.com',
    }
    expect(answer.json.data).toEqual({ kind: 'location', total_items: 1, items: [after] })
    expect(await labelled('DEMO Plenty')).toEqual(after)
    // PUT may be retried: the state is the same after one request or ten (rule 20)
    expect((await set(before.stock_id, 123)).json.data?.items).toEqual([after])
    const [arrival] = (await controlOf(client).arrivals('PUT')).slice(-1)
    expect(arrival?.committed?.reference).toBe(before.stock_id)
  })

  it('gives numbers to a row that had none', async () => {
    const before = await labelled('DEMO Bare')
    await set(before.stock_id, 0)
    expect(numbers(await labelled('DEMO Bare'))).toEqual({
      stock_items_total: 0,
      stock_items_reserved: 0,
      stock_items_booked: 0,
      stock_items_available: 0,
    })
  })

  it.each([
    ['DEMO Low', '?stock_items_available=-1', 422, 'STOCK_BELOW_ZERO'],
    ['DEMO Low', '?stock_items_available=1.5', 400, 'INVALID_REQUEST'],
    ['DEMO Low', '?stock_items_available=', 400, 'INVALID_REQUEST'],
    ['DEMO Low', '', 400, 'INVALID_REQUEST'],
    ['DEMO Low', '?stock_items_available=5&stock_items_total=9', 400, 'INVALID_REQUEST'],
    ['DEMO Low', '?stock_items_available=9999999999', 400, 'INVALID_REQUEST'],
    ['DEMO Closed', '?stock_items_available=5', 409, 'STOCK_NOT_ACTIVE'],
  ])(
    'on %s with %s is refused, and nothing changes (rules 62, 68, 69)',
    async (label, query, status, code) => {
      const before = await labelled(label)
      const answer = await client.send('PUT', `/products/stock/${before.stock_id}${query}`)
      expect([answer.status, answer.json.error]).toEqual([status, code])
      expect(await labelled(label)).toEqual(before)
      expect((await truth(before.stock_id)).commits).toEqual([])
    },
  )

  it('knows no others (rule 66), and rows cannot be read alone or made (rule 67)', async () => {
    expect((await set('20260000000000000000', 5)).status).toBe(404)
    const { stock_id } = await labelled('DEMO Low')
    expect((await client.get(`/products/stock/${stock_id}`)).status).toBe(405)
    expect((await client.send('POST', '/products/stock')).status).toBe(405)
  })
})

describe('while others work', () => {
  it('carts and sales move what is available, and the move shows to whom asks for changes (rule 40)', async () => {
    const { stock_id: id } = await labelled('DEMO Other product')
    clock.advance(5000)
    const first = await client.get('/products/stock')
    const since = { 'if-modified-since': String(first.headers.get('last-modified')) }
    expect((await client.get('/products/stock', since)).status).toBe(304)
    await controlOf(client).call('POST', `/stock/${id}`, { reserved: 3, booked: 2 })
    clock.advance(5000)
    const again = await client.get('/products/stock', since)
    expect(again.status).toBe(200)
    // All rows come back, not only the changed one (rule 41)
    expect((again.json.data as unknown as Rows).total_items).toBe((await read()).total_items)
    expect(await labelled('DEMO Other product')).toMatchObject({
      stock_spots: {
        stock_items_total: 24,
        stock_items_reserved: 5,
        stock_items_booked: 6,
        stock_items_available: 13,
      },
      stock_modified_name: 'Someone Else',
    })
  })

  it('a move between a read and its write stays: only what is available is set', async () => {
    const { stock_id: id } = await labelled('DEMO Low')
    await controlOf(client).fault({ kind: 'stock-moves', method: 'PUT', change: { booked: 1 } })
    const answer = await set(id, 20)
    expect((answer.json.data as unknown as Rows).items[0]?.stock_spots).toEqual({
      stock_items_total: 20 + 6 + 32,
      stock_items_reserved: 6,
      stock_items_booked: 32,
      stock_items_available: 20,
    })
    expect((await truth(id)).commits.map((commit) => commit.kind)).toEqual(['TOUCH', 'STOCK'])
  })

  it('a colleague closes a row', async () => {
    const { stock_id: id } = await labelled('DEMO Huge')
    await controlOf(client).call('POST', `/stock/${id}`, { active: false, label: 'Gone' })
    expect((await read(`?stock_id=${id}`)).items).toEqual([])
    expect((await set(id, 1)).status).toBe(409)
    expect((await controlOf(client).call('POST', '/stock/unknown', {})).status).toBe(404)
  })
})

it('changes outlive a restart and end with a reset; numbers are those of the seed whatever their count', async () => {
  const before = (await read('?include_disabled=true')).items
  await client.sandbox.close()
  client = await startTestSandbox(config(), clock)
  expect((await read('?include_disabled=true')).items).toEqual(before)
  await client.sandbox.reset()
  expect(numbers(await labelled('DEMO Plenty')).stock_items_available).toBe(400)
  const many = await startTestSandbox({ orders: 20, stockItems: 1000 }, clock)
  const answer = await many.get('/products/stock?include_disabled=true')
  const { items } = answer.json.data as unknown as Rows
  expect(items).toHaveLength(1000)
  expect(items.slice(0, 240)).toEqual((await read('?include_disabled=true')).items)
  await many.sandbox.close()
})
