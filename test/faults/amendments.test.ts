// Amendments of bookings over real HTTP against the real sandbox, with what goes wrong in between switched on there.

import {
  type AmendedField,
  amendedBookingsOf,
  type Slot,
  savedDifferences,
} from '@shared/features/amendments'
import { parseOffsetDateTime } from '@shared/kernel/time'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { amendmentsHandlers } from '../../electron/features/amendments'
import { systemClock } from '../../electron/journal/system-clock'
import type { BookingDocument, OrderDocument } from '../../electron/sandbox/orders/document'
import { clientFor, connectionTo, profileId } from '../support/api-client'
import { createDeskJournal } from '../support/order-desk'
import { CLIENT, startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'

let client: TestClient
let control: ReturnType<typeof controlOf>
let desk: ReturnType<typeof openDesk>
beforeAll(async () => {
  client = await startTestSandbox({ orders: 700, faultToken: FAULT_TOKEN })
  control = controlOf(client)
})
afterAll(async () => {
  expect(client.sandbox.violations).toEqual([])
  await client.sandbox.close()
})
beforeEach(() => {
  desk = openDesk()
})
afterEach(() => control.clear())

const caller = { windowId: 1 }

/** A desk whose journal waits a fraction of what it would. */
function openDesk({ knowsPreview = true, timeoutMs = 1500 } = {}) {
  const account = { ...CLIENT, inferredNames: true }
  const { api } = clientFor(connectionTo(client.base, account), { settings: { timeoutMs } })
  const { journal, file } = createDeskJournal(api, { clock: systemClock, scale: 6_000 })
  return {
    file,
    amendments: amendmentsHandlers({ api, journal, now: Date.now, knowsPreview: () => knowsPreview }),
  }
}

async function orderNamed(key: string): Promise<OrderDocument> {
  const { items } = await client.list(`order_external_reference=${key}`)
  const [found] = items
  if (!found) throw new Error(`there is no ${key}`)
  return client.order(found.order_reference)
}

const first = (order: OrderDocument): BookingDocument => {
  const [booking] = order.order_bookings
  if (!booking) throw new Error('no booking')
  return booking
}

const seenOf = (order: OrderDocument) => ({
  orderVersion: order.order_version,
  priceTotal: order.order_pricing.price_total,
})

const ask = (order: OrderDocument, fields: AmendedField[]) =>
  desk.amendments.amendOrder(
    { profile: profileId, order: order.order_reference, fields, seen: seenOf(order) },
    caller,
  )
async function amend(order: OrderDocument, fields: AmendedField[]): Promise<string> {
  const answer = await ask(order, fields)
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value.operations[0] ?? ''
}

const ended = (id: string) =>
  vi.waitFor(
    () => {
      const entry = desk.file.entry(id)
      if (!entry || !['done', 'failed', 'needs-review'].includes(entry.state)) throw new Error(entry?.state)
      return entry
    },
    { timeout: 15_000, interval: 20 },
  )
const updatesOf = async (order: OrderDocument) =>
  (await control.arrivals('PUT')).filter(({ path }) => path.endsWith(order.order_reference)).length

/** Slots with enough places on one of the days after that of the booking. */
async function otherSlot({ product_id, ...booking }: BookingDocument): Promise<Slot> {
  const from = parseOffsetDateTime(booking.booking_travel_date)?.local.toPlainDate()
  for (let days = 1; from && days < 20; days += 1) {
    const date = from.add({ days }).toString()
    const answer = await desk.amendments.findSlots({ profile: profileId, product: product_id, date }, caller)
    if (!answer.ok) throw new Error(JSON.stringify(answer.error))
    const roomy = answer.value.slots.find(({ open = 0 }) => open >= 10)
    if (roomy) return roomy
  }
  throw new Error('no slot has places')
}

const at = (booking: BookingDocument, ...rest: string[]) => [
  'order_bookings',
  booking.booking_reference,
  ...rest,
]
const toSlot = (booking: BookingDocument, slot: Slot): AmendedField[] => [
  { path: at(booking, 'booking_travel_date'), seen: booking.booking_travel_date ?? null, wanted: slot.from },
  {
    path: at(booking, 'product_availability_id'),
    seen: booking.product_availability_id ?? null,
    wanted: slot.id,
  },
]
function toCount(booking: BookingDocument, more: number): AmendedField[] {
  const [ticket] = booking.product_type_details
  const standing = booking.product_type_details.filter(
    (one) => one.product_type_id === ticket?.product_type_id && one.product_type_status !== 'CANCELLED',
  ).length
  const { product_type_id: id = '', product_type: kind = '' } = ticket ?? {}
  const path = at(booking, 'product_type_details', id, kind)
  return [{ path, seen: String(standing), wanted: String(standing + more) }]
}

const expectAsWanted = async (order: OrderDocument, fields: AmendedField[]) => {
  const after = await client.order(order.order_reference)
  expect(after.order_version).toBe(order.order_version + 1)
  expect(savedDifferences(order, { fields }, after)).toEqual([])
  for (const booking of order.order_bookings) {
    if (amendedBookingsOf({ fields }).includes(booking.booking_reference)) continue
    expect(after.order_bookings).toContainEqual(booking)
  }
  return after
}

describe('amending a booking', () => {
  test('to another day and slot leaves it there, in the offset of the slot, and the rest of the order as it was', async () => {
    const order = await orderNamed('DEMO-EVERYTHING')
    const slot = await otherSlot(first(order))
    const fields = toSlot(first(order), slot)
    expect(await ended(await amend(order, fields))).toMatchObject({ state: 'done', settledBy: 'answer' })
    const after = await expectAsWanted(order, fields)
    expect(first(after)).toMatchObject({ booking_travel_date: slot.from, product_availability_id: slot.id })
    for (const list of ['order_contacts', 'order_notes', 'order_flags', 'order_custom_fields'] as const) {
      expect(after[list], list).toEqual(order[list])
    }
  })

  test('to one ticket more and one less changes that number, and what it costs is the price that came back', async () => {
    const order = await orderNamed('DEMO-UNKNOWN-FIELDS')
    const id = await amend(order, toCount(first(order), 1))
    expect(await ended(id)).toMatchObject({ state: 'done' })
    const more = await expectAsWanted(order, toCount(first(order), 1))
    expect(more.order_pricing.price_total).not.toBe(order.order_pricing.price_total)
    const less = toCount(first(more), -1)
    expect(await ended(await amend(more, less))).toMatchObject({ state: 'done' })
    await expectAsWanted(more, less)
  })
})

test('across a clock change a booking takes the offset of its slot, and keeps its clock time (rules 48, 50)', async () => {
  const order = await orderNamed('DEMO-CLOCK-CHANGE')
  const booking = first(order)
  const before = parseOffsetDateTime(booking.booking_travel_date)
  if (!before) throw new Error('no travel date')
  const clockTime = before.local.toPlainTime().toString()
  const isOver = ({ from, open = 0 }: Slot) => {
    const moment = parseOffsetDateTime(from)
    return (
      open >= 4 && moment?.offset !== before.offset && moment?.local.toPlainTime().toString() === clockTime
    )
  }
  let slot: Slot | undefined
  for (let days = 30; !slot && days < 150; days += 10) {
    const date = before.local.toPlainDate().subtract({ days }).toString()
    const request = { profile: profileId, product: booking.product_id, date }
    const answer = await desk.amendments.findSlots(request, caller)
    slot = answer.ok ? answer.value.slots.find(isOver) : undefined
  }
  if (!slot) throw new Error('no slot on the other side of the clock change')
  const fields = toSlot(booking, slot)
  expect(await ended(await amend(order, fields))).toMatchObject({ state: 'done', settledBy: 'answer' })
  const after = first(await expectAsWanted(order, fields))
  expect(after.booking_travel_date).toBe(slot.from)
  expect(after.booking_travel_date?.slice(-6)).not.toBe(before.offset)
})

describe('what it costs', () => {
  const preview = (order: OrderDocument, fields: AmendedField[]) =>
    desk.amendments.previewAmendment(
      { profile: profileId, order: order.order_reference, fields, seen: seenOf(order) },
      caller,
    )

  test('is previewed without being done, and is what comes back', async () => {
    const order = await orderNamed('DEMO-TERMS-SHARE')
    const fields = toCount(first(order), 1)
    const previewed = await preview(order, fields)
    if (!previewed.ok) throw new Error(JSON.stringify(previewed.error))
    expect(await client.order(order.order_reference)).toEqual(order)
    expect(desk.file.list({ profile: profileId }, undefined, 10).entries).toEqual([])
    await ended(await amend(order, fields))
    const after = await client.order(order.order_reference)
    expect(after.order_pricing.price_total).toBe(previewed.value.total)
    expect(after.order_pricing.price_total).not.toBe(order.order_pricing.price_total)
  })

  test('is not previewed where the name of the switch is a guess (rule 156): nothing is sent', async () => {
    const order = await orderNamed('DEMO-TERMS-FIXED')
    const { amendments } = openDesk({ knowsPreview: false })
    const request = { profile: profileId, order: order.order_reference, seen: seenOf(order) }
    const answer = await amendments.previewAmendment({ ...request, fields: toCount(first(order), 1) }, caller)
    expect(answer).toMatchObject({ ok: false, error: { code: 'PREVIEW_UNAVAILABLE', changed: 'no' } })
    expect(await updatesOf(order)).toBe(0)
  })

  test('stays when Prio is let adjust the price, and the switch goes along only then', async () => {
    const order = await orderNamed('DEMO-TERMS-FIXED')
    const switches = { adjust: true, resellerOnly: true }
    const answer = await desk.amendments.amendOrder(
      {
        profile: profileId,
        order: order.order_reference,
        fields: toCount(first(order), 1),
        switches,
        seen: seenOf(order),
      },
      caller,
    )
    if (!answer.ok) throw new Error(JSON.stringify(answer.error))
    expect(await ended(answer.value.operations[0] ?? '')).toMatchObject({ state: 'done' })
    const after = await client.order(order.order_reference)
    expect(after.order_pricing.price_total).toBe(order.order_pricing.price_total)
    const queries = (await control.arrivals('PUT'))
      .filter(({ path }) => path.endsWith(order.order_reference))
      .map(({ query }) => query)
    expect(queries).toEqual([expect.stringContaining('amendment_price_adjustment_reseller=true')])
    const others = (await control.arrivals('PUT')).filter(({ path }) => !path.endsWith(order.order_reference))
    expect(others.filter(({ query }) => query.includes('price_adjustment'))).toEqual([])
  })
})

describe('orders that were changed elsewhere', () => {
  beforeEach(() => {
    // A page of whole orders takes a busy machine longer than one order.
    desk = openDesk({ timeoutMs: 20_000 })
  })

  const list = async () => {
    const found = new Map<string, readonly number[]>()
    let startIndex: number | undefined = 1
    let lookedAt = 0
    while (startIndex !== undefined) {
      const answer = await desk.amendments.listChangedElsewhere(
        { profile: profileId, days: 30, startIndex },
        caller,
      )
      if (!answer.ok) throw new Error(JSON.stringify(answer.error))
      for (const { order, changes } of answer.value.orders) {
        found.set(
          order,
          changes.map(({ version }) => version),
        )
      }
      lookedAt += answer.value.lookedAt
      startIndex = answer.value.nextStartIndex
      if (startIndex === undefined) expect(lookedAt).toBe(answer.value.totalItems)
    }
    return found
  }

  test('are those with a version that no operation of this journal made', async () => {
    const [ours, theirs, both] = await Promise.all(
      ['DEMO-INVOICE', 'DEMO-VENUE', 'DEMO-EXTERNAL'].map(orderNamed),
    )
    if (!ours || !theirs || !both) throw new Error('no orders')
    const toNumber = (order: OrderDocument): AmendedField[] => [
      { path: ['order_language'], seen: order.order_language ?? null, wanted: 'de' },
    ]
    await ended(await amend(ours, toNumber(ours)))
    await ended(await amend(both, toNumber(both)))
    for (const { order_reference } of [theirs, both]) await control.call('POST', `/touch/${order_reference}`)
    const found = await list()
    expect(found.has(ours.order_reference)).toBe(false)
    expect(found.get(theirs.order_reference)).toContain(theirs.order_version + 1)
    expect(found.get(both.order_reference)).toContain(both.order_version + 2)
    expect(found.get(both.order_reference)).not.toContain(both.order_version + 1)
  })
})

/** What can go wrong although the server did it. */
const afterIt = [
  ['an error', 'DEMO-JPY', { kind: 'status', status: 500, after: true }],
  ['a cut connection', 'DEMO-BHD', { kind: 'reset', after: true }],
  ['half an answer', 'DEMO-TERMS-FREE', { kind: 'truncated' }],
  ['an answer that comes too late', 'DEMO-DKK', { kind: 'delay', delayMs: 3000, delayAfter: true }],
] as const

test.each(afterIt)('settles after %s by what the booking shows, with one request', async (_, key, fault) => {
  const order = await orderNamed(key)
  const fields = toSlot(first(order), await otherSlot(first(order)))
  await control.fault({ ...fault, method: 'PUT' })
  expect(await ended(await amend(order, fields))).toMatchObject({ state: 'done', settledBy: 'evidence' })
  await expectAsWanted(order, fields)
  expect(await updatesOf(order)).toBe(1)
})

describe('a supplier that answers later (rule 162)', () => {
  const settle = async () => void (await control.call('POST', '/settle'))
  const statesOf = (id: string) => desk.file.entry(id)?.state

  test('has it first; it is done once the booking shows it', async () => {
    const order = await orderNamed('DEMO-SUPPLIER-LATER')
    const fields = toCount(first(order), 1)
    const id = await amend(order, fields)
    await vi.waitFor(() => expect(statesOf(id)).toBe('at-supplier'), { timeout: 5000 })
    await settle()
    expect(await ended(id)).toMatchObject({ state: 'done' })
    expect(await updatesOf(order)).toBe(1)
    const after = await client.order(order.order_reference)
    expect(savedDifferences(order, { fields }, after).map(({ path }) => path.at(-1)?.field)).toEqual([])
  })

  test('may refuse: it failed then, and the booking is as it was', async () => {
    const order = await orderNamed('DEMO-SUPPLIER-REFUSES')
    const id = await amend(order, toCount(first(order), 1))
    await vi.waitFor(() => expect(statesOf(id)).toBe('at-supplier'), { timeout: 5000 })
    await settle()
    expect(await ended(id)).toMatchObject({ state: 'failed' })
    const after = await client.order(order.order_reference)
    expect(first(after).product_type_details.length).toBe(first(order).product_type_details.length)
  })
})

test.each([
  ['a conflict', { kind: 'status', status: 409 }],
  ['a refusal', { kind: 'status', status: 422 }],
] as const)('%s ends as failed, and the order is as it was', async (_, fault) => {
  const order = await orderNamed('DEMO-COMBI')
  const field = { path: at(first(order), 'booking_language'), seen: 'en', wanted: 'nl' }
  await control.fault({ ...fault, method: 'PUT' })
  expect(await ended(await amend(order, [field]))).toMatchObject({
    state: 'failed',
    error: { changed: 'no' },
  })
  expect(await client.order(order.order_reference)).toEqual(order)
})

test('a request that never arrived ends with a person: nothing changed, and it is not sent again', async () => {
  const order = await orderNamed('DEMO-COMBI')
  const field = { path: at(first(order), 'booking_language'), seen: 'en', wanted: 'nl' }
  await control.fault({ kind: 'reset', method: 'PUT' })
  const before = await updatesOf(order)
  expect(await ended(await amend(order, [field]))).toMatchObject({ state: 'needs-review' })
  expect(await client.order(order.order_reference)).toEqual(order)
  expect(await updatesOf(order)).toBe(before + 1)
})

test("somebody else's change in between is not overwritten: nothing is sent", async () => {
  const order = await orderNamed('DEMO-ADDON')
  await control.call('POST', `/touch/${order.order_reference}`)
  const field = { path: at(first(order), 'booking_language'), seen: 'en', wanted: 'nl' }
  expect(await ask(order, [field])).toMatchObject({
    ok: false,
    error: { code: 'ORDER_CHANGED', changed: 'no' },
  })
  expect(await updatesOf(order)).toBe(0)
})

test('a slot that is full is refused before anything is recorded', async () => {
  const order = await orderNamed('DEMO-FAMILY')
  const slot = { ...(await otherSlot(first(order))), id: 'no-such-slot' }
  expect(await ask(order, toSlot(first(order), slot))).toMatchObject({
    ok: false,
    error: { code: 'SLOT_UNAVAILABLE', changed: 'no' },
  })
  expect(await updatesOf(order)).toBe(0)
})
