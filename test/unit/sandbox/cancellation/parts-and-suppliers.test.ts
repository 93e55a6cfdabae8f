import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestSandbox, type TestClient, testClock } from '../support/client'
import { controlOf, FAULT_TOKEN } from '../support/control'
import {
  booking,
  cancelled,
  minor,
  priceOf,
  refunded,
  remove,
  scenario,
  ticket,
  ticketId,
  total,
} from '../support/orders'

const clock = testClock()
const SUPPLIER_TAKES = 20_000
let client: TestClient
beforeAll(async () => {
  client = await startTestSandbox(
    { orders: 1000, processingMs: SUPPLIER_TAKES, faultToken: FAULT_TOKEN },
    clock,
  )
})
afterAll(async () => {
  expect(client.sandbox.violations).toEqual([])
  await client.sandbox.close()
})

describe('things that belong together', () => {
  it('an add-on leaves with its main booking (rule 96)', async () => {
    const order = await scenario(client, 'DEMO-ADDON')
    const after = await cancelled(client, order, `booking_reference=${booking(order).booking_reference}`)
    expect(after.order_bookings.map((each) => each.booking_status)).toEqual([
      'BOOKING_CANCELLED',
      'BOOKING_CANCELLED',
    ])
    expect(booking(after).product_addon_details).toMatchObject([{ booking_status: 'BOOKING_CANCELLED' }])
    expect(after.order_status).toBe('ORDER_CANCELLED')
  })

  it('a booking of a bundle keeps its price, so it can go alone (rule 93)', async () => {
    const order = await scenario(client, 'DEMO-BUNDLE')
    const [first, second] = booking(order).product_bundle_details ?? []
    const after = await cancelled(client, order, `booking_reference=${first?.booking_reference}`)
    const [gone, left] = booking(after).product_bundle_details ?? []
    expect(gone?.product_type_details.every((each) => each.product_type_status === 'CANCELLED')).toBe(true)
    expect(left).toEqual(second)
    expect(booking(after).booking_status).toBe('BOOKING_UPDATED')
    const worth = (first?.product_type_details ?? []).reduce((sum, each) => sum + priceOf(order, each), 0)
    expect(refunded(after)).toBe(worth - (total(after) - (total(order) - worth)))
  })

  it('several tickets go in one comma-joined list (rule 57)', async () => {
    const order = await scenario(client, 'DEMO-LARGE')
    const ids = [0, 3, 7].map((position) => ticketId(order, 0, position))
    const after = await cancelled(client, order, `product_type_transaction_id=${ids.join(',')}`)
    const gone = after.order_bookings.filter((each) => each.booking_status === 'BOOKING_CANCELLED')
    expect(gone.map((each) => ticket(each).product_type_transaction_id)).toEqual(ids)
    expect(after.order_version).toBe(2)
  })
})

describe('a supplier that answers later (rules 29, 162)', () => {
  it('leaves the booking in process with price and payments untouched, and settles in the end', async () => {
    const order = await scenario(client, 'DEMO-SUPPLIER-LATER')
    const asked = await cancelled(
      client,
      order,
      `product_type_transaction_id=${ticketId(order)}&cancellation_reason=ill`,
    )
    expect(booking(asked).booking_status).toBe('BOOKING_PROCESSING_CANCELLATION')
    expect(asked).toMatchObject({
      order_version: 2,
      order_status: 'ORDER_PENDING',
      order_pricing: order.order_pricing,
    })
    expect(asked.order_payments).toEqual(order.order_payments)

    const again = await remove(client, order, `product_type_transaction_id=${ticketId(order)}`)
    expect([again.status, again.json.error]).toEqual([409, 'CANCELLATION_IN_PROCESS'])

    clock.advance(SUPPLIER_TAKES - 1)
    expect((await client.order(order.order_reference)).order_version).toBe(2)
    clock.advance(1)
    const settled = await client.order(order.order_reference)
    expect(settled.order_version).toBe(3)
    expect(booking(settled).booking_status).toBe('BOOKING_UPDATED')
    expect(refunded(settled)).toBe(priceOf(order, ticket(booking(order))))
    expect(settled.order_modified_name).toBe('Supplier system')
  })

  it('may refuse: everything is as it was, but for the version', async () => {
    const order = await scenario(client, 'DEMO-SUPPLIER-REFUSES')
    await cancelled(client, order)
    clock.advance(SUPPLIER_TAKES)
    const settled = await client.order(order.order_reference)
    expect(booking(settled).booking_status).toBe('BOOKING_CONFIRMED')
    expect(settled).toMatchObject({
      order_version: 3,
      order_status: 'ORDER_UPDATED',
      order_pricing: order.order_pricing,
    })
    expect(settled.order_payments).toEqual(order.order_payments)
    expect(settled.order_event_details.at(-1)?.event_note).toContain('refused')
  })

  it('is passed over with force_cancellation (rule 165)', async () => {
    const order = await scenario(client, 'DEMO-SUPPLIER-REFUSES')
    const after = await cancelled(client, order, 'force_cancellation=true')
    expect(after.order_status).toBe('ORDER_CANCELLED')
  })

  it('holds up only its own bookings', async () => {
    const order = await scenario(client, 'DEMO-SUPPLIER-MIXED')
    const after = await cancelled(client, order)
    expect(after.order_bookings.map((each) => each.booking_status)).toEqual([
      'BOOKING_CANCELLED',
      'BOOKING_PROCESSING_CANCELLATION',
    ])
    expect(refunded(after)).toBe(minor(order, booking(order).booking_pricing.price_total))
    expect(after.order_status).toBe('ORDER_PENDING')
    await controlOf(client).call('POST', '/settle')
    const settled = await client.order(order.order_reference)
    expect(settled.order_status).toBe('ORDER_CANCELLED')
    expect(refunded(settled)).toBe(total(order))
  })

  it('is in process for good in one order of the data set', async () => {
    const order = await scenario(client, 'DEMO-CANCELLATION-PROCESSING')
    expect(booking(order).booking_status).toBe('BOOKING_PROCESSING_CANCELLATION')
  })
})
