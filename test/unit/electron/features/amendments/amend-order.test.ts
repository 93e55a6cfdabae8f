import type { amendmentsOperations } from '@shared/features/amendments'
import type { CancellableOrder } from '@shared/features/cancellations'
import type { InputOf } from '@shared/ipc/define'
import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { beforeEach, describe, expect, test } from 'vitest'
import { describeAmendment } from '../../../../../electron/features/amendments'
import { createAmendOrder } from '../../../../../electron/features/amendments/amend-order'
import { aBooking, anOrderWith, aTicket } from '../../../../support/cancellable-order'
import { createOrderDesk } from '../../../../support/order-desk'

type Input = InputOf<(typeof amendmentsOperations)['amendOrder']>

const guest = { contact_type: 'BOOKER', contact_name_first: 'Amara', contact_email: 'amara@example.com' }
const order = (change: object = {}): CancellableOrder =>
  anOrderWith({
    order_distributor_id: '501',
    order_external_reference: 'WEB-1',
    order_language: 'en',
    order_loyalty: 7,
    order_contacts: [guest, { contact_uid: 'c2', contact_email: 'known@example.com' }],
    ...change,
  } as never)
const amended = (change: object = {}) =>
  order({ order_version: 4, order_external_reference: 'WEB-2', ...change })
const reference = { path: ['order_external_reference'], seen: 'WEB-1', wanted: 'WEB-2' }
const email = {
  path: ['order_contacts', 0, 'contact_email'],
  seen: 'amara@example.com',
  wanted: 'a@example.com',
}
const day = 24 * 60 * 60_000

let desk: ReturnType<typeof createOrderDesk>

beforeEach(() => {
  desk = createOrderDesk()
  desk.get.mockResolvedValue(ok(order()))
  desk.update.mockResolvedValue(ok(amended()))
})

const run = (change: Partial<Input> = {}) =>
  createAmendOrder(desk)(
    {
      profile: 'canal-tours',
      order: 'PRI8841203977',
      fields: [reference],
      seen: { orderVersion: 3, priceTotal: '44.00' },
      ...change,
    },
    { windowId: 1 },
  )
async function operation(change: Partial<Input> = {}): Promise<string> {
  const answer = await run(change)
  if (!answer.ok) throw new Error(`${answer.error.code} ${answer.error.message}`)
  await desk.time.settle()
  return answer.value.operations[0] ?? ''
}
const entry = (id: string) => {
  const found = desk.file.entry(id)
  if (!found) throw new Error('the journal has no such entry')
  return found
}
const sentOrder = () => JSON.parse(desk.update.mock.calls[0]?.[1] ?? '').data.order
const lost = err(appError('OUTCOME_UNKNOWN', 'HTTP 502', { changed: 'unknown' }))

describe('amending', () => {
  test('saves the order as it was just read with the wanted value in it, once, and mails nothing', async () => {
    const id = await operation()
    expect(desk.update).toHaveBeenCalledOnce()
    expect(desk.update.mock.calls[0]?.[2]).toEqual({ operationId: id })
    expect(sentOrder()).toEqual({
      order_settlement_type: 'DIRECT',
      order_pricing: {},
      order_distributor_id: '501',
      order_external_reference: 'WEB-2',
      order_language: 'en',
      order_loyalty: 7,
      order_contacts: [guest, { contact_uid: 'c2', contact_email: 'known@example.com' }],
      order_bookings: [],
      order_options: { email_options: { email_types: { send_tickets: false } } },
    })
    expect(entry(id)).toMatchObject({ state: 'done', settledBy: 'answer', othersChanged: false })
  })

  test('says no to the ticket mail out loud, even where the order was saved with yes (rule 187)', async () => {
    const withMail = { order_options: { email_options: { email_types: { send_tickets: true } } } }
    desk.get.mockResolvedValue(ok(order(withMail)))
    await operation()
    expect(sentOrder().order_options.email_options.email_types.send_tickets).toBe(false)
  })

  test('adds a note behind those that are there, with who may read it', async () => {
    const notes = [{ note_value: 'Pram', note_created: '2026-01-01T10:00:00+01:00' }]
    desk.get.mockResolvedValue(ok(order({ order_notes: notes })))
    desk.update.mockResolvedValue(ok(amended({ order_notes: [...notes, { note_value: 'Late' }] })))
    await operation({ fields: [], note: { text: 'Late', recipients: ['DISTRIBUTOR'] } })
    expect(sentOrder().order_notes).toEqual([
      { note_value: 'Pram' },
      { note_value: 'Late', note_recipients: ['DISTRIBUTOR'] },
    ])
  })

  test.each([null, undefined, []])(
    'adds the first note where the order has %j in its place',
    async (none) => {
      desk.get.mockResolvedValue(ok(order({ order_notes: none })))
      await operation({ fields: [], note: { text: 'Late', recipients: [] } })
      expect(sentOrder().order_notes).toEqual([{ note_value: 'Late' }])
    },
  )

  test('removes a field that is wanted empty', async () => {
    await operation({
      fields: [{ path: ['order_contacts', 0, 'contact_name_first'], seen: 'Amara', wanted: null }],
    })
    expect(sentOrder().order_contacts[0]).toEqual({
      contact_type: 'BOOKER',
      contact_email: 'amara@example.com',
    })
  })

  test('says of itself what was to change, and how the order stood before and after', async () => {
    expect(describeAmendment(entry(await operation()))).toEqual({
      target: { level: 'order' },
      changes: [
        { path: [{ field: 'order_external_reference' }], kind: 'changed', before: 'WEB-1', after: 'WEB-2' },
      ],
      effect: {
        currency: 'EUR',
        before: { orderVersion: 3, status: 'ORDER_CONFIRMED', total: '44.00' },
        after: { orderVersion: 4, status: 'ORDER_CONFIRMED', total: '44.00' },
        refunds: [],
        differences: [],
      },
    })
  })

  test('a total that moved with it is told (rule 118)', async () => {
    desk.update.mockResolvedValue(ok(amended({ order_pricing: { price_total: '40.00' } })))
    const { effect } = describeAmendment(entry(await operation()))
    expect(effect.differences).toEqual([
      { what: 'TOTAL', expected: { low: '44.00', high: '44.00' }, actual: '40.00' },
    ])
  })
})

