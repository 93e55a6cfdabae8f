import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OrderDocument } from '../../../electron/sandbox/orders/document'
import { startTestSandbox, type TestClient } from './support/client'
import { controlOf, FAULT_TOKEN } from './support/control'
import { booking, scenario, ticket } from './support/orders'
import { manual, newKey, pay } from './support/payments'

let client: TestClient
let control: ReturnType<typeof controlOf>
beforeAll(async () => {
  client = await startTestSandbox({ orders: 700, faultToken: FAULT_TOKEN })
  control = controlOf(client)
})
afterAll(async () => {
  expect(client.sandbox.violations).toEqual([])
  await client.sandbox.close()
})

async function expectUnchanged(order: OrderDocument) {
  expect(await client.order(order.order_reference)).toEqual(order)
}

describe('DELETE /payments with several keys (rule 169)', () => {
  it('finds a payment by the key that was sent with it, and gives that one back', async () => {
    const order = await scenario(client, 'DEMO-TERMS-FIXED')
    await client.send('DELETE', `/payments?order_reference=${order.order_reference}`)
    const key = newKey()
    const { payment_details: first } = await pay(
      client,
      order,
      manual({ payment_merchant_reference: key, payment_amount: '5.00' }),
    )
    await pay(client, order, manual({ payment_amount: '6.00' }))
    const answer = await client.send('DELETE', `/payments?payment_merchant_reference=${key}`)
    expect(answer.json.data?.payment).toMatchObject({
      payment_type: 'REFUND',
      payment_original_id: first.payment_id,
      payment_amount: '5.00',
      payment_total: '6.00',
    })
  })

  it('refuses bookings that are not all in one order, and changes neither', async () => {
    const one = await scenario(client, 'DEMO-CAPTURED-LATER')
    const other = await scenario(client, 'DEMO-TERMS-DAY-BEFORE')
    const references = [one, other].map((order) => booking(order).booking_reference)
    const answer = await client.send('DELETE', `/payments?booking_reference=${references.join(',')}`)
    expect(answer.status).toBe(422)
    const mixed = await client.send(
      'DELETE',
      `/payments?order_reference=${one.order_reference}&booking_reference=${references.join(',')}`,
    )
    expect([mixed.status, mixed.json.errors]).toEqual([422, [references[1]]])
    await expectUnchanged(one)
    await expectUnchanged(other)
  })

  it('does not give a ticket back twice, and a booking only as far as its tickets are not', async () => {
    const order = await scenario(client, 'DEMO-TERMS-RISING')
    const id = ticket(booking(order)).product_type_transaction_id
    const remove = (query: string) => client.send('DELETE', `/payments?${query}`)
    expect((await remove(`product_type_transaction_id=${id}`)).status).toBe(200)
    expect((await remove(`product_type_transaction_id=${id}`)).status).toBe(409)
    const rest = await remove(`booking_reference=${booking(order).booking_reference}`)
    expect(rest.json.data?.payment).toMatchObject({
      payment_amount: ticket(booking(order), 1).product_type_pricing?.price_total,
      payment_total: '0.00',
    })
  })

  it('takes money only from the payment that is named with the booking', async () => {
    const order = await scenario(client, 'DEMO-TERMS-UNIT')
    const strange = 'f44226c0-e142-11ea-86d2-83036af9991e'
    const reference = booking(order).booking_reference
    expect(
      (await client.send('DELETE', `/payments?booking_reference=${reference}&payment_id=${strange}`)).status,
    ).toBe(404)
    await expectUnchanged(order)
  })
})

