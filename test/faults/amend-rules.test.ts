// What the rules say of amendments, over real HTTP against the real sandbox, by the very handlers that the window calls.

import {
  type AmendedField,
  chooseClock,
  type EntryAmendment,
  entryMark,
  savedDifferences,
} from '@shared/features/amendments'
import { entriesOf } from '@shared/kernel/tolerant'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BookingDocument, OrderDocument } from '../../electron/sandbox/orders/document'
import { openSandboxDesk, orderNamed, seenOf } from '../support/sandbox-desk'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'

const profile = 'test-profile'
const caller = { windowId: 1 }

let server: TestClient
let control: ReturnType<typeof controlOf>
let desk: ReturnType<typeof openSandboxDesk>

beforeAll(async () => {
  server = await startTestSandbox({ orders: 700, faultToken: FAULT_TOKEN })
  control = controlOf(server)
  desk = openSandboxDesk(server, { timeoutMs: 10_000 })
})
afterAll(async () => {
  expect(server.sandbox.violations).toEqual([])
  await server.sandbox.close()
})

const ask = (order: OrderDocument, amendment: { fields?: AmendedField[] } & EntryAmendment) =>
  desk.amendments.amendOrder(
    {
      profile,
      order: order.order_reference,
      fields: amendment.fields ?? [],
      ...(amendment.added ? { added: [...amendment.added] } : {}),
      ...(amendment.removed ? { removed: [...amendment.removed] } : {}),
      seen: seenOf(order),
    },
    caller,
  )
async function amend(...request: Parameters<typeof ask>) {
  const answer = await ask(...request)
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return desk.ended(answer.value.operations[0] ?? '')
}
const updatesOf = async ({ order_reference }: OrderDocument) =>
  (await control.arrivals('PUT')).filter(({ path }) => path.endsWith(order_reference)).length

const first = (order: OrderDocument): BookingDocument => {
  const [booking] = order.order_bookings
  if (!booking) throw new Error('no booking')
  return booking
}
const ofBooking = (booking: BookingDocument, name: string, seen: string | null, wanted: string) => [
  { path: ['order_bookings', booking.booking_reference, name], seen, wanted },
]
const newReference = (booking: BookingDocument) =>
  ofBooking(booking, 'booking_external_reference', booking.booking_external_reference ?? null, 'WEB-9/1')

describe('a booking of several parts', () => {
  test.each([
    ['DEMO-COMBI', 'product_combi_details'],
    ['DEMO-BUNDLE', 'product_bundle_details'],
  ] as const)('%s is sent with all of them, without which it fails (rule 90)', async (key, list) => {
    const order = await orderNamed(server, key)
    const booking = first(order)
    const fields = newReference(booking)
    expect(booking[list]?.length).toBeGreaterThan(1)
    expect(await amend(order, { fields })).toMatchObject({ state: 'done', settledBy: 'answer' })
    const after = await server.order(order.order_reference)
    expect(savedDifferences(order, { fields }, after)).toEqual([])
    const partsOf = (one: BookingDocument) =>
      one[list]?.map(({ product_id, product_availability_id }) => [product_id, product_availability_id])
    expect(partsOf(first(after))).toEqual(partsOf(booking))
    expect(first(after).booking_external_reference).toBe('WEB-9/1')
  })
})

describe('what cannot be amended', () => {
  test.each([
    ['a booking of which a ticket was used (rule 155)', 'DEMO-PARTLY-REDEEMED', 'BOOKING_NOT_AMENDABLE'],
    ['an order that is cancelled (rule 161)', 'DEMO-CANCELLED', 'ORDER_CANCELLED'],
  ])('%s is refused before anything is sent', async (_, key, code) => {
    const order = await orderNamed(server, key)
    expect(await ask(order, { fields: newReference(first(order)) })).toMatchObject({
      ok: false,
      error: { code, changed: 'no' },
    })
    expect(await updatesOf(order)).toBe(0)
    expect(await server.order(order.order_reference)).toEqual(order)
  })

  test('an order that was cancelled since the person looked is refused as such (rule 161)', async () => {
    const order = await orderNamed(server, 'DEMO-TERMS-FREE')
    await server.send('DELETE', `/orders/${order.order_reference}?payment_refund=true`)
    const cancelled = await server.order(order.order_reference)
    expect(await ask(order, { fields: newReference(first(order)) })).toMatchObject({
      ok: false,
      error: { code: 'ORDER_CANCELLED' },
    })
    expect(await updatesOf(order)).toBe(0)
    expect(await server.order(order.order_reference)).toEqual(cancelled)
  })

  test('more tickets than there are places for is refused by the server, and everything is as it was (rule 155)', async () => {
    const order = await orderNamed(server, 'DEMO-INVOICE')
    const booking = first(order)
    const [ticket] = booking.product_type_details
    const { product_type_id: id = '', product_type: kind = '' } = ticket ?? {}
    const path = ['order_bookings', booking.booking_reference, 'product_type_details', id, kind]
    const own = booking.product_type_details.filter(({ product_type_id }) => product_type_id === id)
    const entry = await amend(order, { fields: [{ path, seen: String(own.length), wanted: '5000' }] })
    expect(entry).toMatchObject({ state: 'failed', error: { changed: 'no' } })
    expect(await server.order(order.order_reference)).toEqual(order)
  })
})

