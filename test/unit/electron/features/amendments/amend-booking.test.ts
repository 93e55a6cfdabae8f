import type { amendmentsOperations } from '@shared/features/amendments'
import type { CancellableOrder } from '@shared/features/cancellations'
import type { InputOf } from '@shared/ipc/define'
import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { beforeEach, describe, expect, test } from 'vitest'
import { createAmendOrder } from '../../../../../electron/features/amendments/amend-order'
import { aBooking, anOrderWith, aTicket } from '../../../../support/cancellable-order'
import { createOrderDesk, lostAnswer } from '../../../../support/order-desk'

type Input = InputOf<(typeof amendmentsOperations)['amendOrder']>

const order = (change: object = {}): CancellableOrder => anOrderWith(change as never)
const day = 24 * 60 * 60_000

let desk: ReturnType<typeof createOrderDesk>

const run = (change: Partial<Input> = {}) =>
  createAmendOrder(desk)(
    {
      profile: 'canal-tours',
      order: 'PRI8841203977',
      fields: [],
      seen: { orderVersion: 3, priceTotal: '44.00' },
      ...change,
    },
    { windowId: 1 },
  )
async function operation(change: Partial<Input> = {}): Promise<string> {
  const [id = ''] = await desk.operations(run(change))
  return id
}
const entry = (id: string) => desk.entry(id)
const sentOrder = () => JSON.parse(desk.update.mock.calls[0]?.[1] ?? '').data.order

const booking = (change: object = {}) => ({
  ...aBooking(),
  product_id: '62501',
  booking_external_reference: 'WEB-1/1',
  booking_travel_date: '2027-03-27T10:00:00+01:00',
  product_availability_id: 'S1',
  ...change,
})
const others = [booking({ booking_reference: 'B0' }), booking({ booking_reference: 'B2' })]
const withBooking = (change: object = {}, more: object = {}) =>
  order({ order_bookings: [others[0], booking(change), others[1]], ...more } as never)
const asWanted = { booking_travel_date: '2027-03-28T10:00:00+02:00', product_availability_id: 'S2' }
const at = (name: string) => ['order_bookings', 'B1', name]
const date = {
  path: at('booking_travel_date'),
  seen: '2027-03-27T10:00:00+01:00',
  wanted: asWanted.booking_travel_date,
}
const slot = { path: at('product_availability_id'), seen: 'S1', wanted: 'S2' }
const count = (wanted: string) => ({
  path: ['order_bookings', 'B1', 'product_type_details', 'ADULT', 'ADULT'],
  seen: '2',
  wanted,
})
const theSlot = (change: object = {}) => ({
  availability_id: 'S2',
  availability_from_date_time: '2027-03-28T10:00:00.000+02:00',
  availability_spots: { availability_spots_open: 2 },
  ...change,
})
const sentBookings = () => sentOrder().order_bookings

beforeEach(() => {
  desk = createOrderDesk()
  desk.availability.mockResolvedValue(ok([theSlot()]))
  desk.get.mockResolvedValue(ok(withBooking()))
  desk.update.mockResolvedValue(ok(withBooking(asWanted, { order_version: 4 })))
})

test('an amended booking is sent alone, with the new date in the offset of its slot (rules 48, 153)', async () => {
  const id = await operation({ fields: [date, slot] })
  expect(sentBookings()).toEqual([
    expect.objectContaining({
      booking_reference: 'B1',
      booking_option_type: 'UPDATE_BOOKING',
      ...asWanted,
    }),
  ])
  expect(entry(id)).toMatchObject({ state: 'done', settledBy: 'answer' })
})

test('amending a booking lays hold of the booking and its tickets, so that they are not cancelled meanwhile', async () => {
  const id = await operation({ fields: [count('1')] })
  expect(entry(id).claims).toEqual(expect.arrayContaining(['booking:B1', 'ticket:T1', 'ticket:T2']))
  expect(entry(id).claims).not.toContain('booking:B0')
})

test('amending a booking adds a note to it', async () => {
  await operation({ fields: [], bookingNotes: [{ booking: 'B1', text: 'Pram', recipients: [] }] })
  expect(sentBookings()).toMatchObject([{ booking_reference: 'B1', booking_notes: [{ note_value: 'Pram' }] }])
})

