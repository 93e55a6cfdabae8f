import { afterEach, describe, expect, test } from 'vitest'
import type { RefundTarget } from '../../../../../electron/api'
import { clientFor, connectionTo } from '../../../../support/api-client'
import { type ApiServer, json, startApiServer } from '../../../../support/api-server'

const operationId = '8b0f6c1e-52b8-4d5a-9a6c-0c1f3a7f0a11'
let server: ApiServer
afterEach(() => server.close())
const start = async () => {
  server = await startApiServer(({ method }, response) =>
    json(response, { data: method === 'GET' ? { items: [] } : { payment: { payment_id: 'P-1' } } }),
  )
  return clientFor(connectionTo(server.baseAddress)).profile.payments
}

describe('the list of payments', () => {
  test('sends its filters, and no distributor: the call takes none', async () => {
    const payments = await start()
    expect(await payments.list({ order_reference: 'ORDER12345', page: 2 })).toMatchObject({ ok: true })
    expect(server.calls()[0]?.url).toBe('/v3.8/distributor/payments?order_reference=ORDER12345&page=2')
  })
})

describe('a refund (rules 168 and 169)', () => {
  test.each([
    'order_reference',
    'booking_reference',
    'product_type_transaction_id',
    'payment_id',
    'payment_merchant_reference',
    'payment_service_provider_reference',
  ] as const)('names exactly one %s', async (by) => {
    const payments = await start()
    const result = await payments.refund({ by, id: 'ID-12345' }, { operationId, reason: 'too late' })
    expect(result).toMatchObject({ ok: true, value: { value: { data: { payment: { payment_id: 'P-1' } } } } })
    expect(server.calls()).toHaveLength(1)
    const [call] = server.calls()
    expect(call?.method).toBe('DELETE')
    expect(call?.path).toBe('/payments')
    expect(Object.fromEntries(call?.query ?? [])).toEqual({ [by]: 'ID-12345', refund_reason: 'too late' })
  })

  test.each([
    ['an empty id', { by: 'payment_id', id: ' ' }],
    ['two ids in one', { by: 'booking_reference', id: 'A,B' }],
    ['an identifier that there is not', { by: 'payment_class', id: 'X' }],
    ['no identifier', { id: 'X' }],
  ])('with %s is refused and nothing is sent', async (_, target) => {
    const payments = await start()
    const result = await payments.refund(target as RefundTarget, { operationId })
    expect(result).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', changed: 'no' } })
    expect(server.arrivals).toHaveLength(0)
  })
})
