import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OrderDocument } from '../../../electron/sandbox/orders/document'
import { startTestSandbox, type TestClient, testClock } from './support/client'
import { booking, remove, scenario, ticket } from './support/orders'

let client: TestClient
let all: readonly OrderDocument[]

beforeAll(async () => {
  // The data set's own test holds every order to the OpenAPI file; here it would only take time.
  client = await startTestSandbox({ orders: 800, validate: false })
  all = await everything(`order_created_from=${encode('2020-01-01T00:00:00+00:00')}`)
}, 60_000)
afterAll(() => client.sandbox.close())

const encode = encodeURIComponent

async function everything(query: string): Promise<OrderDocument[]> {
  const orders: OrderDocument[] = []
  for (let page = 1; ; page++) {
    const data = await client.list(`items_per_page=200&page=${page}&${query}`)
    orders.push(...data.items)
    if (page >= data.total_pages) return orders
  }
}

const references = (orders: readonly OrderDocument[]) => orders.map((order) => order.order_reference)

describe('without filters', () => {
  it('come the last three months, newest first, ten at a time (rules 34, 152)', async () => {
    const page = await client.list('')
    const from = Date.parse('2026-08-21T12:00:00+01:00')
    const recent = all.filter((order) => Date.parse(order.order_created) >= from)
    expect(page).toMatchObject({ items_per_page: 10, start_index: 1, page_index: 1, current_item_count: 10 })
    expect(page.total_items).toBe(recent.length)
    expect(page.total_pages).toBe(Math.ceil(recent.length / 10))
    expect(references(page.items)).toEqual(references(recent.slice(0, 10)))
  })

  it('every order comes exactly once over all pages', () => {
    expect(all).toHaveLength(800)
    expect(new Set(references(all)).size).toBe(800)
    const created = all.map((order) => Date.parse(order.order_created))
    expect(created).toEqual([...created].sort((a, b) => b - a))
  })

  it('ASC turns the order round', async () => {
    const falling = await everything('')
    const rising = await everything('order_sort_order=ASC&order_sort_by=ORDER_CREATED')
    expect(references(rising)).toEqual(references(falling).reverse())
  })
})

describe('paging', () => {
  it('start_index counts rows from 1, page counts pages from 1 (rule 34)', async () => {
    const byIndex = await client.list('start_index=21&items_per_page=10')
    const byPage = await client.list('page=3&items_per_page=10')
    expect(references(byIndex.items)).toEqual(references(byPage.items))
    expect(byPage).toMatchObject({ start_index: 21, page_index: 3 })
  })

  it('a page beyond the last is empty, not an error', async () => {
    expect(await client.list('page=99')).toMatchObject({ current_item_count: 0, items: [] })
  })

  it.each([
    'items_per_page=0',
    'items_per_page=201',
    'start_index=0',
    'start_index=10001',
    'page=0',
    'page=1.5',
    'page=-1',
    'items_per_page=200&page=51',
  ])('refuses %s (rule 36)', async (query) => {
    expect((await client.get(`/orders?${query}`)).status).toBe(400)
  })
})

