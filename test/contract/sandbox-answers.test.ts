// The sandbox against the vendor's own samples: what it answers has the samples' fields, in their types, and what the
// samples send it understands. The samples are generated from the schema and show every field at once.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../electron/sandbox'
import { checkOf } from '../support/openapi'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const CLIENT = { clientId: 'contract', clientSecret: 'contract-secret' }
const TOKEN = 'contract-control'

let sandbox: Sandbox
let headers: Record<string, string>
beforeAll(async () => {
  sandbox = await startSandbox({ ...CLIENT, orders: 700, faultToken: TOKEN })
  const credentials = Buffer.from(`${CLIENT.clientId}:${CLIENT.clientSecret}`).toString('base64')
  const answer = await fetch(`${sandbox.origin}/v3.8/distributor/oauth2/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/json' },
    body: JSON.stringify(example('post-token.request.json')),
  })
  const { access_token } = (await answer.json()) as { access_token: string }
  headers = { authorization: `Bearer ${access_token}` }
})
afterAll(async () => {
  expect(sandbox.violations).toEqual([])
  await sandbox.close()
})

function example(file: string): Json {
  return JSON.parse(readFileSync(new URL(`../data/examples/${file}`, import.meta.url), 'utf8'))
}

async function call(method: string, path: string, body?: Json): Promise<{ status: number; body: Json }> {
  const answer = await fetch(`${sandbox.origin}/v3.8/distributor${path}`, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, body: text === '' ? null : JSON.parse(text) }
}

/** Every field of a body with the type of its value: `data.items.payment_id: string`. */
function fieldsOf(value: Json, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => fieldsOf(entry, path))
  if (value === null || typeof value !== 'object') return [`${path}: ${typeof value}`]
  return Object.entries(value).flatMap(([name, entry]) =>
    fieldsOf(entry, path === '' ? name : `${path}.${name}`),
  )
}

/** Fields that the samples do not have, or have in another type. */
function strange(body: Json, ...samples: Json[]): string[] {
  const known = new Set(samples.flatMap((sample) => fieldsOf(sample)))
  return [...new Set(fieldsOf(body))].filter((field) => !known.has(field))
}

interface Order {
  readonly order_reference: string
  readonly order_contacts: readonly { readonly contact_uid: string }[]
  readonly order_payments: readonly { readonly payment_id: string }[]
  readonly order_bookings: readonly { readonly booking_reference: string }[]
}

async function orderNamed(key: string): Promise<Order> {
  const { body } = await call('GET', `/orders?order_external_reference=${key}`)
  const [order] = (body as unknown as { data: { items: Order[] } }).data.items
  if (!order) throw new Error(`no order ${key}`)
  return order
}

interface Case {
  readonly operationId: string
  readonly sample: string
  /** Further samples of the same models. */
  readonly also?: readonly string[]
  readonly status?: number
  readonly run: () => Promise<{ status: number; body: Json }>
}

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
const nextWeek = () => new Date(Date.now() + 8 * 86_400_000).toISOString().slice(0, 10)
const range = () => `from_date=${tomorrow()}&to_date=${nextWeek()}`

/** A sample of a single payment, moved to where `POST /payments` answers it. */
function paymentDetails(): Json {
  const { data } = example('delete-payment.response.json') as { data: { payment: Json } }
  return { data: { payment: { payment_details: data.payment } } }
}

const cases: readonly Case[] = [
  {
    operationId: 'getProductAvailability',
    sample: 'availability.response.json',
    run: () => call('GET', `/products/62505/availability?${range()}`),
  },
  {
    operationId: 'getAvailability',
    sample: 'availability.response.json',
    run: () => call('GET', `/availability?product_id=62505,62540&${range()}`),
  },
  {
    operationId: 'calculateAvailability',
    sample: 'post-availability.response.json',
    run: () => call('POST', `/availability/62504?${range()}`, example('post-availability.request.json')),
  },
  {
    operationId: 'getPayments',
    sample: 'get-payments.response.json',
    run: () => call('GET', '/payments?items_per_page=50'),
  },
  {
    operationId: 'addPayment',
    sample: 'post-payment.response.json',
    status: 201,
    run: async () => {
      const { order_reference } = await orderNamed('DEMO-DEPOSIT')
      return call(
        'POST',
        `/payments?order_reference=${order_reference}`,
        example('post-payment.request.json'),
      )
    },
  },
  {
    operationId: 'cancelPayment',
    sample: 'delete-payment.response.json',
    run: async () => {
      const order = await orderNamed('DEMO-SPLIT')
      return call(
        'DELETE',
        `/payments?payment_id=${order.order_payments[0]?.payment_id}&refund_reason=Sample`,
      )
    },
  },
  {
    operationId: 'getPaymentConfig',
    sample: 'get-payment-config.response.json',
    run: async () => {
      const { order_reference } = await orderNamed('DEMO-SPLIT')
      return call('GET', `/payments/config?payment_gateway_type=ADYEN&order_reference=${order_reference}`)
    },
  },
  {
    operationId: 'getVoucher',
    sample: 'get-order-voucher.response.json',
    run: async () => call('GET', `/orders/${(await orderNamed('DEMO-SPLIT')).order_reference}/voucher`),
  },
  {
    operationId: 'updateOrder',
    sample: 'order.response.json',
    run: async () => {
      const order = await orderNamed('DEMO-DKK')
      const [booking] = order.order_bookings
      const sent = { ...booking, booking_option_type: 'UPDATE_BOOKING' }
      const body = { data: { order: { ...order, order_bookings: [sent] } } }
      return call('PUT', `/orders/${order.order_reference}`, body as unknown as Json)
    },
  },
  {
    operationId: 'deidentifyOrder',
    sample: 'order.response.json',
    run: async () => call('PUT', `/orders/${(await orderNamed('DEMO-PROMO')).order_reference}/deidentify`),
  },
  {
    operationId: 'getProductStock',
    sample: 'stock.response.json',
    run: () => call('GET', '/products/stock?stock_product_id=62511'),
  },
  {
    operationId: 'updateProductStock',
    sample: 'stock.response.json',
    run: async () => {
      const { body } = await call('GET', '/products/stock?stock_product_id=62511')
      const [row] = (body as unknown as { data: { items: { stock_id: string }[] } }).data.items
      return call('PUT', `/products/stock/${row?.stock_id}?stock_items_available=50`)
    },
  },
  {
    operationId: 'getContacts',
    sample: 'get-contacts.response.json',
    run: () => call('GET', '/contacts?contact_type=BOOKER'),
  },
  {
    operationId: 'getContact',
    sample: 'contact.response.json',
    run: async () =>
      call(
        'GET',
        `/contacts/${(await orderNamed('DEMO-BHD')).order_contacts[0]?.contact_uid}?include_versions=true`,
      ),
  },
  {
    operationId: 'updateContact',
    sample: 'contact.response.json',
    run: async () => {
      const uid = (await orderNamed('DEMO-BHD')).order_contacts[0]?.contact_uid ?? ''
      const { data } = example('put-contact.request.json') as { data: { contact: { [key: string]: Json } } }
      return call('PUT', `/contacts/${uid}`, { data: { contact: { ...data.contact, contact_uid: uid } } })
    },
  },
]

describe('an answer of the sandbox', () => {
  test.each(cases)(
    'to $operationId is valid, and has no field that the sample does not have',
    async (one) => {
      const { status, body } = await one.run()
      expect(status).toBe(one.status ?? 200)
      expect(checkOf({ operationId: one.operationId, direction: 'response', status })(body)).toEqual([])
      expect(fieldsOf(body).length).toBeGreaterThan(0)
      expect(strange(body, example(one.sample), paymentDetails())).toEqual([])
    },
  )
})

describe('what the vendor shows being sent', () => {
  test('to updateOrder is understood: what it names is not in this order, nothing is malformed', async () => {
    const order = await orderNamed('DEMO-JPY')
    const sample = example('put-order.request.json') as { data: { order: { [key: string]: Json } } }
    const bookings = sample.data.order.order_bookings as { [key: string]: Json }[]
    const sent = {
      ...sample.data.order,
      order_contacts: [],
      // The sample's own date is filler with Z, which may be read but never sent (rule 49).
      order_bookings: bookings.map((booking) => ({ ...booking, booking_travel_date: null })),
    }
    const { status, body } = await call('PUT', `/orders/${order.order_reference}`, { data: { order: sent } })
    expect(status).toBe(422)
    expect(body).toMatchObject({ error: 'BOOKING_NOT_IN_ORDER' })
    expect(await orderNamed('DEMO-JPY')).toEqual(order)
  })
})