describe('with the ticket mail', () => {
  test('an address that is amended gets it', async () => {
    await operation({ fields: [email], ticketsTo: 'a@example.com' })
    expect(sentOrder().order_contacts[0].contact_email).toBe('a@example.com')
    expect(sentOrder().order_options.email_options.email_types.send_tickets).toBe(true)
  })

  test('nothing is sent when it would go to another address than was confirmed', async () => {
    expect(await run({ fields: [email], ticketsTo: 'amara@example.com' })).toMatchObject({
      ok: false,
      error: { code: 'ORDER_CHANGED' },
    })
    expect(desk.update).not.toHaveBeenCalled()
  })
})

describe('is refused, with nothing recorded and nothing sent,', () => {
  const refusedWith = async (code: string, change: Partial<Input> = {}) => {
    expect(await run(change)).toMatchObject({ ok: false, error: { code, changed: 'no' } })
    expect(desk.update).not.toHaveBeenCalled()
    expect(desk.file.list({ profile: 'canal-tours' }, undefined, 10).entries).toEqual([])
  }

  test.each([
    ['is cancelled (rule 161)', { order_status: 'ORDER_CANCELLED' }, 'ORDER_CANCELLED'],
    ['is another version than was seen', { order_version: 4 }, 'ORDER_CHANGED'],
    ['has another total than was seen', { order_pricing: { price_total: '45.00' } }, 'ORDER_CHANGED'],
    ['has another value in the field than was seen', { order_external_reference: 'X' }, 'ORDER_CHANGED'],
  ])('when the order %s', async (_, change, code) => {
    desk.get.mockResolvedValue(ok(order(change)))
    await refusedWith(code)
  })

  test.each([
    ['what only the server writes', { path: ['order_status'], seen: 'ORDER_CONFIRMED', wanted: 'X' }],
    [
      'a known contact, which is changed through the contact (rule 191)',
      { path: ['order_contacts', 1, 'contact_email'], seen: 'known@example.com', wanted: 'a@example.com' },
    ],
    [
      'a field of a contact that is not there',
      { path: ['order_contacts', 9, 'contact_email'], seen: null, wanted: 'a@b.nl' },
    ],
    ['a reference that must stay', { ...reference, wanted: null }],
    ['an address that is none', { ...email, wanted: 'amara@' }],
    ['a language that is none (ISO 639-1)', { path: ['order_language'], seen: 'en', wanted: 'English' }],
    ['a field that is so already', { ...reference, wanted: 'WEB-1' }],
  ])('for %s', async (_, field) => {
    await refusedWith('INVALID_INPUT', { fields: [field] })
  })

  test('for nothing at all', async () => {
    await refusedWith('INVALID_INPUT', { fields: [] })
  })

  test('for a field that is named twice', async () => {
    await refusedWith('INVALID_INPUT', { fields: [reference, reference] })
  })

  test('when the order cannot be read', async () => {
    desk.get.mockResolvedValue(err(appError('OFFLINE', 'no network')))
    await refusedWith('OFFLINE')
  })
})

describe('between the check and the request', () => {
  test.each([
    ['the order moved', ok(order({ order_version: 4 })), 'ORDER_CHANGED'],
    ['the field moved in the same version', ok(order({ order_external_reference: 'X' })), 'ORDER_CHANGED'],
    ['the order was cancelled', ok(order({ order_status: 'ORDER_CANCELLED' })), 'ORDER_CANCELLED'],
    ['the network went', err(appError('OFFLINE', 'no network')), 'OFFLINE'],
    ['the read met a conflict', err(appError('CONFLICT', 'HTTP 409')), 'UPSTREAM'],
  ])('%s: nothing is sent, and the entry says so', async (_, second, code) => {
    desk.get.mockResolvedValueOnce(ok(order())).mockResolvedValue(second)
    const id = await operation()
    expect(desk.update).not.toHaveBeenCalled()
    expect(entry(id)).toMatchObject({ state: 'failed', error: { code, changed: 'no' } })
  })
})

