import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BookingDocument, OrderDocument } from '../../../electron/sandbox/orders/document'
import { activeOf, amend, amended, kinds, openIn, resent, type Slot, slotsFrom } from './support/amendments'
import { startTestSandbox, type TestClient } from './support/client'
import { booking, cancelled, minor, scenario, ticket, total } from './support/orders'

let client: TestClient
beforeAll(async () => {
  client = await startTestSandbox({ orders: 700 })
})
afterAll(async () => {
  expect(client.sandbox.violations).toEqual([])
  await client.sandbox.close()
})

async function expectUnchanged(order: OrderDocument) {
  expect(await client.order(order.order_reference)).toEqual(order)
}

const dayOf = (each: BookingDocument) => String(each.product_availability_from_date_time).slice(0, 10)

async function slotOf(
  each: BookingDocument,
  wanted: (slot: Slot) => boolean,
  from = dayOf(each),
): Promise<Slot> {
  const slots = await slotsFrom(client, each.product_id, from)
  const found = slots.find((slot) => slot.availability_id !== each.product_availability_id && wanted(slot))
  if (!found) throw new Error('no such slot')
  return found
}

const isFree = (slot: Slot) => slot.availability_active && openIn(slot) > 15

describe('a booking that is sent as it was read', () => {
  it('gains a version and keeps slot, tickets and price; the others stay as they are', async () => {
    const before = await scenario(client, 'DEMO-SPLIT-BOOKINGS')
    const [first, second] = before.order_bookings
    if (!first || !second) throw new Error('two bookings')
    const after = await amended(client, before, [resent(first)])
    expect(after.order_version).toBe(before.order_version + 1)
    expect(after.order_bookings[1]).toEqual(second)
    expect(after.order_bookings[0]).toEqual({
      ...first,
      booking_status: 'BOOKING_UPDATED',
      booking_version: 2,
      booking_modified: '2026-11-21T12:00:00+01:00',
    })
    expect(after.order_pricing).toEqual(before.order_pricing)
    expect(after.order_payments).toEqual(before.order_payments)
    expect(after.order_event_details.at(-1)).toMatchObject({
      event_type: 'ORDER_UPDATE',
      event_order_version: after.order_version,
      event_note: 'Order updated, 1 booking(s) amended: 0 ticket(s) added, 0 dropped',
    })
    const old = await client.get(`/orders/${before.order_reference}?order_version=1`)
    expect(old.json.data?.order).toEqual(before)
  })

  it('but for its optional fields loses those, known or not; read-only ones are ignored (rules 56, 153)', async () => {
    const before = await scenario(client, 'DEMO-UNKNOWN-FIELDS')
    const own = booking(before)
    expect(own.booking_carbon).toBeDefined()
    const { booking_carbon, booking_external_reference, booking_language, ...rest } = resent(own)
    const after = await amended(client, before, [
      { ...rest, booking_status: 'BOOKING_CANCELLED', booking_version: 77, product_title: 'Cheaper' },
    ])
    expect(booking(after)).not.toHaveProperty('booking_carbon')
    expect(booking(after)).not.toHaveProperty('booking_external_reference')
    expect(booking(after)).toMatchObject({
      booking_status: 'BOOKING_UPDATED',
      booking_version: 2,
      booking_language: 'en',
      product_title: own.product_title,
    })
  })
})

describe('notes and keys', () => {
  it('are replaced; the server signs new notes', async () => {
    const before = await scenario(client, 'DEMO-EVERYTHING')
    const own = booking(before)
    const [note] = own.booking_notes as Record<string, unknown>[]
    const after = await amended(client, before, [
      resent(own, {
        booking_external_reference: 'MINE-1',
        booking_notes: [{ note_value: note?.note_value }, { note_value: 'Two prams' }],
      }),
    ])
    expect(booking(after)).toMatchObject({
      booking_external_reference: 'MINE-1',
      booking_notes: [
        { note_value: note?.note_value, note_created: note?.note_created },
        { note_value: 'Two prams', note_creator_user_name: 'Gatehouse' },
      ],
    })
    const { items } = await client.list('booking_external_reference=MINE-1')
    expect(items.map((order) => order.order_reference)).toEqual([before.order_reference])
  })

  it('UPDATE_BOOKING_NOTES changes nothing else, and may be sent for what cannot be cancelled', async () => {
    const before = await scenario(client, 'DEMO-NON-CANCELLABLE')
    const own = booking(before)
    const after = await amended(client, before, [
      {
        booking_option_type: 'UPDATE_BOOKING_NOTES',
        booking_reference: own.booking_reference,
        booking_notes: [{ note_value: 'Late' }],
      },
    ])
    const { booking_notes, booking_status, booking_version, booking_modified, ...rest } = booking(after)
    expect([booking_notes, booking_version]).toMatchObject([[{ note_value: 'Late' }], 2])
    expect(own).toMatchObject(rest)
  })
})