test.each([
  ['is cancelled', { booking_status: 'BOOKING_CANCELLED' }],
  ['is with the supplier (rule 162)', { booking_status: 'BOOKING_PROCESSING_CANCELLATION' }],
  [
    'was used in part',
    {
      product_type_details: [aTicket('T1', { product_type_redemption_status: 'REDEEMED' }), aTicket('T2')],
    },
  ],
  ['cannot be cancelled', { product_cancellation_allowed: false }],
])('a booking is refused where it %s (rule 155), and nothing is sent', async (_, change) => {
  desk.get.mockResolvedValue(ok(withBooking(change)))
  const reference = { path: at('booking_external_reference'), seen: 'WEB-1/1', wanted: 'WEB-9' }
  expect(await run({ fields: [reference] })).toMatchObject({
    ok: false,
    error: { code: 'BOOKING_NOT_AMENDABLE', changed: 'no', params: { booking: 'B1' } },
  })
  expect(desk.update).not.toHaveBeenCalled()
})

test.each([
  ['a date without its slot', [date], 'SLOT_NEEDED'],
  ['a slot without its date', [slot], 'DATE_NEEDED'],
  ['no ticket left: that is a cancellation', [count('0')], 'NOTHING_LEFT'],
  ['fewer than none', [count('-1')], 'COUNT'],
  ['a date with Z (rule 49)', [{ ...date, wanted: '2027-03-28T08:00:00Z' }, slot], 'MOMENT'],
  ['a date without an offset', [{ ...date, wanted: '2027-03-28T10:00:00' }, slot], 'MOMENT'],
  [
    'a booking that is not there',
    [{ ...slot, path: ['order_bookings', 'B9', 'booking_language'], seen: null, wanted: 'nl' }],
    undefined,
  ],
])('a booking is refused with %s, and nothing is sent', async (_, fields, why) => {
  const answer = await run({ fields })
  expect(answer).toMatchObject({ ok: false, error: { changed: 'no' } })
  if (why && !answer.ok) expect(Object.values(answer.error.fields ?? {})).toEqual([why])
  expect(desk.update).not.toHaveBeenCalled()
  expect(desk.file.list({ profile: 'canal-tours' }, undefined, 10).entries).toEqual([])
})

describe('the slot is asked for once more (rules 43, 44)', () => {
  const spots = (open: number) => ({ availability_spots: { availability_spots_open: open } })

  test('on the day that is wanted, of the product of the booking', async () => {
    await operation({ fields: [date, slot] })
    expect(desk.availability).toHaveBeenCalledExactlyOnceWith('62501', { from_date: '2027-03-28' })
  })

  test('not where slot and date stay', async () => {
    await operation({ fields: [count('1')] })
    expect(desk.availability).not.toHaveBeenCalled()
  })

  test.each([
    ['is gone', [], 'SLOT_UNAVAILABLE'],
    ['is closed', [theSlot({ availability_active: false })], 'SLOT_UNAVAILABLE'],
    [
      'begins at another time',
      [theSlot({ availability_from_date_time: '2027-03-28T11:00:00+02:00' })],
      'SLOT_UNAVAILABLE',
    ],
    [
      'begins on another offset',
      [theSlot({ availability_from_date_time: '2027-03-28T10:00:00+01:00' })],
      'SLOT_UNAVAILABLE',
    ],
    ['has too few places', [theSlot(spots(1))], 'SLOT_UNAVAILABLE'],
  ])('where it %s nothing is recorded and nothing sent', async (_, slots, code) => {
    desk.availability.mockResolvedValue(ok(slots))
    expect(await run({ fields: [date, slot] })).toMatchObject({ ok: false, error: { code, changed: 'no' } })
    expect(desk.update).not.toHaveBeenCalled()
    expect(desk.file.list({ profile: 'canal-tours' }, undefined, 10).entries).toEqual([])
  })

  test('where the API cannot say, nothing is sent either', async () => {
    desk.availability.mockResolvedValue(err(appError('OFFLINE', 'no network')))
    expect(await run({ fields: [date, slot] })).toMatchObject({ ok: false, error: { code: 'OFFLINE' } })
    expect(desk.update).not.toHaveBeenCalled()
  })
})