describe('filters', () => {
  const wide = `order_created_from=${encode('2020-01-01T00:00:00+00:00')}`
  const isSample = (order: OrderDocument): boolean =>
    order.order_bookings.length > 1 &&
    booking(order).product_type_details.length > 0 &&
    !order.order_external_reference.startsWith('DEMO')
  const sample = (): OrderDocument => {
    const found = all.find(isSample)
    if (!found) throw new Error('no sample')
    return found
  }

  it.each([
    ['order_reference', (order: OrderDocument) => order.order_reference],
    ['order_external_reference', (order: OrderDocument) => order.order_external_reference],
    ['booking_reference', (order: OrderDocument) => booking(order, 1).booking_reference],
    [
      'booking_external_reference',
      (order: OrderDocument) => String(booking(order, 1).booking_external_reference),
    ],
    ['product_type_code', (order: OrderDocument) => ticket(booking(order, 0)).product_type_code],
  ])('%s finds the one order it belongs to, however old', async (name, value) => {
    const oldest = all.findLast(isSample)
    for (const order of [sample(), oldest]) {
      if (!order) continue
      const { items } = await client.list(`${name}=${encode(value(order))}`)
      expect(references(items)).toEqual([order.order_reference])
    }
    expect((await client.list(`${name}=NOSUCHREFERENCE`)).items).toEqual([])
  })

  /** Compares what a filter finds with the same question put to all orders. */
  async function expectSame(query: string, matches: (order: OrderDocument) => boolean) {
    const right = references(all.filter(matches))
    expect(right.length).toBeGreaterThan(0)
    expect(references(await everything(`${wide}&${query}`))).toEqual(right)
  }

  it('order_created_from and order_created_to include their ends', async () => {
    const [from, to] = [all[300]?.order_created ?? '', all[100]?.order_created ?? '']
    const found = await everything(`order_created_from=${encode(from)}&order_created_to=${encode(to)}`)
    expect(references(found)).toEqual(references(all.slice(100, 301)))
  })

  it('order_contact_uid finds all orders of a guest', async () => {
    const uids = all.flatMap((order) => order.order_contacts?.[0]?.contact_uid ?? [])
    const returning = uids.find((uid, position) => uids.indexOf(uid) < position) ?? ''
    const right = all.filter((order) =>
      order.order_contacts?.some((contact) => contact.contact_uid === returning),
    )
    expect(right.length).toBeGreaterThan(1)
    expect(references(await everything(`order_contact_uid=${returning}`))).toEqual(references(right))
  })

  it('order_contact_name finds first and last names without regard to case and accents', async () => {
    const plain = (text: string) =>
      text
        .normalize('NFD')
        .replace(/\p{Diacritic}/gu, '')
        .toLowerCase()
    const named = (order: OrderDocument, ...words: string[]) =>
      (order.order_contacts ?? []).some((contact) =>
        words.every((word) =>
          plain(`${contact.contact_name_first} ${contact.contact_name_last}`).includes(word),
        ),
      )
    await expectSame('order_contact_name=MULLER', (order) => named(order, 'muller'))
    await expectSame(`order_contact_name=${encode('佐藤')}`, (order) => named(order, '佐藤'))
    const [first, last] = [
      sample().order_contacts?.[0]?.contact_name_first ?? '',
      sample().order_contacts?.[0]?.contact_name_last ?? '',
    ]
    await expectSame(`order_contact_name=${encode(`${first} ${last}`)}`, (order) =>
      named(order, plain(first), plain(last)),
    )
  })

  it('order_contact_email, order_created_email, product_id and supplier_id', async () => {
    const email = sample().order_contacts?.[0]?.contact_email ?? ''
    await expectSame(`order_contact_email=${encode(email)}`, (order) =>
      (order.order_contacts ?? []).some((contact) => contact.contact_email === email),
    )
    const cashier = sample().order_created_email
    await expectSame(
      `order_created_email=${encode(cashier)}`,
      (order) => order.order_created_email === cashier,
    )
    await expectSame('product_id=62540,62545', (order) =>
      order.order_bookings.some((each) => holds(each, '62540') || holds(each, '62545')),
    )
    await expectSame('supplier_id=1409', (order) =>
      JSON.stringify(order.order_bookings).includes('"product_supplier_id":"1409"'),
    )
  })

  const holds = (each: ReturnType<typeof booking>, product: string) =>
    each.product_id === product ||
    [...(each.product_combi_details ?? []), ...(each.product_bundle_details ?? [])].some(
      (part) => part.product_id === product,
    )

  it('order_modified finds what changed after a moment, orders that are new included', async () => {
    const since = '2026-11-01T00:00:00+01:00'
    await expectSame(
      `order_modified=${encode(since)}`,
      (order) => Date.parse(order.order_modified) > Date.parse(since),
    )
  })

  it('travel and redemption dates (names inferred)', async () => {
    const day = ['2026-11-21T00:00:00+01:00', '2026-11-21T23:59:59+01:00'] as const
    const within = (text: string | undefined) =>
      text !== undefined && Date.parse(text) >= Date.parse(day[0]) && Date.parse(text) <= Date.parse(day[1])
    const travel = `booking_travel_date_from=${encode(day[0])}&booking_travel_date_to=${encode(day[1])}`
    await expectSame(travel, (order) =>
      order.order_bookings.some((each) =>
        [each, ...(each.product_combi_details ?? []), ...(each.product_bundle_details ?? [])].some((one) =>
          within(one.booking_travel_date),
        ),
      ),
    )
    const month = ['2026-10-01T00:00:00+02:00', '2026-11-01T00:00:00+01:00'] as const
    const redeemed = `booking_redemption_date_from=${encode(month[0])}&booking_redemption_date_to=${encode(month[1])}`
    await expectSame(redeemed, (order) =>
      [...JSON.stringify(order).matchAll(/"product_type_redemption_date_time":"([^"]+)"/g)].some(
        ([, hit = '']) => Date.parse(hit) >= Date.parse(month[0]) && Date.parse(hit) <= Date.parse(month[1]),
      ),
    )
  })

  it('slot, capacity pool and partner sales', async () => {
    const slot = sample().order_bookings.find((each) => each.product_availability_id)
    await expectSame(`product_availability_id=${slot?.product_availability_id}`, (order) =>
      JSON.stringify(order).includes(`"product_availability_id":"${slot?.product_availability_id}"`),
    )
    await expectSame('product_availability_capacity_id=462501', (order) =>
      JSON.stringify(order).includes('"product_availability_capacity_id":"462501"'),
    )
    await expectSame('partner_sales=true', (order) => order.order_partner_id !== undefined)
  })

  it('accounts: ours holds everything, another holds nothing', async () => {
    expect(
      (await client.list('distributor_id=501&reseller_id=1300&market_admin_id=345345342')).total_items,
    ).toBe((await client.list('')).total_items)
    expect((await client.list('distributor_id=999')).total_items).toBe(0)
    expect((await client.list('reseller_id=999')).total_items).toBe(0)
  })

  it('filter_bookings shows only the bookings that match (rule 152)', async () => {
    const product = booking(sample(), 1).product_id
    const query = `order_reference=${sample().order_reference}&product_id=${product}`
    const [whole] = (await client.list(query)).items
    expect(whole?.order_bookings).toHaveLength(sample().order_bookings.length)
    const [part] = (await client.list(`${query}&filter_bookings=true`)).items
    expect(part?.order_bookings.length).toBeGreaterThan(0)
    expect(part?.order_bookings.every((each) => holds(each, product))).toBe(true)
  })

  it('filters for one booking must hold on the same booking', async () => {
    const order = sample()
    const query = `order_reference=${order.order_reference}&booking_reference=${booking(order, 0).booking_reference}&product_id=${booking(order, 1).product_id}`
    const same = booking(order, 0).product_id === booking(order, 1).product_id
    expect((await client.list(query)).items).toHaveLength(same ? 1 : 0)
  })
})

