import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OrderDocument } from '../../../../electron/sandbox/orders/document'
import { startTestSandbox, type TestClient } from '../support/client'
import { booking, cancelled, remove, scenario, ticketId } from '../support/orders'

let client: TestClient
beforeAll(async () => {
  client = await startTestSandbox({ orders: 1000 })
})
afterAll(async () => {
  expect(client.sandbox.violations).toEqual([])
  await client.sandbox.close()
})

/** Sends a cancellation that must be refused, and proves that it changed nothing. */
async function refused(order: OrderDocument, query: string) {
  const before = await client.order(order.order_reference)
  const answer = await remove(client, order, query)
  expect(await client.order(order.order_reference)).toEqual(before)
  return { status: answer.status, error: answer.json.error }
}

describe('a request that is not well formed is 400 (rule 62) and never a full cancellation', () => {
  let order: OrderDocument
  beforeAll(async () => {
    order = await scenario(client, 'DEMO-MIXED')
  })

  it.each([
    ['an empty booking_reference', 'booking_reference='],
    ['an empty product_type_transaction_id', 'product_type_transaction_id='],
    ['an empty entry in a list', 'booking_reference=A1234567,,B1234567'],
    ['only a comma', 'booking_reference=,'],
    ['one thing twice', 'booking_reference=A1234567,A1234567'],
    ['a repeated parameter', 'booking_reference=A1234567&booking_reference=B1234567'],
    ['a JSON list', `booking_reference=${encodeURIComponent('["A1234567"]')}`],
    ['an exploded list', 'booking_reference[]=A1234567'],
    ['an unknown parameter', 'bookings=A1234567'],
    ['a v3.5 parameter', 'refund_amount=5.00'],
    ['a switch that is neither true nor false', 'payment_refund=yes'],
    ['an empty switch', 'payment_refund='],
  ])('%s', async (_what, query) => {
    expect(await refused(order, query)).toEqual({ status: 400, error: 'INVALID_REQUEST' })
  })

  it('an order reference of less than eight characters', async () => {
    expect((await client.send('DELETE', '/orders/1234567')).status).toBe(400)
  })
})

describe('what is not there', () => {
  it('an unknown order is 404 (rule 66)', async () => {
    const answer = await client.send('DELETE', '/orders/123456789012345')
    expect([answer.status, answer.json.error]).toEqual([404, 'ORDER_NOT_FOUND'])
  })

  it('bookings and tickets of other orders are 422 (rule 69)', async () => {
    const order = await scenario(client, 'DEMO-PROMO')
    const other = await scenario(client, 'DEMO-VENUE')
    expect(await refused(order, `booking_reference=${booking(other).booking_reference}`)).toEqual({
      status: 422,
      error: 'BOOKING_NOT_IN_ORDER',
    })
    expect(await refused(order, `product_type_transaction_id=${ticketId(order)},${ticketId(other)}`)).toEqual(
      { status: 422, error: 'TICKET_NOT_IN_ORDER' },
    )
    expect(await client.order(other.order_reference)).toEqual(other)
  })

  it('a ticket outside the bookings that are named with it is 422', async () => {
    const order = await scenario(client, 'DEMO-SPLIT-BOOKINGS')
    const query = `booking_reference=${booking(order, 1).booking_reference}&product_type_transaction_id=${ticketId(order, 0, 0)}`
    expect(await refused(order, query)).toEqual({ status: 422, error: 'TICKET_NOT_IN_BOOKING' })
  })
})

