import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestSandbox, type TestClient } from './support/client'
import { booking, cancelled, scenario } from './support/orders'

let client: TestClient
beforeAll(async () => {
  client = await startTestSandbox({ orders: 700 })
})
afterAll(async () => {
  expect(client.sandbox.violations).toEqual([])
  await client.sandbox.close()
})

interface Slot {
  readonly availability_id: string
  readonly availability_capacity_id: string
  readonly availability_product_id: string
  readonly availability_active: boolean
  readonly availability_duration: number
  readonly availability_from_date_time: string
  readonly availability_to_date_time: string
  readonly availability_modified: string
  readonly availability_spots: {
    readonly availability_spots_total: number
    readonly availability_spots_reserved: number
    readonly availability_spots_booked: number
    readonly availability_spots_open: number
  }
  readonly availability_pricing?: readonly {
    readonly pricing_total: Record<string, unknown>
    readonly product_type_pricing: readonly Record<string, unknown>[]
  }[]
}

interface Page {
  readonly items: readonly Slot[]
  readonly total_items: number
  readonly items_per_page: number
  readonly total_pages: number
}

async function read(method: string, path: string, body?: unknown): Promise<Page> {
  const answer = await client.send(method, path, body)
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`)
  return answer.json.data as unknown as Page
}

const slots = async (product: string, query: string): Promise<readonly Slot[]> =>
  (await read('GET', `/products/${product}/availability?${query}`)).items
const open = (slot: Slot | undefined) => slot?.availability_spots.availability_spots_open ?? -1
const day = (slot: Slot) => slot.availability_from_date_time.slice(0, 10)

describe('GET /products/{product_id}/availability', () => {
  it('gives the slots of a day in the zone of the venue (rules 101, 102)', async () => {
    const items = await slots('62535', 'from_date=2026-12-05&include_disabled=true')
    expect(items.map((slot) => slot.availability_from_date_time)).toEqual([
      '2026-12-05T18:00:00-05:00',
      '2026-12-05T20:00:00-05:00',
    ])
    expect(items[0]).toMatchObject({
      availability_product_id: '62535',
      availability_capacity_id: '462535',
      availability_admission_type: 'TIME_SLOT',
      availability_duration: 5400,
      availability_to_date_time: '2026-12-05T19:30:00-05:00',
      availability_booking_window_end: '2026-12-05T18:00:00-05:00',
    })
  })

  it.each([
    ['62501', '2027-03-27', '2027-03-28', ['+01:00', '+02:00']],
    ['62535', '2027-03-13', '2027-03-14', ['-05:00', '-04:00']],
    ['62555', '2027-04-03', '2027-04-04', ['+10:30', '+09:30']],
    ['62540', '2027-03-27', '2027-03-28', ['+09:00', '+09:00']],
  ])('%s keeps its local times over a clock change (rule 50)', async (product, from, to, offsets) => {
    const items = await slots(product, `from_date=${from}&to_date=${to}&include_disabled=true`)
    const byDay = [from, to].map((date) => items.filter((slot) => day(slot) === date))
    expect(byDay.map((each) => each[0]?.availability_from_date_time.slice(-6))).toEqual(offsets)
    const times = byDay.map((each) => each.map((slot) => slot.availability_from_date_time.slice(11, 19)))
    expect(times[0]).toEqual(times[1])
  })

  it('is the same when asked again, with places that add up', async () => {
    const query = 'from_date=2026-12-01&to_date=2027-01-31&include_disabled=true'
    const items = await slots('62505', query)
    expect(await slots('62505', query)).toEqual(items)
    for (const { availability_spots: spots } of items) {
      const { availability_spots_total, availability_spots_reserved, availability_spots_booked } = spots
      expect(spots.availability_spots_open).toBe(
        availability_spots_total - availability_spots_reserved - availability_spots_booked,
      )
      expect(spots.availability_spots_open).toBeGreaterThanOrEqual(0)
    }
  })

  it('lists full slots, but closed ones only on request (rules 103, 105)', async () => {
    const range = 'from_date=2026-12-01&to_date=2027-01-31'
    const [all, listed] = [
      await slots('62505', `${range}&include_disabled=true`),
      await slots('62505', range),
    ]
    const closed = all.filter((slot) => !slot.availability_active)
    expect(listed).toEqual(all.filter((slot) => slot.availability_active))
    expect(closed.map(day)).toContain('2026-12-25')
    expect(new Set(closed.map(day)).size).toBeGreaterThan(2)
    expect(listed.filter((slot) => open(slot) === 0).length).toBeGreaterThan(3)
    expect(await slots('62505', `${range}&spots_open_min=50`)).toEqual(
      listed.filter((slot) => open(slot) >= 50),
    )
  })

  it('holds what was past to be closed', async () => {
    expect(await slots('62505', 'from_date=2026-11-20')).toEqual([])
    expect(await slots('62505', 'from_date=2026-11-20&include_disabled=true')).toHaveLength(6)
  })

  it('has nothing for a product without slots (rule 87), another distributor or another pool', async () => {
    expect(await slots('62508', 'from_date=2026-12-05')).toEqual([])
    expect(await slots('62505', 'from_date=2026-12-05&distributor_id=999')).toEqual([])
    expect(await slots('62505', 'from_date=2026-12-05&availability_capacity_id=1')).toEqual([])
  })

  it('follows sub-products as deep as asked (rule 104)', async () => {
    const products = async (depth: number) => {
      const items = await slots(
        '62509',
        `from_date=2026-12-05&include_disabled=true&sub_products_depth=${depth}`,
      )
      return [...new Set(items.map((slot) => slot.availability_product_id))].sort()
    }
    expect(await products(0)).toEqual(['62509'])
    expect(await products(1)).toEqual(['62501', '62505', '62509'])
  })

  it.each([
    ['without from_date', '', 400],
    ['with a date and time', 'from_date=2026-12-05T00:00:00%2B01:00', 400],
    ['with a day that does not exist', 'from_date=2026-11-31', 400],
    ['backwards', 'from_date=2026-12-05&to_date=2026-12-04', 400],
    ['for 91 days (rule 100)', 'from_date=2026-12-01&to_date=2027-03-01', 400],
    ['three levels deep', 'from_date=2026-12-05&sub_products_depth=3', 400],
    ['with paging, which is not described', 'from_date=2026-12-05&page=1', 400],
    ['for a party, which only v3.5 knows', 'from_date=2026-12-05&party_size=2', 400],
  ])('is refused %s', async (_what, query, status) => {
    expect((await client.get(`/products/62505/availability?${query}`)).status).toBe(status)
  })

  it('takes 90 days, and knows no product 1', async () => {
    const ninety = await client.get('/products/62505/availability?from_date=2026-12-01&to_date=2027-02-28')
    expect(ninety.status).toBe(200)
    expect((await client.get('/products/1/availability?from_date=2026-12-05')).status).toBe(404)
  })
})

describe('places', () => {
  it('of what is cancelled are open again, and the slot says when it changed (rule 110)', async () => {
    const order = await scenario(client, 'DEMO-FAMILY')
    const { product_availability_id: id, booking_travel_date: start } = booking(order)
    const query = `from_date=${start?.slice(0, 10)}`
    const find = async (more = '') =>
      (await slots('62505', query + more)).find((slot) => slot.availability_id === id)
    const before = await find()
    expect(open(before)).toBeGreaterThan(0)
    await cancelled(client, order)
    const after = await find()
    // A family ticket takes four places.
    expect(open(after)).toBe(open(before) + 4)
    expect(after?.availability_spots.availability_spots_total).toBe(
      before?.availability_spots.availability_spots_total,
    )
    expect(await find('&availability_modified=2026-11-21T11:59:59%2B01:00')).toEqual(after)
  })

  it('of orders that show something are there: those slots are neither closed nor full', async () => {
    for (const key of ['DEMO-COMBI', 'DEMO-SEATS', 'DEMO-JPY', 'DEMO-BHD', 'DEMO-CLOCK-CHANGE']) {
      const { product_id, booking_travel_date, product_availability_id } = booking(
        await scenario(client, key),
      )
      const items = await slots(product_id, `from_date=${booking_travel_date?.slice(0, 10)}`)
      const slot = items.find((each) => each.availability_id === product_availability_id)
      expect(slot, key).toMatchObject({ availability_from_date_time: booking_travel_date })
      expect(open(slot)).toBeGreaterThan(20)
    }
  })
})

describe('GET /availability', () => {
  it('gives slots of several products or of all, by start, in one page', async () => {
    const some = await read(
      'GET',
      '/availability?product_id=62505,62540&from_date=2026-12-05&include_disabled=true',
    )
    expect(some).toMatchObject({ total_items: 12, items_per_page: 12, total_pages: 1 })
    const starts = some.items.map((slot) => Date.parse(slot.availability_from_date_time))
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
    expect(some.items.every((slot) => slot.availability_pricing === undefined)).toBe(true)
    const all = await read('GET', '/availability?from_date=2026-12-05&include_disabled=true')
    expect(new Set(all.items.map((slot) => slot.availability_product_id)).size).toBeGreaterThan(25)
    expect((await client.get('/availability?from_date=2026-12-05&availability_modified=x')).status).toBe(400)
  })
})

describe('POST /availability/{product_id}', () => {
  const path = '/availability/62504?from_date=2026-12-05&to_date=2026-12-20&include_disabled=true'

  it('gives the default price of one piece each without a party (rule 99), in pages', async () => {
    const page = await read('POST', `${path}&items_per_page=5&page=2`)
    expect(page).toMatchObject({ total_items: 16, items_per_page: 5, total_pages: 4 })
    expect(await read('POST', `${path}&items_per_page=5&page=2`, { data: { pricing: [] } })).toEqual(page)
    const [pricing] = page.items[0]?.availability_pricing ?? []
    expect(pricing?.product_type_pricing).toHaveLength(2)
    expect(pricing?.pricing_total.total_fees).toHaveLength(3)
  })

  it('gives the sums for a party', async () => {
    const party = [
      { product_type_id: '625041', product_type_count: 2 },
      { product_type_id: '625042', product_type_count: '1' },
    ]
    const { items } = await read('POST', path, { data: { pricing: party } })
    const [pricing] = items[0]?.availability_pricing ?? []
    const cents = (value: unknown) => Math.round(Number(value) * 100)
    const [adult, student] = pricing?.product_type_pricing ?? []
    expect(cents(pricing?.pricing_total.total_sales_price)).toBe(
      2 * cents(adult?.product_type_sales_price) + cents(student?.product_type_sales_price),
    )
    expect(pricing?.pricing_total.total_fees).toMatchObject([
      { fee_type: 'SERVICE', fee_amount: '4.50' },
      {},
      {},
    ])
    const prices = items.map(
      (slot) => slot.availability_pricing?.[0]?.product_type_pricing[0]?.product_type_sales_price,
    )
    expect(new Set(prices).size).toBeGreaterThan(1)
  })

  it.each([
    ['a type of another product', [{ product_type_id: '625011', product_type_count: 1 }], 422],
    ['a type twice', [1, 1].map((count) => ({ product_type_id: '625041', product_type_count: count })), 422],
    ['a count of zero', [{ product_type_id: '625041', product_type_count: 0 }], 400],
    ['no count', [{ product_type_id: '625041' }], 400],
  ])('refuses %s', async (_what, pricing, status) => {
    expect((await client.send('POST', path, { data: { pricing } })).status).toBe(status)
  })

  it('refuses a body of another shape', async () => {
    expect((await client.send('POST', path, [])).status).toBe(400)
    expect((await client.send('POST', path, { data: { pricing: {} } })).status).toBe(400)
  })

  it('answers 304 while nothing changed (rule 40)', async () => {
    const first = await client.send('POST', path)
    const since = { 'if-modified-since': first.headers.get('last-modified') ?? '' }
    expect(since['if-modified-since']).not.toBe('')
    const answers = await Promise.all([
      client.send('POST', '/availability/62504?from_date=2026-12-05', undefined, {
        'if-modified-since': 'Sun, 22 Nov 2026 00:00:00 GMT',
      }),
      client.get('/availability?from_date=2026-12-05', {
        'if-modified-since': 'Sun, 22 Nov 2026 00:00:00 GMT',
      }),
    ])
    expect(answers.map((answer) => answer.status)).toEqual([304, 304])
  })
})
