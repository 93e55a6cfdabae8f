import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OrderDocument, PaymentDocument } from '../../../electron/sandbox/orders/document'
import { startTestSandbox, type TestClient } from './support/client'
import {
  booking,
  minor,
  priceOf,
  refunded,
  refunds,
  scenario,
  ticket,
  ticketId,
  total,
} from './support/orders'

let client: TestClient
beforeAll(async () => {
  client = await startTestSandbox({ orders: 700 })
})
afterAll(async () => {
  expect(client.sandbox.violations).toEqual([])
  await client.sandbox.close()
})

async function list(query: string): Promise<PaymentDocument[]> {
  const response = await fetch(`${client.base}/payments?${query}`, {
    headers: { authorization: `Bearer ${client.token}` },
  })
  const body: { data: { items: PaymentDocument[] } } = JSON.parse(await response.text())
  return body.data.items
}

const refund = (query: string) => client.send('DELETE', `/payments?${query}`)

describe('GET /payments', () => {
  it('lists newest first, in pages', async () => {
    const payments = await list('items_per_page=50')
    const made = payments.map((payment) => Date.parse(payment.payment_created))
    expect(payments).toHaveLength(50)
    expect(made).toEqual([...made].sort((a, b) => b - a))
  })

  it('finds the payments of an order, and one by each of its keys', async () => {
    const order = await scenario(client, 'DEMO-SPLIT')
    const [newest, oldest] = order.order_payments ?? []
    expect(await list(`order_reference=${order.order_reference}`)).toEqual(order.order_payments)
    for (const query of [
      `payment_id=${oldest?.payment_id}`,
      `payment_merchant_reference=${oldest?.payment_merchant_reference}`,
      `payment_service_provider_reference=${oldest?.payment_gateway_details?.payment_service_provider_reference}`,
    ]) {
      expect(await list(query)).toEqual([oldest])
    }
    expect(await list(`payment_id=${newest?.payment_id}&order_reference=123456789012345`)).toEqual([])
  })

  it('refuses parameters it does not know', async () => {
    expect((await client.get('/payments?payment_class=SALES')).status).toBe(400)
    expect((await client.get('/payments?payment_id=12345678')).status).toBe(400)
  })
})