describe('another slot', () => {
  it('replaces all tickets: new codes in the new slot, the old ones on record as cancelled (rule 155)', async () => {
    const before = await scenario(client, 'DEMO-DKK')
    const own = booking(before)
    const slot = await slotOf(own, isFree)
    const { booking_travel_date: _, ...rest } = resent(own, { product_availability_id: slot.availability_id })
    const after = booking(await amended(client, before, [rest]))
    expect(after).toMatchObject({
      booking_travel_date: slot.availability_from_date_time,
      product_availability_id: slot.availability_id,
      product_availability_from_date_time: slot.availability_from_date_time,
      product_availability_to_date_time: slot.availability_to_date_time,
    })
    const [old, made] = [own, after].map(activeOf)
    expect(made?.map((each) => each.product_type)).toEqual(old?.map((each) => each.product_type))
    const ids = (tickets = old) => tickets?.map((each) => each.product_type_transaction_id) ?? []
    expect(ids(made).filter((id) => ids(old).includes(id))).toEqual([])
    const gone = after.product_type_details.filter((each) => each.product_type_status === 'CANCELLED')
    expect(ids(gone)).toEqual(ids(old))
    const code = activeOf(after)[0]?.product_type_code
    const { items } = await client.list(`product_type_code=${code}`)
    expect(items.map((order) => order.order_reference)).toEqual([before.order_reference])
  })

  it('takes its places from there and gives those of the old one back', async () => {
    const before = await scenario(client, 'DEMO-TERMS-FREE')
    const own = booking(before)
    const slot = await slotOf(own, isFree)
    const openNow = async () => {
      const slots = await slotsFrom(client, own.product_id, dayOf(own))
      return [own.product_availability_id, slot.availability_id].map((id) => {
        const found = slots.find((each) => each.availability_id === id)
        return found ? openIn(found) : -1
      })
    }
    const [oldOpen = 0, newOpen = 0] = await openNow()
    await amended(client, before, [
      resent(own, {
        product_availability_id: slot.availability_id,
        booking_travel_date: slot.availability_from_date_time,
      }),
    ])
    expect(await openNow()).toEqual([oldOpen + 2, newOpen - 2])
  })

  it('over a clock change carries the offset of its own day (rule 50)', async () => {
    const before = await scenario(client, 'DEMO-CLOCK-CHANGE')
    const own = booking(before)
    const offset = own.booking_travel_date?.slice(-6)
    const slot = await slotOf(
      own,
      (each) => isFree(each) && !each.availability_from_date_time.endsWith(offset ?? ''),
      '2027-03-15',
    )
    const stale = slot.availability_from_date_time.slice(0, -6) + offset
    const refused = await amend(client, before, [
      resent(own, { product_availability_id: slot.availability_id, booking_travel_date: stale }),
    ])
    expect([refused.status, refused.json.error]).toEqual([422, 'WRONG_OFFSET'])
    await expectUnchanged(before)
    const after = await amended(client, before, [
      resent(own, {
        product_availability_id: slot.availability_id,
        booking_travel_date: slot.availability_from_date_time,
      }),
    ])
    expect(booking(after).booking_travel_date).toBe(slot.availability_from_date_time)
  })

  it('lets the guest come at any time within a period, and at the start of everything else', async () => {
    const before = await scenario(client, 'DEMO-JPY')
    const own = booking(before)
    const later = own.booking_travel_date?.replace(/T(\d\d):(\d\d)/, 'T$1:45')
    const after = await amended(client, before, [resent(own, { booking_travel_date: later })])
    expect(booking(after).booking_travel_date).toBe(later)
    expect(activeOf(booking(after))).toEqual(activeOf(own))
    const fixed = await scenario(client, 'DEMO-SEATS')
    const wrong = booking(fixed).booking_travel_date?.replace(/T(\d\d):(\d\d)/, 'T$1:45')
    expect(
      (await amend(client, fixed, [resent(booking(fixed), { booking_travel_date: wrong })])).status,
    ).toBe(422)
    await expectUnchanged(fixed)
  })

  it.each([
    ['that is full', (slot: Slot) => slot.availability_active && openIn(slot) === 0, 409, 'NO_AVAILABILITY'],
    ['that is closed (rule 105)', (slot: Slot) => !slot.availability_active, 409, 'SLOT_CLOSED'],
  ])('%s is refused and nothing changes', async (_what, wanted, status, error) => {
    const before = await scenario(client, 'DEMO-TERMS-FIXED')
    const slot = await slotOf(booking(before), wanted)
    const { booking_travel_date: _, ...rest } = resent(booking(before), {
      product_availability_id: slot.availability_id,
    })
    const answer = await amend(client, before, [rest])
    expect([answer.status, answer.json.error]).toEqual([status, error])
    await expectUnchanged(before)
  })
})