describe('with an unknown outcome', () => {
  beforeEach(() => desk.update.mockResolvedValue(lostAnswer))
  const settled = async (now: object, fields: Input['fields'] = [date, slot]) => {
    desk.get.mockResolvedValueOnce(ok(withBooking())).mockResolvedValueOnce(ok(withBooking()))
    desk.get.mockResolvedValue(ok(now as CancellableOrder))
    const id = await operation({ fields })
    await desk.time.pass(day)
    expect(desk.update).toHaveBeenCalledOnce()
    return entry(id)
  }

  test('is done once a newer version shows date and slot, in whatever form the moment comes', async () => {
    const now = { ...asWanted, booking_travel_date: '2027-03-28T10:00:00.000+02:00' }
    expect(await settled(withBooking(now, { order_version: 4 }))).toMatchObject({
      state: 'done',
      settledBy: 'evidence',
    })
  })

  test('is done once another booking of the product stands in its place (rule 155)', async () => {
    const replaced = order({
      order_version: 4,
      order_bookings: [
        ...others,
        booking({ booking_status: 'BOOKING_CANCELLED' }),
        booking({ booking_reference: 'B7', ...asWanted }),
      ],
    } as never)
    expect(await settled(replaced)).toMatchObject({ state: 'done', settledBy: 'evidence' })
  })

  test('is done once the tickets are as many as wanted, cancelled ones aside', async () => {
    const tickets = [aTicket('T1', { product_type_status: 'CANCELLED' }), aTicket('T3')]
    const now = withBooking({ product_type_details: tickets }, { order_version: 4 })
    expect(await settled(now, [count('1')])).toMatchObject({ state: 'done', settledBy: 'evidence' })
  })

  test.each([
    ['the order is as it was', withBooking()],
    ['a newer version has the old date', withBooking({}, { order_version: 4 })],
    ['only the slot is as wanted', withBooking({ product_availability_id: 'S2' }, { order_version: 4 })],
    [
      'the same clock time carries the old offset',
      withBooking({ ...asWanted, booking_travel_date: '2027-03-28T10:00:00+01:00' }, { order_version: 4 }),
    ],
    [
      'the booking is gone and nothing took its place',
      order({ order_version: 4, order_bookings: others } as never),
    ],
    [
      'the booking is cancelled',
      withBooking({ ...asWanted, booking_status: 'BOOKING_CANCELLED' }, { order_version: 3 }),
    ],
  ])('goes to a person while %s', async (_, now) => {
    expect(await settled(now)).toMatchObject({ state: 'needs-review' })
  })
})

describe('a supplier that answers later (rule 162)', () => {
  const processing = withBooking({ booking_status: 'BOOKING_PROCESSING' }, { order_version: 4 })
  const follow = async (final: object) => {
    desk.get.mockResolvedValueOnce(ok(withBooking())).mockResolvedValueOnce(ok(withBooking()))
    desk.update.mockResolvedValue(ok(processing))
    desk.get.mockResolvedValue(ok(processing))
    const id = await operation({ fields: [date, slot] })
    expect(entry(id).state).toBe('at-supplier')
    desk.get.mockResolvedValue(ok(final as CancellableOrder))
    await desk.time.pass(day)
    expect(desk.update).toHaveBeenCalledOnce()
    return entry(id)
  }

  test('is done once the booking shows it', async () => {
    expect(await follow(withBooking(asWanted, { order_version: 5 }))).toMatchObject({ state: 'done' })
  })

  test('has failed once the booking is back as it was', async () => {
    expect(await follow(withBooking({}, { order_version: 5 }))).toMatchObject({ state: 'failed' })
  })

  test.each([
    ['half of it stands', withBooking({ product_availability_id: 'S2' }, { order_version: 5 })],
    ['an older reading from a cache shows it as it was (rule 42)', withBooking({}, { order_version: 3 })],
  ])('is neither done nor failed where %s', async (_, final) => {
    expect((await follow(final)).state).toMatch(/^(at-supplier|needs-review)$/)
  })
})
