import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OrderDocument } from '../../../electron/sandbox/orders/document'
import { startTestSandbox, type TestClient } from './support/client'
import { controlOf, FAULT_TOKEN } from './support/control'

let client: TestClient
let control: ReturnType<typeof controlOf>
let order: OrderDocument

beforeEach(async () => {
  client = await startTestSandbox({ orders: 200, faultToken: FAULT_TOKEN, validate: false })
  control = controlOf(client)
  order = await firstCancellable()
})
afterEach(() => client.sandbox.close())

async function firstCancellable(): Promise<OrderDocument> {
  const { items } = await client.list('items_per_page=200')
  const found = items.find(
    (each) =>
      each.order_version === 1 &&
      each.order_bookings.every(
        (booking) => booking.product_cancellation_allowed && !booking.booking_supplier_reference,
      ) &&
      each.order_bookings.every((booking) =>
        booking.product_type_details.every((ticket) => ticket.product_type_redemption_status === 'PENDING'),
      ),
  )
  if (!found) throw new Error('no order to cancel')
  return found
}

const remove = () => client.send('DELETE', `/orders/${order.order_reference}`)
const deletes = { method: 'DELETE', path: '/orders/*' }

async function expectNothingDone() {
  const truth = await control.truth(order.order_reference)
  expect(truth.versions).toHaveLength(1)
  expect(truth.commits).toEqual([])
  expect(await client.order(order.order_reference)).toEqual(order)
}

async function expectCancelledOnce() {
  const truth = await control.truth(order.order_reference)
  expect(truth.commits.map((commit) => commit.kind)).toEqual(['CANCEL'])
  expect((await client.order(order.order_reference)).order_status).toBe('ORDER_CANCELLED')
}

describe('the control routes', () => {
  it('are not there without the token', async () => {
    for (const token of ['', 'wrong-token']) {
      expect((await control.call('GET', '/ledger', undefined, token)).status).toBe(404)
      expect((await control.call('POST', `/touch/${order.order_reference}`, undefined, token)).status).toBe(
        404,
      )
    }
    await expectNothingDone()
  })

  it('are not there when the server was started without a token', async () => {
    const plain = await startTestSandbox({ orders: 10 })
    const answer = await fetch(`${plain.sandbox.origin}/__control/ledger`, {
      headers: { 'sandbox-token': FAULT_TOKEN },
    })
    expect(answer.status).toBe(404)
    await plain.sandbox.close()
  })

  it('refuse a fault that makes no sense', async () => {
    expect((await control.call('POST', '/faults', { kind: 'status', status: 200 })).status).toBe(400)
    expect((await control.call('POST', '/faults', { kind: 'earthquake' })).status).toBe(400)
  })
})

describe('faults before the call is carried out', () => {
  it.each([
    [{ kind: 'status', status: 500 }, 500],
    [{ kind: 'status', status: 422 }, 422],
    [{ kind: 'expired-token' }, 401],
    [{ kind: 'redirect', status: 307, location: 'https://elsewhere.example.com/' }, 307],
  ])('%o answers and does nothing', async (fault, status) => {
    await control.fault({ ...deletes, ...fault })
    expect((await remove()).status).toBe(status)
    await expectNothingDone()
  })

  it('429 carries Retry-After (rule 70)', async () => {
    await control.fault({ ...deletes, kind: 'status', status: 429, retryAfter: 7 })
    const answer = await remove()
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7'])
    await expectNothingDone()
  })

  it('a reset cuts the connection and does nothing', async () => {
    await control.fault({ ...deletes, kind: 'reset' })
    await expect(remove()).rejects.toThrow()
    await expectNothingDone()
    expect((await control.arrivals('DELETE')).map((arrival) => arrival.status)).toEqual([0])
  })
})

