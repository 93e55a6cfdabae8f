import { afterEach, describe, expect, test, vi } from 'vitest'
import { clientFor, connectionTo } from '../../../../support/api-client'
import { type Answering, type ApiServer, json, startApiServer } from '../../../../support/api-server'

const operationId = '8b0f6c1e-52b8-4d5a-9a6c-0c1f3a7f0a11'
const order = { order_reference: 'ORDER12345', order_version: 2, order_pricing: { price_total: '20.50' } }
const orderAnswer: Answering = (_, response) => json(response, { api_version: '3.8.0', data: { order } })
const listAnswer: Answering = (_, response) => json(response, { data: { total_items: 1, items: [order] } })

let server: ApiServer
const start = async (answer: Answering) => {
  server = await startApiServer(answer)
  return clientFor(connectionTo(server.baseAddress)).profile.orders
}
afterEach(() => server.close())

describe('the list of orders', () => {
  test('sends the filters by their names, lists comma-joined, and the distributor of the profile', async () => {
    const orders = await start(listAnswer)
    const answer = await orders.list({
      order_contact_name: 'Ångström & co',
      product_id: ['1', '2'],
      order_created_from: '2026-11-01T00:00:00+01:00',
      items_per_page: 100,
      filter_bookings: true,
    })
    expect(answer).toMatchObject({ ok: true, value: { value: { data: { items: [order] } } } })
    expect(server.calls()).toHaveLength(1)
    const [call] = server.calls()
    expect(call?.method).toBe('GET')
    expect(call?.path).toBe('/orders')
    expect(Object.fromEntries(call?.query ?? [])).toEqual({
      distributor_id: '501',
      order_contact_name: 'Ångström & co',
      product_id: '1,2',
      order_created_from: '2026-11-01T00:00:00+01:00',
      items_per_page: '100',
      filter_bookings: 'true',
    })
  })

  test('takes a missing list of items for an empty one (rule 47)', async () => {
    const orders = await start((_, response) => json(response, { data: { total_items: 0 } }))
    expect(await orders.list()).toMatchObject({ ok: true })
  })
})

describe('one order', () => {
  test('is read from the cache unless asked otherwise (rule 42)', async () => {
    const orders = await start(orderAnswer)
    await orders.get('ORDER12345')
    await orders.get('ORDER12345', { fresh: true })
    await orders.get('ORDER12345', { version: 1, fresh: true })
    expect(server.calls().map(({ url }) => url.split('?')[1])).toEqual([
      undefined,
      'cache=false',
      'order_version=1',
    ])
  })

  test('keeps its reference in its place, whatever is in it', async () => {
    const orders = await start(orderAnswer)
    await orders.get('A/../B?x=1#y')
    expect(server.calls()[0]?.url).toBe('/v3.8/distributor/orders/A%2F..%2FB%3Fx%3D1%23y')
  })

  test.each(['', '  ', '..'])(
    'without a reference (%j) is refused and nothing is sent',
    async (reference) => {
      const orders = await start(orderAnswer)
      expect(await orders.get(reference)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
      expect(server.arrivals).toHaveLength(0)
    },
  )
})

describe('a cancellation', () => {
  test.each([
    ['the whole order', { level: 'order' } as const, {}],
    ['one booking', { level: 'booking', bookingReference: 'B-1' } as const, { booking_reference: 'B-1' }],
    [
      'one ticket, without its booking beside it',
      { level: 'ticket', bookingReference: 'B-1', transactionId: 'T-1' } as const,
      { product_type_transaction_id: 'T-1' },
    ],
  ])(
    'of %s names just that, says what happens to the money, and carries its journal id',
    async (_, target, part) => {
      const orders = await start(orderAnswer)
      const answer = await orders.cancel('ORDER12345', target, {
        operationId,
        refundToGuest: false,
        reason: 'guest is ill',
      })
      expect(answer).toMatchObject({ ok: true, value: { value: { data: { order } } } })
      expect(server.calls()).toHaveLength(1)
      const [call] = server.calls()
      expect(call?.method).toBe('DELETE')
      expect(call?.path).toBe('/orders/ORDER12345')
      expect(call?.body).toBe('')
      expect(Object.fromEntries(call?.query ?? [])).toEqual({
        ...part,
        cancellation_reason: 'guest is ill',
        payment_refund: 'false',
      })
      expect(call?.headers['app-operation-id']).toBe(operationId)
    },
  )

  test.each([
    ['an empty booking', { level: 'booking', bookingReference: ' ' } as const],
    ['an empty ticket', { level: 'ticket', transactionId: '' } as const],
    ['two ids in one', { level: 'booking', bookingReference: 'B-1,B-2' } as const],
  ])('of %s is refused and nothing is sent', async (_, target) => {
    const orders = await start(orderAnswer)
    const answer = await orders.cancel('ORDER12345', target, { operationId, refundToGuest: true })
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', changed: 'no' } })
    expect(server.arrivals).toHaveLength(0)
  })

  test('that wants to override the third party is refused while guessed names are off', async () => {
    const orders = await start(orderAnswer)
    const answer = await orders.cancel(
      'ORDER12345',
      { level: 'order' },
      { operationId, refundToGuest: true, force: true },
    )
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', fields: { force_cancellation: expect.stringContaining('guess') } },
    })
    expect(server.arrivals).toHaveLength(0)
  })
})