describe('an unknown outcome', () => {
  beforeEach(() => {
    desk.get.mockResolvedValueOnce(ok(order())).mockResolvedValueOnce(ok(order()))
    desk.update.mockResolvedValue(lost)
  })

  test('is done once the order shows the values in a newer version', async () => {
    desk.get.mockResolvedValue(ok(amended()))
    const id = await operation()
    await desk.time.pass(60_000)
    expect(entry(id)).toMatchObject({ state: 'done', settledBy: 'evidence', othersChanged: false })
    expect(desk.update).toHaveBeenCalledOnce()
  })

  test.each([
    ['the order is as it was', order()],
    ['somebody else made a new version without it', order({ order_version: 4 })],
    ['the value is there but the version is the old one', amended({ order_version: 3 })],
  ])('goes to a person while %s, and is never sent again', async (_, now) => {
    desk.get.mockResolvedValue(ok(now))
    const id = await operation()
    await desk.time.pass(day)
    expect(entry(id).state).toBe('needs-review')
    expect(desk.update).toHaveBeenCalledOnce()
  })

  test('says when others changed the order as well', async () => {
    desk.get.mockResolvedValue(ok(amended({ order_version: 5 })))
    const id = await operation()
    await desk.time.pass(60_000)
    expect(entry(id)).toMatchObject({ state: 'done', othersChanged: true })
  })

  test('a note that was there before proves nothing; one more does', async () => {
    const notes = [{ note_value: 'Late' }]
    desk.get.mockReset()
    desk.get.mockResolvedValue(ok(order({ order_notes: notes })))
    const id = await operation({ fields: [], note: { text: 'Late', recipients: [] } })
    desk.get.mockResolvedValue(ok(order({ order_version: 4, order_notes: notes })))
    await desk.time.pass(60_000)
    expect(entry(id).state).toBe('unknown')
    desk.get.mockResolvedValue(ok(order({ order_version: 4, order_notes: [...notes, ...notes] })))
    await desk.time.pass(120_000)
    expect(entry(id).state).toBe('done')
  })

  test('keeps a second amendment of the order out: the person is led to the first', async () => {
    desk.get.mockResolvedValue(ok(order()))
    const id = await operation()
    expect(await run({ fields: [email] })).toMatchObject({
      ok: false,
      error: { code: 'ALREADY_IN_PROGRESS', params: { operation: id } },
    })
    expect(desk.update).toHaveBeenCalledOnce()
  })
})

describe('amending a booking', () => {
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
  const sentBookings = () => sentOrder().order_bookings

  beforeEach(() => {
    desk.get.mockResolvedValue(ok(withBooking()))
    desk.update.mockResolvedValue(ok(withBooking(asWanted, { order_version: 4 })))
  })

  test('sends it alone, with the new date in the offset of its slot (rules 48, 153)', async () => {
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

  test('lays hold of the booking and its tickets, so that they are not cancelled meanwhile', async () => {
    const id = await operation({ fields: [count('1')] })
    expect(entry(id).claims).toEqual(expect.arrayContaining(['booking:B1', 'ticket:T1', 'ticket:T2']))
    expect(entry(id).claims).not.toContain('booking:B0')
  })

  test('adds a note to it', async () => {
    await operation({ fields: [], bookingNotes: [{ booking: 'B1', text: 'Pram', recipients: [] }] })
    expect(sentBookings()).toMatchObject([
      { booking_reference: 'B1', booking_notes: [{ note_value: 'Pram' }] },
    ])
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
  ])('is refused where it %s (rule 155), and nothing is sent', async (_, change) => {
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
  ])('is refused with %s, and nothing is sent', async (_, fields, why) => {
    const answer = await run({ fields })
    expect(answer).toMatchObject({ ok: false, error: { changed: 'no' } })
    if (why && !answer.ok) expect(Object.values(answer.error.fields ?? {})).toEqual([why])
    expect(desk.update).not.toHaveBeenCalled()
    expect(desk.file.list({ profile: 'canal-tours' }, undefined, 10).entries).toEqual([])
  })

  describe('with an unknown outcome', () => {
    beforeEach(() => desk.update.mockResolvedValue(lost))
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
})

test('a refusal by the server ends as failed, with nothing changed', async () => {
  desk.update.mockResolvedValue(err(appError('UPSTREAM', 'HTTP 422', { changed: 'no' })))
  expect(entry(await operation())).toMatchObject({ state: 'failed', error: { changed: 'no' } })
})
