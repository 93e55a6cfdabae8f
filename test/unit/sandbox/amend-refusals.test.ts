import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OrderDocument } from '../../../electron/sandbox/orders/document'
import { amend, kinds, resent } from './support/amendments'
import { startTestSandbox, type TestClient, testClock } from './support/client'
import { controlOf, FAULT_TOKEN } from './support/control'
import { booking, cancelled, scenario } from './support/orders'

const clock = testClock()
let client: TestClient
let control: ReturnType<typeof controlOf>
beforeAll(async () => {
  client = await startTestSandbox({ orders: 700, faultToken: FAULT_TOKEN, tokenSeconds: 1_000_000 }, clock)
  control = controlOf(client)
})
afterAll(async () => {
  expect(client.sandbox.violations).toEqual([])
  await client.sandbox.close()
})

async function expectUnchanged(order: OrderDocument) {
  expect(await client.order(order.order_reference)).toEqual(order)
}

describe('is refused, with nothing changed,', () => {
  it.each([
    ['a booking that was used (rule 155)', 'DEMO-PARTLY-REDEEMED', {}, 409, 'BOOKING_REDEEMED'],
    [
      'a booking that cannot be cancelled (rule 155)',
      'DEMO-NON-CANCELLABLE',
      {},
      422,
      'AMENDMENT_NOT_ALLOWED',
    ],
    ['a booking that waits for the supplier', 'DEMO-PENDING-SUPPLIER', {}, 409, 'BOOKING_IN_PROCESS'],
    ['a booking that is being cancelled', 'DEMO-CANCELLATION-PROCESSING', {}, 409, 'BOOKING_IN_PROCESS'],
    ['an order that is cancelled (rule 161)', 'DEMO-CANCELLED', {}, 409, 'ORDER_CANCELLED'],
    ['another product', 'DEMO-PROMO', { product_id: '62504' }, 422, 'OTHER_PRODUCT'],
    [
      'a type of another product',
      'DEMO-PROMO',
      { product_type_details: kinds({ 625041: 1 }) },
      422,
      'UNKNOWN_TYPE',
    ],
    ['no tickets', 'DEMO-PROMO', { product_type_details: [] }, 422, 'NO_TICKETS'],
    ['tickets left out', 'DEMO-PROMO', { product_type_details: undefined }, 400, 'INVALID_REQUEST'],
    ['a count of zero', 'DEMO-PROMO', { product_type_details: kinds({ 625011: 0 }) }, 400, 'INVALID_REQUEST'],
    [
      'more tickets than a booking holds',
      'DEMO-PROMO',
      { product_type_details: kinds({ 625011: 51 }) },
      422,
      'QUANTITY',
    ],
    [
      'more tickets than places are left (rule 155)',
      'DEMO-FAMILY',
      { product_type_details: kinds({ 625053: 40 }) },
      409,
      'NO_AVAILABILITY',
    ],
    ['no slot (rule 88)', 'DEMO-PROMO', { product_availability_id: undefined }, 422, 'SLOT_NEEDED'],
    [
      'a slot of another product',
      'DEMO-PROMO',
      { product_availability_id: '20261205090062504' },
      422,
      'UNKNOWN_SLOT',
    ],
    [
      'a slot for what has none (rule 87)',
      'DEMO-OPEN-TICKET',
      { product_availability_id: '20261205090062508' },
      422,
      'NO_SLOTS',
    ],
    [
      'a date outside the slot',
      'DEMO-PROMO',
      { booking_travel_date: '2027-01-05T10:00:00+01:00' },
      422,
      'DATE_NOT_IN_SLOT',
    ],
    [
      'a date with Z (rule 49)',
      'DEMO-PROMO',
      { booking_travel_date: '2026-11-28T08:00:00Z' },
      400,
      'INVALID_REQUEST',
    ],
    [
      'a discount',
      'DEMO-PROMO',
      {
        booking_pricing: {
          price_variations: [{ variation_amount: '-1.00', variation_type: 'PARTNER_DISCOUNT' }],
        },
      },
      422,
      'DISCOUNT',
    ],
    [
      'the confirmation of a cart',
      'DEMO-PROMO',
      { booking_option_type: 'CONFIRM_RESERVATION' },
      422,
      'OPTION_TYPE',
    ],
    [
      'an entry that does not say what it is',
      'DEMO-PROMO',
      { booking_option_type: undefined },
      400,
      'INVALID_REQUEST',
    ],
    ['a new booking, not served yet', 'DEMO-PROMO', { booking_reference: undefined }, 501, 'NOT_IMPLEMENTED'],
  ])('%s', async (_what, key, changes, status, error) => {
    const before = await scenario(client, key)
    const answer = await amend(client, before, [resent(booking(before), changes)])
    expect([answer.status, answer.json.error]).toEqual([status, error])
    await expectUnchanged(before)
    expect((await control.truth(before.order_reference)).commits).toEqual([])
  })

  it('a booking sent twice, one that is cancelled, an add-on cut loose, and all of it for one wrong entry', async () => {
    const order = await scenario(client, 'DEMO-SPLIT-BOOKINGS')
    const [first, second] = order.order_bookings.map((each) => resent(each))
    expect((await amend(client, order, [first ?? {}, first ?? {}])).json.error).toBe('DOUBLE_BOOKING')
    const wrong = { ...second, product_availability_id: '20991231090062511' }
    expect((await amend(client, order, [first ?? {}, wrong])).json.error).toBe('UNKNOWN_SLOT')
    await expectUnchanged(order)
    const part = await cancelled(client, order, `booking_reference=${booking(order).booking_reference}`)
    expect((await amend(client, part, [resent(booking(part))])).json.error).toBe('BOOKING_CANCELLED')
    await expectUnchanged(part)
    const addon = await scenario(client, 'DEMO-ADDON')
    const { booking_addon_reference: _, ...loose } = resent(booking(addon, 1))
    expect((await amend(client, addon, [loose])).json.error).toBe('ADDON')
    await expectUnchanged(addon)
    const strange = resent(booking(addon, 1), { product_relation_id: '62501' })
    expect((await amend(client, addon, [strange])).json.error).toBe('ADDON')
    await expectUnchanged(addon)
    const kept = await amend(client, addon, [
      resent(booking(addon, 1), { product_type_details: kinds({ 625061: 1 }) }),
    ])
    expect(kept.status).toBe(200)
  })
})

it('a booking whose day has come is refused, and nothing changes', async () => {
  const before = await scenario(client, 'DEMO-TERMS-DAY-BEFORE')
  clock.advance(2 * 86_400_000)
  const answer = await amend(client, before, [resent(booking(before))])
  expect([answer.status, answer.json.error]).toEqual([409, 'BOOKING_PAST'])
  await expectUnchanged(before)
})