describe('an update (rule 153)', () => {
  const body = '{"data": {"order": {"order_distributor_id":"501", "total": 20.50, "id":159118380521834001}}}'

  test('is sent character by character as it was written', async () => {
    const orders = await start(orderAnswer)
    expect(await orders.update('ORDER12345', body, { operationId })).toMatchObject({ ok: true })
    const [call] = server.calls()
    expect(call?.method).toBe('PUT')
    expect(call?.url).toBe('/v3.8/distributor/orders/ORDER12345')
    expect(call?.headers['content-type']).toBe('application/json')
    expect(call?.body).toBe(body)
  })

  test.each(['', '{"data":', '{"data":{}}', '{"data":{"order":[]}}', 'null'])(
    'of %j is refused and nothing is sent',
    async (text) => {
      const orders = await start(orderAnswer)
      expect(await orders.update('ORDER12345', text, { operationId })).toMatchObject({
        ok: false,
        error: { code: 'INVALID_INPUT', changed: 'no' },
      })
      expect(server.arrivals).toHaveLength(0)
    },
  )

  test('never previews under a guessed name: the change would be made (rule 156)', async () => {
    const orders = await start(orderAnswer)
    const switches = { amendment_preview: true }
    expect(await orders.update('ORDER12345', body, { operationId, switches })).toMatchObject({
      ok: false,
      error: { fields: { amendment_preview: expect.stringContaining('guess') } },
    })
    expect(server.arrivals).toHaveLength(0)
  })
})

describe('whoever wants to know of orders', () => {
  const watched = async (answer: Answering) => {
    server = await startApiServer(answer)
    const sawOrder = vi.fn()
    const { orders } = clientFor(connectionTo(server.baseAddress), { sawOrder }).profile
    return { orders, sawOrder }
  }
  const cancelling = { operationId, refundToGuest: true }

  test('is told of each as an answer held it, with the moment it was asked for', async () => {
    const { orders, sawOrder } = await watched(orderAnswer)
    const before = Date.now()
    await orders.get('ORDER12345')
    await orders.cancel('ORDER12345', { level: 'order' }, cancelling)
    await orders.update('ORDER12345', JSON.stringify({ data: { order } }), { operationId })
    expect(sawOrder).toHaveBeenCalledTimes(3)
    for (const [profile, document, askedAt] of sawOrder.mock.calls) {
      expect(profile).toBe('test-profile')
      expect(document.value.data.order).toEqual(order)
      expect(askedAt).toBeGreaterThanOrEqual(before)
      expect(askedAt).toBeLessThanOrEqual(Date.now())
    }
  })

  test('is not told of an earlier version, nor of what was refused', async () => {
    const { orders, sawOrder } = await watched((arrival, response, socket) =>
      arrival.url.includes('order_version')
        ? orderAnswer(arrival, response, socket)
        : json(response, { error: 'NOT_FOUND' }, 404),
    )
    await orders.get('ORDER12345', { version: 1 })
    await orders.get('ORDER12345')
    await orders.cancel('ORDER12345', { level: 'order' }, cancelling)
    expect(server.calls()).toHaveLength(3)
    expect(sawOrder).not.toHaveBeenCalled()
  })
})
