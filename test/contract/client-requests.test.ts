// Every method of the API client against the OpenAPI file: what it sends exists there, under that name and in that form.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProfileApi } from '../../electron/api'
import { clientFor, connectionTo } from '../support/api-client'
import { type ApiServer, type Arrival, json, startApiServer } from '../support/api-server'
import { checkOf, operationList, parametersOf, securityOf } from '../support/openapi'

const operationId = '8b0f6c1e-52b8-4d5a-9a6c-0c1f3a7f0a11'
const moment = '2026-11-22T10:00:00+01:00'
const refund = { operationId, reason: 'asked by the guest' }
const order = { order_distributor_id: '501', order_external_reference: 'E1', order_language: 'en' }

interface Case {
  readonly method: string
  readonly operation: string
  readonly call: (api: ProfileApi) => Promise<{ ok: boolean }>
}

const cases: Case[] = [
  { method: 'system.ping', operation: 'getSystemPing', call: (api) => api.system.ping() },
  { method: 'system.status', operation: 'getSystemStatus', call: (api) => api.system.status() },
  {
    method: 'orders.list',
    operation: 'getOrders',
    call: (api) =>
      api.orders.list({
        order_reference: 'ORDER12345',
        order_created_from: moment,
        order_modified: moment,
        booking_travel_date_from: moment,
        booking_redemption_date_to: moment,
        partner_sales: true,
        product_id: ['1', '2'],
        order_sort_by: 'ORDER_CREATED',
        order_sort_order: 'DESC',
        filter_bookings: false,
        items_per_page: 100,
        page: 2,
        cache: false,
      }),
  },
  {
    method: 'orders.page',
    operation: 'getOrders',
    call: (api) =>
      api.orders.page(
        {
          order_created_from: moment,
          order_created_to: moment,
          order_modified: moment,
          order_sort_by: 'ORDER_CREATED',
          order_sort_order: 'DESC',
          items_per_page: 100,
          start_index: 101,
        },
        { since: 'Wed, 21 Jan 2026 07:28:00 GMT', inBackground: true },
      ),
  },
  {
    method: 'orders.get',
    operation: 'getOrder',
    call: (api) => api.orders.get('ORDER12345', { fresh: true }),
  },
  {
    method: 'orders.get',
    operation: 'getOrder',
    call: (api) => api.orders.get('ORDER12345', { version: 1 }),
  },
  ...(
    [
      { level: 'order' },
      { level: 'booking', bookingReference: 'BOOKING123' },
      { level: 'ticket', transactionId: 'TRANSACTION1' },
    ] as const
  ).map((target) => ({
    method: 'orders.cancel',
    operation: 'cancelOrder',
    call: (api: ProfileApi) =>
      api.orders.cancel('ORDER12345', target, {
        operationId,
        refundToGuest: true,
        reason: 'ill',
        force: true,
      }),
  })),
  {
    method: 'orders.update',
    operation: 'updateOrder',
    call: (api) =>
      api.orders.update('ORDER12345', JSON.stringify({ data: { order } }), {
        operationId,
        switches: { amendment_price_adjustment: true, amendment_price_adjustment_reseller: false },
      }),
  },
  {
    method: 'orders.deidentify',
    operation: 'deidentifyOrder',
    call: (api) => api.orders.deidentify('ORDER12345', { operationId }),
  },
  {
    method: 'contacts.list',
    operation: 'getContacts',
    call: (api) =>
      api.contacts.list({
        contact_type: 'BOOKER',
        reseller_id: '401',
        distributor_id: '501',
        items_per_page: 200,
        page: 2,
      }),
  },
  {
    method: 'contacts.get',
    operation: 'getContact',
    call: (api) => api.contacts.get('f44226c0-e142-11ea-86d2-83036af9991e', { versions: true }),
  },
  {
    method: 'contacts.get',
    operation: 'getContact',
    call: (api) => api.contacts.get('f44226c0-e142-11ea-86d2-83036af9991e'),
  },
  {
    method: 'contacts.update',
    operation: 'updateContact',
    call: (api) =>
      api.contacts.update(
        'f44226c0-e142-11ea-86d2-83036af9991e',
        JSON.stringify({ data: { contact: { contact_uid: 'f44226c0-e142-11ea-86d2-83036af9991e' } } }),
        { operationId, order: 'ORDER12345' },
      ),
  },
  {
    method: 'vouchers.link',
    operation: 'getVoucher',
    call: (api) => api.vouchers.link('ORDER12345', { bookingReference: 'BOOKING123' }),
  },
  { method: 'vouchers.pdf', operation: 'getVoucher', call: (api) => api.vouchers.pdf('ORDER12345') },
  {
    method: 'vouchers.release',
    operation: 'getVoucher',
    call: (api) => api.vouchers.release('ORDER12345', {}, { operationId }),
  },
  {
    method: 'payments.list',
    operation: 'getPayments',
    call: (api) => api.payments.list({ payment_merchant_reference: 'MERCHANT1', page: 1 }),
  },
  ...(
    [
      'order_reference',
      'booking_reference',
      'product_type_transaction_id',
      'payment_id',
      'payment_merchant_reference',
      'payment_service_provider_reference',
    ] as const
  ).map((by) => ({
    method: 'payments.refund',
    operation: 'cancelPayment',
    call: (api: ProfileApi) => api.payments.refund({ by, id: 'IDENTIFIER1' }, refund),
  })),
  {
    method: 'payments.record',
    operation: 'addPayment',
    call: (api) =>
      api.payments.record(
        'ORDER12345',
        {
          payment_object_type: 'MANUAL',
          payment_merchant_reference: operationId,
          payment_method: 'BANK_TRANSFER',
          payment_amount: '20.50',
          payment_currency_code: 'EUR',
          payment_notes: [{ note_value: 'Received on 2026-11-20, reference AB-12' }],
        },
        { operationId },
      ),
  },
  {
    method: 'payments.sendEmail',
    operation: 'sendPaymentEmail',
    call: (api) => api.payments.sendEmail('ORDER12345', { operationId }),
  },
  {
    method: 'products.list',
    operation: 'getProducts',
    call: (api) =>
      api.products.list({
        product_reseller: ['1'],
        product_supplier: ['2', '3'],
        product_modified: moment,
        product_favorite: true,
        product_sort_by: 'PRODUCT_MODIFIED',
      }),
  },
  {
    method: 'products.get',
    operation: 'getProduct',
    call: (api) => api.products.get('62519', { product_content_language: 'nl', cache: false }),
  },
  {
    method: 'products.availability',
    operation: 'getProductAvailability',
    call: (api) => api.products.availability('62519', { from_date: '2027-03-28', to_date: '2027-04-03' }),
  },
  {
    method: 'stock.list',
    operation: 'getProductStock',
    call: (api) =>
      api.stock.list({
        stock_id: ['20191026090010006526'],
        stock_product_id: ['3532', '3533'],
        include_disabled: true,
        stock_modified: moment,
      }),
  },
  {
    method: 'stock.set',
    operation: 'updateProductStock',
    call: (api) => api.stock.set('20191026090010006526', 50, { operationId }),
  },
]