describe('another number of tickets', () => {
  it('adds tickets with new codes, and keeps those that are there', async () => {
    const before = await scenario(client, 'DEMO-VENUE')
    const own = booking(before)
    const after = booking(
      await amended(client, before, [resent(own, { product_type_details: kinds({ 625011: 3, 625012: 1 }) })]),
    )
    expect(after.product_type_details.slice(0, 2)).toEqual(own.product_type_details)
    expect(after.product_type_details.slice(2)).toMatchObject([
      { product_type: 'ADULT', product_type_status: 'CONFIRMED', product_type_redemption_status: 'PENDING' },
      { product_type: 'CHILD', product_type_status: 'CONFIRMED', product_type_count: 1 },
    ])
    const codes = after.product_type_details.map((each) => each.product_type_code)
    expect(new Set(codes).size).toBe(4)
  })

  it('drops the last of a kind, which stay on record; two at once are the same as one twice', async () => {
    const before = await scenario(client, 'DEMO-INVOICE')
    const own = booking(before)
    const after = booking(
      await amended(client, before, [resent(own, { product_type_details: kinds({ 625011: 1 }) })]),
    )
    expect(after.product_type_details.map((each) => each.product_type_status)).toEqual([
      'CONFIRMED',
      'CANCELLED',
    ])
    expect(activeOf(after)).toEqual([ticket(own)])
    expect(after.booking_pricing.price_total).toBe(ticket(own).product_type_pricing?.price_total)
    const line = { product_type_id: '625011', product_type_count: '1' }
    const again = await amended(client, await client.order(before.order_reference), [
      resent(after, { product_type_details: [line, line] }),
    ])
    expect(activeOf(booking(again))).toHaveLength(2)
  })

  it('of a combi goes for all its parts, each of which must be listed (rules 89, 90)', async () => {
    const before = await scenario(client, 'DEMO-COMBI')
    const own = booking(before)
    const parts = (own.product_combi_details ?? []).map(({ product_id, product_availability_id }) => ({
      product_id,
      product_availability_id,
    }))
    const wanted = { product_type_details: kinds({ 625091: 3, 625092: 1 }) }
    const left = await amend(client, before, [
      resent(own, { ...wanted, product_combi_details: parts.slice(1) }),
    ])
    expect([left.status, left.json.error]).toEqual([422, 'PARTS'])
    await expectUnchanged(before)
    const after = await amended(client, before, [resent(own, { ...wanted, product_combi_details: parts })])
    expect(activeOf(booking(after))).toHaveLength(4)
    for (const part of booking(after).product_combi_details ?? []) {
      expect(activeOf(part)).toHaveLength(4)
      expect(activeOf(part)[3]).not.toHaveProperty('product_type_pricing')
    }
    const fourth = booking(after).product_type_details[3]?.product_type_transaction_id
    const gone = await cancelled(client, after, `product_type_transaction_id=${fourth}`)
    expect(booking(gone).product_combi_details?.map((part) => activeOf(part).length)).toEqual([3, 3])
  })

  it('of a bundle goes part by part, each at its own price (rule 93)', async () => {
    const before = await scenario(client, 'DEMO-BUNDLE')
    const own = booking(before)
    const [museum, night] = own.product_bundle_details ?? []
    const after = await amended(client, before, [
      resent(own, {
        product_bundle_details: [museum, { ...night, product_type_details: kinds({ 625041: 3 }) }],
      }),
    ])
    const [first, second] = booking(after).product_bundle_details ?? []
    expect([activeOf(first ?? own).length, activeOf(second ?? own).length]).toEqual([2, 3])
    expect(total(after) - total(before)).toBe(
      minor(before, activeOf(second ?? own)[2]?.product_type_pricing?.price_total),
    )
  })
})

describe('the pickup point', () => {
  it('is another one, or none, since it is optional (rule 130)', async () => {
    const before = await scenario(client, 'DEMO-TERMS-WORDS')
    const own = booking(before)
    const product = (await client.get(`/products/${own.product_id}`)).json.data?.product
    const [, station] = (product?.product_pickup_point_details ?? []) as { pickup_point_id: string }[]
    const { product_pickup_point: _, ...rest } = resent(own, {
      product_pickup_point_id: station?.pickup_point_id,
    })
    const after = await amended(client, before, [rest])
    expect(booking(after)).toMatchObject({
      product_pickup_point_id: '62517-P2',
      product_pickup_point: { pickup_point_id: '62517-P2', pickup_point_time: '08:45' },
    })
    const { product_pickup_point_id, product_pickup_point, ...without } = resent(booking(after))
    const none = booking(await amended(client, after, [without]))
    expect(none).not.toHaveProperty('product_pickup_point')
    expect(none).not.toHaveProperty('product_pickup_point_id')
  })

  it.each([
    ['that the product does not have', { product_pickup_point_id: 'X1' }],
    [
      'at a time nobody comes',
      { product_pickup_point: { pickup_point_id: '62514-P1', pickup_point_time: '03:00' } },
    ],
    ['that is two at once', { product_pickup_point_id: '62514-P2' }],
  ])('%s is refused', async (_what, changes) => {
    const before = await scenario(client, 'DEMO-SUPPLIER-LATER')
    const answer = await amend(client, before, [resent(booking(before), changes)])
    expect([answer.status, answer.json.error]).toEqual([422, 'UNKNOWN_PICKUP'])
    await expectUnchanged(before)
  })
})