describe('DELETE /payments gives back without cancelling (rules 168 to 171)', () => {
  /** What must stay as it is: bookings (but for payment states), price and version. */
  function expectNotCancelled(before: OrderDocument, after: OrderDocument) {
    expect(after.order_version).toBe(before.order_version)
    expect(after.order_status).toBe(before.order_status)
    expect(after.order_pricing).toEqual(before.order_pricing)
    expect(after.order_bookings.map((each) => each.booking_status)).toEqual(
      before.order_bookings.map((each) => each.booking_status),
    )
  }

  it('one payment by its id', async () => {
    const before = await scenario(client, 'DEMO-SPLIT')
    const [newest] = before.order_payments ?? []
    const answer = await refund(`payment_id=${newest?.payment_id}&refund_reason=Goodwill`)
    expect(answer.json.data?.payment).toMatchObject({
      payment_type: 'REFUND',
      payment_status: 'REFUNDED',
      payment_original_id: newest?.payment_id,
      payment_amount: newest?.payment_amount,
      payment_refund_reason: 'Goodwill',
    })
    const after = await client.order(before.order_reference)
    expectNotCancelled(before, after)
    expect(refunds(after)).toHaveLength(1)
    expect(after.order_payments?.slice(1)).toEqual(before.order_payments)
  })

  it('all payments of an order', async () => {
    const before = await scenario(client, 'DEMO-SPLIT-CURRENCIES')
    expect((await refund(`order_reference=${before.order_reference}`)).status).toBe(200)
    const after = await client.order(before.order_reference)
    expectNotCancelled(before, after)
    expect(refunded(after)).toBe(total(before))
    expect(minor(after, after.order_payments?.[0]?.payment_total)).toBe(0)
  })

  it('what one booking or one ticket cost', async () => {
    const before = await scenario(client, 'DEMO-SPLIT-BOOKINGS')
    const second = booking(before, 1)
    await refund(`booking_reference=${second.booking_reference}`)
    const half = await client.order(before.order_reference)
    expect(refunded(half)).toBe(minor(before, second.booking_pricing.price_total))
    await refund(`product_type_transaction_id=${ticketId(before)}`)
    const after = await client.order(before.order_reference)
    expect(refunded(after) - refunded(half)).toBe(priceOf(before, ticket(booking(before))))
    expectNotCancelled(before, after)
  })

  it('an authorisation is let go (rule 170)', async () => {
    const before = await scenario(client, 'DEMO-AUTHORIZED')
    const answer = await refund(`order_reference=${before.order_reference}`)
    expect(answer.json.data?.payment).toMatchObject({
      payment_type: 'AUTHORIZATION',
      payment_status: 'CANCELLED',
    })
  })

  it('a link that was sent is stopped, and its record says so (rule 168)', async () => {
    const before = await scenario(client, 'DEMO-LINK-SENT')
    const answer = await refund(`order_reference=${before.order_reference}`)
    expect(answer.json.data?.payment).toEqual({ ...before.order_payments?.[0], payment_status: 'CANCELLED' })
    expect((await client.order(before.order_reference)).order_payments).toHaveLength(1)
  })

  it.each([
    [
      'of what the bank took back',
      async () => `order_reference=${(await scenario(client, 'DEMO-CHARGED-BACK')).order_reference}`,
      409,
    ],
    ['without any identifier', async () => '', 400],
    ['with only a reason', async () => 'refund_reason=x', 400],
    [
      'with an amount, which v3.8 has not (rule 171)',
      async () => 'order_reference=123456789012345&refund_amount=1.00',
      400,
    ],
    ['with an empty identifier', async () => 'booking_reference=', 400],
    ['for an unknown payment', async () => 'payment_id=f44226c0-e142-11ea-86d2-83036af9991e', 404],
    [
      'of money that partners collected (rule 172)',
      async () => `order_reference=${(await scenario(client, 'DEMO-EXTERNAL')).order_reference}`,
      409,
    ],
    [
      'of an order that was not paid',
      async () => `order_reference=${(await scenario(client, 'DEMO-ZERO')).order_reference}`,
      409,
    ],
    [
      'of what was given back already',
      async () => `order_reference=${(await scenario(client, 'DEMO-CANCELLED')).order_reference}`,
      409,
    ],
  ])('is refused %s', async (_what, query, status) => {
    expect((await refund(await query())).status).toBe(status)
  })

  it('gives nothing back twice', async () => {
    const before = await scenario(client, 'DEMO-FOREIGN')
    const query = `order_reference=${before.order_reference}`
    const answers = await Promise.all([refund(query), refund(query)])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect(refunded(await client.order(before.order_reference))).toBe(total(before))
  })
})

describe('GET /products', () => {
  it('lists 40 products, found by id, supplier, currency, country and words', async () => {
    const count = async (query: string) => {
      const answer = await client.get(`/products?${query}`)
      return (JSON.parse(answer.text) as { data: { total_items: number } }).data.total_items
    }
    expect(await count('')).toBe(40)
    expect(await count('product_id=62501,62540')).toBe(2)
    expect(await count('product_supplier=1401')).toBe(6)
    expect(await count('product_currency_code=JPY')).toBe(4)
    expect(await count('product_location_country_code=DK')).toBe(2)
    expect(await count('product_content=musee%20SEINE')).toBe(3)
    expect(await count('product_search_query=cruis*')).toBeGreaterThan(3)
    expect(await count('distributor_id=999')).toBe(0)
    expect((await client.get('/products?product_status=ACTIVE')).status).toBe(400)
    expect((await client.get('/products?items_per_page=100')).headers.get('content-language')).toBe('en')
  })

  it('shows one product with terms, prices by level and parts (rule 111), or 404', async () => {
    const answer = await client.get('/products/62509?product_content_language=')
    expect(answer.json.data?.product).toMatchObject({
      product_id: '62509',
      product_combi: true,
      product_combi_details: [{ product_id: '62501' }, { product_id: '62505' }],
      product_type_seasons: [
        {
          product_type_season_details: [{ product_type_pricing: { product_type_sales_price: '36.00' } }, {}],
        },
      ],
    })
    expect((await client.get('/products/1')).status).toBe(404)
  })
})