describe('what may not be cancelled', () => {
  it('is a booking whose product_cancellation_allowed is false (rule 158)', async () => {
    const order = await scenario(client, 'DEMO-NON-CANCELLABLE')
    const refusal = { status: 422, error: 'CANCELLATION_NOT_ALLOWED' }
    expect(await refused(order, '')).toEqual(refusal)
    expect(await refused(order, `booking_reference=${booking(order).booking_reference}`)).toEqual(refusal)
    expect(await refused(order, `product_type_transaction_id=${ticketId(order)}`)).toEqual(refusal)
    expect(await refused(order, 'force_cancellation=true')).toEqual(refusal)
  })

  it('fails the whole of an order that holds one, the others can go by their reference (rule 159)', async () => {
    const order = await scenario(client, 'DEMO-MIXED')
    expect(await refused(order, '')).toEqual({ status: 422, error: 'CANCELLATION_NOT_ALLOWED' })
    const both = order.order_bookings.map((each) => each.booking_reference).join(',')
    expect(await refused(order, `booking_reference=${both}`)).toEqual({
      status: 422,
      error: 'CANCELLATION_NOT_ALLOWED',
    })
    const after = await cancelled(client, order, `booking_reference=${booking(order, 0).booking_reference}`)
    expect(after.order_bookings.map((each) => each.booking_status)).toEqual([
      'BOOKING_CANCELLED',
      'BOOKING_CONFIRMED',
    ])
    expect(booking(after, 1)).toEqual(booking(order, 1))
  })

  it('is a ticket that was used, and an order that holds one', async () => {
    const order = await scenario(client, 'DEMO-PARTLY-REDEEMED')
    const conflict = { status: 409, error: 'TICKET_REDEEMED' }
    expect(await refused(order, '')).toEqual(conflict)
    expect(await refused(order, `product_type_transaction_id=${ticketId(order, 0)}`)).toEqual(conflict)
    const after = await cancelled(client, order, `product_type_transaction_id=${ticketId(order, 1)}`)
    expect(after.order_status).toBe('ORDER_UPDATED')
    expect(booking(await scenario(client, 'DEMO-REDEEMED')).product_cancellation_allowed).toBe(false)
  })

  it('is part of a combi by itself: only the whole of it, or one guest of all of it', async () => {
    const order = await scenario(client, 'DEMO-COMBI')
    const part = booking(order).product_combi_details?.[0]
    const refusal = { status: 422, error: 'COMBI_PART' }
    expect(await refused(order, `booking_reference=${part?.booking_reference}`)).toEqual(refusal)
    expect(
      await refused(
        order,
        `product_type_transaction_id=${part?.product_type_details[0]?.product_type_transaction_id}`,
      ),
    ).toEqual(refusal)
    const after = await cancelled(client, order, `product_type_transaction_id=${ticketId(order, 1)}`)
    for (const each of [booking(after), ...(booking(after).product_combi_details ?? [])]) {
      expect(each.product_type_details.map((one) => one.product_type_status)).toEqual([
        'CONFIRMED',
        'CANCELLED',
        'CONFIRMED',
      ])
    }
  })

  it('is an add-on that must leave with its main booking and cannot (rule 96)', async () => {
    const order = await scenario(client, 'DEMO-ADDON-FIXED')
    const query = `booking_reference=${booking(order).booking_reference}`
    expect(await refused(order, query)).toEqual({ status: 422, error: 'CANCELLATION_NOT_ALLOWED' })
    const after = await cancelled(client, order, `product_type_transaction_id=${ticketId(order)}`)
    expect(booking(after, 1)).toEqual(booking(order, 1))
  })
})

describe('what is done already is a conflict that changes nothing (rules 20, 68)', () => {
  it('a whole order', async () => {
    const order = await scenario(client, 'DEMO-CANCELLED')
    expect(await refused(order, '')).toEqual({ status: 409, error: 'ORDER_ALREADY_CANCELLED' })
    expect(await refused(order, `booking_reference=${booking(order).booking_reference}`)).toEqual({
      status: 409,
      error: 'BOOKING_ALREADY_CANCELLED',
    })
    expect(await refused(order, `product_type_transaction_id=${ticketId(order)}`)).toEqual({
      status: 409,
      error: 'TICKET_ALREADY_CANCELLED',
    })
  })

  it('one ticket, also in company of another that could go', async () => {
    const order = await scenario(client, 'DEMO-PARTLY-CANCELLED')
    expect(await refused(order, `product_type_transaction_id=${ticketId(order, 0)}`)).toEqual({
      status: 409,
      error: 'TICKET_ALREADY_CANCELLED',
    })
    expect(
      await refused(order, `product_type_transaction_id=${ticketId(order, 0)},${ticketId(order, 1)}`),
    ).toEqual({ status: 409, error: 'TICKET_ALREADY_CANCELLED' })
  })

  it('sent twice at the same moment, one is done and one refused', async () => {
    const order = await scenario(client, 'DEMO-TODAY-NEW-YORK')
    const answers = await Promise.all([remove(client, order), remove(client, order), remove(client, order)])
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409])
    expect((await client.order(order.order_reference)).order_version).toBe(2)
  })
})
