import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { OrderDocument } from '../../../electron/sandbox/orders/document'
import { kinds, resent, withBookings } from './support/amendments'
import { type Answer, startTestSandbox, type TestClient } from './support/client'
import { controlOf, FAULT_TOKEN } from './support/control'
import { booking, scenario } from './support/orders'
import { manual } from './support/payments'

let client: TestClient
let control: ReturnType<typeof controlOf>
beforeAll(async () => {
  client = await startTestSandbox({ orders: 700, faultToken: FAULT_TOKEN })
  control = controlOf(client)
})
afterEach(() => control.clear())
afterAll(async () => {
  expect(client.sandbox.violations).toEqual([])
  await client.sandbox.close()
})

const OPERATION = '8b0f6c1e-52b8-4d5a-9a6c-0c1f3a7f0a11'
const headers = { 'app-operation-id': OPERATION }

interface Write {
  readonly kind: string
  readonly method: string
  readonly path: string
  readonly send: (order: OrderDocument) => Promise<Answer>
}

const writes: readonly Write[] = [
  {
    kind: 'UPDATE',
    method: 'PUT',
    path: '/orders/*',
    send: (order) =>
      client.send(
        'PUT',
        `/orders/${order.order_reference}`,
        withBookings(order, resent(booking(order), { product_type_details: kinds({ 625041: 5 }) })),
        headers,
      ),
  },
  {
    kind: 'PAYMENT',
    method: 'POST',
    path: '/payments',
    send: (order) =>
      client.send(
        'POST',
        `/payments?order_reference=${order.order_reference}`,
        { data: { payment: manual({ payment_amount: '1.00' }) } },
        headers,
      ),
  },
  {
    kind: 'PAYMENT_MAIL',
    method: 'POST',
    path: '/payments/email',
    send: (order) =>
      client.send('POST', `/payments/email?order_reference=${order.order_reference}`, undefined, headers),
  },
  {
    kind: 'CONTACT',
    method: 'PUT',
    path: '/contacts/*',
    send: (order) => {
      const contact = order.order_contacts?.[0]
      return client.send(
        'PUT',
        `/contacts/${contact?.contact_uid}?order_reference=${order.order_reference}`,
        { data: { contact } },
        headers,
      )
    },
  },
  {
    kind: 'REFUND',
    method: 'DELETE',
    path: '/payments',
    send: (order) =>
      client.send('DELETE', `/payments?order_reference=${order.order_reference}`, undefined, headers),
  },
]

/** Writes one after the other on an order of which a part is still to be paid. */
async function tried({ send, kind }: Write): Promise<{ status: number | 'cut'; commits: number }> {
  const order = await scenario(client, 'DEMO-DEPOSIT')
  const count = async () => {
    const { commits } = await control.truth(order.order_reference)
    return commits.filter((commit) => commit.kind === kind && commit.operationId === OPERATION).length
  }
  const before = await count()
  const status = await send(order).then(
    (answer) => answer.status,
    () => 'cut' as const,
  )
  return { status, commits: (await count()) - before }
}

describe.each(writes)('$method $path ($kind)', (write) => {
  const on = { method: write.method, path: write.path }

  it.each([
    ['a cut before it is done', { kind: 'reset' }, 'cut'],
    ['500 before it is done', { kind: 'status', status: 500 }, 500],
    ['429 with Retry-After', { kind: 'status', status: 429, retryAfter: 7 }, 429],
    ['a lapsed token', { kind: 'expired-token' }, 401],
  ])('%s: nothing is committed', async (_what, fault, status) => {
    await control.fault({ ...fault, ...on })
    expect(await tried(write)).toEqual({ status, commits: 0 })
  })

  it('500 whose answer another fault holds back: nothing is committed', async () => {
    await control.fault({ kind: 'delay', delayMs: 60, delayAfter: true, ...on })
    await control.fault({ kind: 'status', status: 500, ...on })
    expect(await tried(write)).toEqual({ status: 500, commits: 0 })
  })

  it('is committed once, with the id of the operation and a line in the ledger', async () => {
    const { status, commits } = await tried(write)
    expect([Number(status) < 300, commits]).toEqual([true, 1])
    const arrival = (await control.arrivals(write.method)).at(-1)
    expect(arrival?.headers['app-operation-id']).toBe(OPERATION)
    expect(arrival?.committed).toBeDefined()
  })

  it.each([
    ['a cut', { kind: 'reset', after: true }, 'cut'],
    ['500', { kind: 'status', status: 500, after: true }, 500],
  ])('%s after it is done: it is committed', async (_what, fault, status) => {
    // An earlier write gave everything back: there must be something to give back again.
    if (write.kind === 'REFUND') {
      const order = await scenario(client, 'DEMO-DEPOSIT')
      const payment = manual({ payment_amount: '1.00' })
      await client.send('POST', `/payments?order_reference=${order.order_reference}`, { data: { payment } })
    }
    await control.fault({ ...fault, ...on })
    expect(await tried(write)).toEqual({ status, commits: 1 })
  })
})