describe('order_search_query', () => {
  const find = async (query: string) =>
    references((await client.list(`order_search_query=${encode(query)}`)).items)

  it('finds words of names, e-mails, references and titles, wildcards included', async () => {
    const order = await scenario(client, 'DEMO-JPY')
    const [contact] = order.order_contacts ?? []
    for (const query of [
      order.order_reference,
      'demo-jpy',
      'DEMO-J*',
      'demo-jp?',
      contact?.contact_email ?? '',
      booking(order).booking_reference,
    ]) {
      expect(await find(query), query).toContain(order.order_reference)
    }
    expect(await find('demo-jp')).not.toContain(order.order_reference)
    expect(await find('demo-jpy nosuchword')).toEqual([])
  })

  it('works only with the cache on (rule 42)', async () => {
    expect((await client.get('/orders?order_search_query=x&cache=false')).status).toBe(400)
    expect((await client.get('/orders?cache=false')).status).toBe(200)
  })
})

describe('values that are refused', () => {
  it.each([
    ['a date with Z (rule 49)', `order_created_from=${encode('2026-11-01T00:00:00Z')}`],
    ['a date without an offset', `order_created_from=${encode('2026-11-01T00:00:00')}`],
    ['a plus sign that was not encoded', 'order_created_from=2026-11-01T00:00:00+01:00'],
    ['a day that does not exist', `order_created_from=${encode('2026-02-30T00:00:00+01:00')}`],
    ['a short reference', 'order_reference=1234567'],
    ['a contact that is no UUID', 'order_contact_uid=12345678'],
    ['an e-mail that is none', 'order_contact_email=nobody'],
    ['an unknown sort key', 'order_sort_by=ORDER_MODIFIED'],
    ['a filter of v3.5', 'order_status=ORDER_CONFIRMED'],
    ['wrong case (rule 52)', 'order_sort_order=asc'],
  ])('%s', async (_what, query) => {
    expect((await client.get(`/orders?${query}`)).status).toBe(400)
  })

  it('an account level beyond the credentials is 403 (rule 65)', async () => {
    expect((await client.get('/orders?order_view_type=SUPPLIER')).status).toBe(403)
  })
})

it('every answer is dated by the clock of the server', async () => {
  const clock = testClock()
  const other = await startTestSandbox({ orders: 10 }, clock)
  clock.advance(90_000)
  for (const path of ['/orders', '/orders/UNKNOWN-1']) {
    expect((await other.get(path)).headers.get('date')).toBe('Sat, 21 Nov 2026 11:01:30 GMT')
  }
  await other.sandbox.close()
})

describe('conditional requests (rules 40, 41)', () => {
  it('304 without a body while nothing changed, everything again once one order has', async () => {
    const clock = testClock()
    const other = await startTestSandbox({ orders: 700 }, clock)
    clock.advance(5000)
    const first = await other.get('/orders')
    const since = { 'If-Modified-Since': first.headers.get('last-modified') ?? '' }
    expect(since['If-Modified-Since']).toBe('Sat, 21 Nov 2026 11:00:00 GMT')
    const unchanged = await other.get('/orders', since)
    expect([unchanged.status, unchanged.text]).toEqual([304, ''])

    await remove(other, await scenario(other, 'DEMO-TERMS-WORDS'))
    const again = await other.get('/orders', since)
    expect(again.status).toBe(200)
    expect(again.json.data?.items).toHaveLength(10)
    await other.sandbox.close()
  })

  it('a second change in the same second does not hide behind a 304', async () => {
    const clock = testClock()
    const other = await startTestSandbox({ orders: 700 }, clock)
    clock.advance(5000)
    await remove(other, await scenario(other, 'DEMO-TERMS-WORDS'))
    const between = await other.get('/orders')
    clock.advance(500)
    await remove(other, await scenario(other, 'DEMO-TERMS-SHARE'))
    const after = await other.get('/orders', {
      'If-Modified-Since': between.headers.get('last-modified') ?? '',
    })
    expect(after.status).toBe(200)
    await other.sandbox.close()
  })
})