describe('faults after the call is carried out', () => {
  it.each([
    [{ kind: 'status', status: 500, after: true }, 500],
    [{ kind: 'status', status: 504, after: true }, 504],
    [{ kind: 'body', body: { data: {} } }, 200],
    [{ kind: 'invalid-json' }, 200],
  ])('%o spoils the answer to something that is done', async (fault, status) => {
    await control.fault({ ...deletes, ...fault })
    const response = await fetch(`${client.base}/orders/${order.order_reference}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${client.token}` },
    })
    const text = await response.text()
    expect(response.status).toBe(status)
    expect(text).not.toContain('ORDER_CANCELLED')
    await expectCancelledOnce()
  })

  it('invalid JSON cannot be parsed, a truncated answer not even read', async () => {
    await control.fault({ path: '/orders/*', kind: 'invalid-json' })
    await expect(client.get(`/orders/${order.order_reference}`)).rejects.toThrow(SyntaxError)
    await control.fault({ ...deletes, kind: 'truncated' })
    await expect(remove()).rejects.toThrow(/terminated|closed|reset/)
    await expectCancelledOnce()
  })

  it('a reset cuts the connection although it is done', async () => {
    await control.fault({ ...deletes, kind: 'reset', after: true })
    await expect(remove()).rejects.toThrow()
    await expectCancelledOnce()
    const [arrival] = await control.arrivals('DELETE')
    expect(arrival).toMatchObject({ status: 0, committed: { reference: order.order_reference, version: 2 } })
  })
})

describe('faults of reading', () => {
  it('a stale read shows the order as it was before its last change, as often as told (rule 42)', async () => {
    await remove()
    await control.fault({ method: 'GET', path: '/orders/*', kind: 'stale-read', count: 2 })
    const versions = []
    for (let read = 0; read < 3; read++)
      versions.push((await client.order(order.order_reference)).order_version)
    expect(versions).toEqual([1, 1, 2])
  })

  it('a fixed page size is used whatever was asked (rule 35)', async () => {
    await control.fault({ path: '/orders', kind: 'page-size', pageSize: 3 })
    const page = await client.list('items_per_page=50&page=2')
    expect(page).toMatchObject({ items_per_page: 3, start_index: 4, current_item_count: 3, page_index: 2 })
  })

  it('a delay delays', async () => {
    await control.fault({ path: '/orders', kind: 'delay', delayMs: 120 })
    const start = performance.now()
    await client.get('/orders')
    expect(performance.now() - start).toBeGreaterThanOrEqual(115)
  })
})

describe('when a fault hits', () => {
  it('lets the first calls pass when told to skip them, and ends after its count', async () => {
    await control.fault({ path: '/orders', kind: 'status', status: 503, skip: 1, count: 2 })
    const statuses = []
    for (let call = 0; call < 4; call++) statuses.push((await client.get('/orders')).status)
    expect(statuses).toEqual([200, 503, 503, 200])
  })

  it('hits only the method, path and query it names', async () => {
    await control.fault({
      method: 'GET',
      path: '/orders',
      query: 'page=2',
      kind: 'status',
      status: 503,
      count: 0,
    })
    expect((await client.get('/orders?page=1')).status).toBe(200)
    expect((await client.get(`/orders/${order.order_reference}`)).status).toBe(200)
    expect((await client.get('/orders?page=2')).status).toBe(503)
    await control.clear()
    expect((await client.get('/orders?page=2')).status).toBe(200)
  })
})

describe('the ledger', () => {
  it('lists every arrival with what it changed and the App headers, without credentials', async () => {
    await client.send('DELETE', `/orders/${order.order_reference}?cancellation_reason=ill`, undefined, {
      'App-Operation-ID': 'op-1',
      'App-Reference': 'ref-1',
    })
    const [arrival] = await control.arrivals('DELETE')
    expect(arrival).toMatchObject({
      method: 'DELETE',
      path: `/orders/${order.order_reference}`,
      query: 'cancellation_reason=ill',
      status: 200,
      committed: { reference: order.order_reference, version: 2 },
      headers: { 'app-operation-id': 'op-1', 'app-reference': 'ref-1', authorization: 'Bearer' },
    })
    expect(JSON.stringify(await control.arrivals())).not.toContain(client.token)
    const { commits } = await control.truth(order.order_reference)
    expect(commits).toMatchObject([{ kind: 'CANCEL', version: 2, operationId: 'op-1', reference: 'ref-1' }])
  })
})

describe('somebody else', () => {
  it('changes an order in between: version and date rise, the price stays', async () => {
    const answer = await control.call('POST', `/touch/${order.order_reference}`)
    expect(answer.status).toBe(200)
    const after = await client.order(order.order_reference)
    expect(after.order_version).toBe(order.order_version + 1)
    expect(after.order_modified_name).toBe('Someone Else')
    expect(after.order_pricing).toEqual(order.order_pricing)
  })
})