/** Enough of an answer for every method. */
const answer = {
  data: { items: [{}], order: {}, payment: {}, product: {} },
  url: 'https://vouchers.example/1',
}

let server: ApiServer
let api: ProfileApi
beforeAll(async () => {
  server = await startApiServer(({ headers }, response) => {
    if (headers.accept === 'application/pdf') response.end('%PDF-1.7')
    else json(response, answer)
  })
  api = clientFor(connectionTo(server.baseAddress, { inferredNames: true })).profile
})
afterAll(() => server.close())

/** The operation that answers a request, and the names in its path. */
function routeOf({ method, path }: Arrival) {
  return operationList
    .filter((operation) => operation.method === method)
    .filter(({ path: template }) => new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path))
    .sort((a, b) => a.path.split('{').length - b.path.split('{').length)
    .map(({ operationId: found }) => found)[0]
}

/** Whether a value as sent fits the type that the file gives the parameter. */
function fits(value: string, type: string | undefined): boolean {
  if (type === 'boolean') return value === 'true' || value === 'false'
  if (type === 'integer') return /^\d+$/.test(value)
  return value !== ''
}

describe.each(cases)('$method', ({ operation, call }) => {
  let sent: Arrival
  beforeAll(async () => {
    const before = server.calls().length
    expect(await call(api)).toMatchObject({ ok: true })
    const calls = server.calls().slice(before)
    expect(calls).toHaveLength(1)
    sent = calls[0] as Arrival
  })

  test(`is ${operation} by method and path`, () => {
    expect(routeOf(sent)).toBe(operation)
  })

  test('sends parameters that exist, in their form', () => {
    const known = new Map(
      parametersOf(operation)
        .filter((parameter) => parameter.in === 'query')
        .map((parameter) => [parameter.name, parameter]),
    )
    for (const [name, value] of sent.query) {
      const parameter = known.get(name)
      expect(parameter, `${operation} takes no ${name}`).toBeDefined()
      expect(fits(value, parameter?.schema.type), `${name}=${value}`).toBe(true)
      expect(sent.query.getAll(name)).toHaveLength(1)
    }
  })

  test('sends every parameter that is required', () => {
    const required = parametersOf(operation).filter(
      (parameter) => parameter.in === 'query' && parameter.required,
    )
    for (const { name } of required) expect(sent.query.has(name)).toBe(true)
  })

  test('sends a body where the operation takes one, and a valid one', () => {
    if (sent.body === '') {
      expect(() => checkOf({ operationId: operation, direction: 'request' })).toThrow('takes no JSON body')
      return
    }
    expect(checkOf({ operationId: operation, direction: 'request' })(JSON.parse(sent.body))).toEqual([])
  })

  test('is signed in exactly where the operation asks for it', () => {
    const open = securityOf(operation).length === 0
    expect(sent.headers.authorization === undefined).toBe(open)
  })
})

test('no method of the client is left out above', () => {
  const methods = Object.entries(api).flatMap(([resource, each]) =>
    Object.keys(each).map((name) => `${resource}.${name}`),
  )
  expect(methods.length).toBeGreaterThan(0)
  expect(new Set(cases.map(({ method }) => method))).toEqual(new Set(methods))
})

test('the token call sends what the file describes', () => {
  const [call] = server.tokenCalls()
  if (!call) throw new Error('no token call')
  expect(routeOf(call)).toBe('getToken')
  expect(checkOf({ operationId: 'getToken', direction: 'request' })(JSON.parse(call.body))).toEqual([])
  expect([...call.query]).toEqual([])
})