describe('POST /payments/email (rule 178)', () => {
  const send = (query: string) => client.send('POST', `/payments/email?${query}`)

  async function withContacts(key: string, contacts: readonly object[]): Promise<OrderDocument> {
    const order = await scenario(client, key)
    const { order_bookings: _bookings, ...rest } = order
    await client.send('PUT', `/orders/${order.order_reference}`, {
      data: { order: { ...rest, order_contacts: contacts } },
    })
    return client.order(order.order_reference)
  }

  const contact = (contact_type: string, name: string) => ({
    contact_type,
    contact_name_last: name,
    contact_email: `${name}@example.com`,
  })

  it.each([
    ['PAYMENT before BOOKER', ['GUEST', 'BOOKER', 'PAYMENT'], 'c2@example.com'],
    ['BOOKER before CONTACT', ['CONTACT', 'BOOKER'], 'c1@example.com'],
    ['CONTACT before others', ['GUEST', 'CONTACT', 'CONTACT'], 'c1@example.com'],
    ['else the first', ['GUEST', 'STAFF'], 'c0@example.com'],
  ])('writes to %s, and leaves no trace on the order', async (_what, types, to) => {
    const order = await withContacts(
      'DEMO-LONG-NAME',
      types.map((type, position) => contact(type, `c${position}`)),
    )
    if ((order.order_payments ?? []).every((payment) => payment.payment_type === 'CAPTURE'))
      await client.send('DELETE', `/payments?order_reference=${order.order_reference}`)
    const before = await client.order(order.order_reference)
    const answer = await send(`order_reference=${order.order_reference}`)
    expect([answer.status, answer.text]).toEqual([204, ''])
    await expectUnchanged(before)
    const { mails, commits } = await control.truth(order.order_reference)
    expect(mails.at(-1)).toMatchObject({
      kind: 'PAYMENT',
      to,
      amount: `${order.order_pricing.price_total} EUR`,
      requestId: commits.at(-1)?.requestId,
    })
  })

  it('may be about one booking, and is listed with the mails of all orders', async () => {
    const order = await scenario(client, 'DEMO-SPLIT-BOOKINGS')
    const reference = booking(order, 0).booking_reference
    await client.send('DELETE', `/payments?order_reference=${order.order_reference}`)
    const answer = await send(`order_reference=${order.order_reference}&booking_reference=${reference}`)
    expect(answer.status).toBe(204)
    const { mails }: { mails: object[] } = JSON.parse((await control.call('GET', '/mails')).text)
    expect(mails).toContainEqual(
      expect.objectContaining({
        reference: order.order_reference,
        bookings: [reference],
        amount: `${booking(order, 0).booking_pricing.price_total} EUR`,
      }),
    )
  })

  it('is refused where nobody can be written to', async () => {
    const order = await withContacts('DEMO-LONG-NAME', [])
    const query = `order_reference=${order.order_reference}`
    expect((await send(query)).json.error).toBe('NO_RECIPIENT')
    await withContacts('DEMO-LONG-NAME', [{ contact_type: 'PAYMENT' }, contact('BOOKER', 'booker')])
    const answer = await send(query)
    expect([answer.status, answer.json.error]).toEqual([422, 'NO_RECIPIENT'])
  })

  it.each([
    ['without an order', async () => '', 400],
    ['for an unknown order', async () => 'order_reference=123456789012345', 404],
    [
      'for what is paid',
      async () => `order_reference=${(await scenario(client, 'DEMO-PROMO')).order_reference}`,
      409,
    ],
    [
      'for what a partner collects (rule 172)',
      async () => `order_reference=${(await scenario(client, 'DEMO-EXTERNAL')).order_reference}`,
      422,
    ],
    [
      'for a cancelled order',
      async () => `order_reference=${(await scenario(client, 'DEMO-CANCELLED')).order_reference}`,
      409,
    ],
    [
      'for a booking of another order',
      async () =>
        `order_reference=${(await scenario(client, 'DEMO-GROUP')).order_reference}&booking_reference=B00000000`,
      422,
    ],
  ])('is refused %s, and nothing is mailed', async (_what, query, status) => {
    const count = async () => JSON.parse((await control.call('GET', '/mails')).text).mails.length
    const before = await count()
    expect((await send(await query())).status).toBe(status)
    expect(await count()).toBe(before)
  })
})

describe('GET /payments/config', () => {
  it('gives the methods of a connected provider as JSON in a text, and nothing for none', async () => {
    const { order_reference } = await scenario(client, 'DEMO-PROMO')
    const get = (query: string) => client.get(`/payments/config?order_reference=${order_reference}${query}`)
    const adyen = JSON.parse((await get('&payment_gateway_type=ADYEN')).text)
    expect(Object.keys(adyen).sort()).toEqual([
      'payment_methods',
      'payment_origin_domain',
      'payment_origin_key',
    ])
    expect(JSON.parse(adyen.payment_methods)).toMatchObject({ groups: expect.any(Array) })
    expect(JSON.parse((await get('')).text)).toEqual({})
    expect((await get('&payment_gateway_type=PIGGYBANK')).status).toBe(400)
    expect((await client.get('/payments/config')).status).toBe(400)
    expect((await client.get('/payments/config?order_reference=123456789012345')).status).toBe(404)
  })
})