describe('a date without a slot', () => {
  const toDate = (order: OrderDocument, wanted: string) =>
    ofBooking(first(order), 'booking_travel_date', first(order).booking_travel_date ?? null, wanted)

  test('takes the offset of its own day once the person said where the activity is (rules 48, 50)', async () => {
    const undated = await orderNamed(server, 'DEMO-OPEN-TICKET')
    expect(first(undated)).not.toHaveProperty('product_availability_id')
    const zone = 'Europe/Amsterdam'
    const winter = chooseClock(undefined, { day: '2027-03-20', time: '14:00', zone })
    if (winter.kind !== 'moment') throw new Error(winter.kind)
    expect(await amend(undated, { fields: toDate(undated, winter.moment) })).toMatchObject({ state: 'done' })

    const order = await server.order(undated.order_reference)
    const before = first(order).booking_travel_date
    expect(before).toBe('2027-03-20T14:00:00+01:00')
    const spring = { day: '2027-04-03', time: '14:00' }
    expect(chooseClock(before, { ...spring, zone: null })).toEqual({ kind: 'ask-zone' })

    const unsaid = toDate(order, '2027-04-03T14:00')
    expect(await ask(order, { fields: unsaid })).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT' },
    })
    const carried = toDate(order, '2027-04-03T14:00:00+01:00')
    expect(await amend(order, { fields: carried })).toMatchObject({ state: 'failed' })
    expect(await server.order(order.order_reference)).toEqual(order)

    const choice = chooseClock(before, { ...spring, zone })
    if (choice.kind !== 'moment') throw new Error(choice.kind)
    expect(await amend(order, { fields: toDate(order, choice.moment) })).toMatchObject({ state: 'done' })
    const after = await server.order(order.order_reference)
    expect(first(after).booking_travel_date).toBe('2027-04-03T14:00:00+02:00')
  })
})

describe('entries of an order', () => {
  test('go and come with one request, and all others stay as they were (rule 153)', async () => {
    const order = await orderNamed(server, 'DEMO-EVERYTHING')
    const [booker] = entriesOf(order.order_contacts)
    const [flag] = entriesOf(order.order_flags)
    const newcomer = { contact_type: 'BOOKER', contact_name_last: 'Dana', contact_email: 'dana@example.com' }
    const answer = await amend(order, {
      removed: [
        { list: 'order_contacts', at: 0, seen: entryMark('order_contacts', booker) },
        { list: 'order_flags', at: 0, seen: entryMark('order_flags', flag) },
      ],
      added: [{ list: 'order_contacts', values: newcomer }],
    })
    expect(answer).toMatchObject({ state: 'done' })
    expect(await updatesOf(order)).toBe(1)
    const after = await server.order(order.order_reference)
    expect(after.order_contacts).toMatchObject([...entriesOf(order.order_contacts).slice(1), newcomer])
    expect(entriesOf(after.order_flags)).toEqual(entriesOf(order.order_flags).slice(1))
    for (const list of ['order_custom_fields', 'order_notes', 'order_bookings'] as const) {
      expect(after[list], list).toEqual(order[list])
    }
  })

  test('that are lost on the way back settle by what the order shows, and are not sent twice', async () => {
    const order = await orderNamed(server, 'DEMO-UNKNOWN-FIELDS')
    const values = { custom_field_name: 'Pickup', custom_field_value: 'Hotel Amstel' }
    await control.fault({ kind: 'reset', after: true, method: 'PUT' })
    const entry = await amend(order, { added: [{ list: 'order_custom_fields', values }] })
    expect(entry).toMatchObject({ state: 'done', settledBy: 'evidence' })
    expect(await updatesOf(order)).toBe(1)
    const after = await server.order(order.order_reference)
    expect(after.order_custom_fields).toEqual([...entriesOf(order.order_custom_fields), values])
  })
})
