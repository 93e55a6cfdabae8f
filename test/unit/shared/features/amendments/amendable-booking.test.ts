import {
  amendableField,
  amendableGroups,
  amendmentChanges,
  bookingObstacle,
  bookingProblem,
  savedDifferences,
  travelObstacle,
  valueAt,
} from '@shared/features/amendments'
import { describe, expect, test } from 'vitest'

const ticket = (change: object = {}) => ({
  product_type: 'ADULT',
  product_type_id: '1',
  product_type_label: 'Adult',
  product_type_count: 1,
  product_type_status: 'CONFIRMED',
  product_type_redemption_status: 'PENDING',
  ...change,
})
const booking = (change: object = {}) => ({
  booking_reference: 'B1',
  booking_status: 'BOOKING_CONFIRMED',
  booking_travel_date: '2027-03-27T10:00:00+01:00',
  product_title: 'Museum',
  product_id: '62501',
  product_availability_id: 'S1',
  product_cancellation_allowed: true,
  product_type_details: [
    ticket({ product_type_transaction_id: 'T1' }),
    ticket({ product_type_transaction_id: 'T2' }),
  ],
  ...change,
})
const order = (change: object = {}) => ({
  order_version: 1,
  order_pricing: { price_total: '44.00' },
  order_bookings: [booking({ booking_reference: 'B0' }), booking(change)],
})
const at = (...rest: string[]) => ['order_bookings', 'B1', ...rest]
const count = (wanted: string) => ({ path: at('product_type_details', '1', 'ADULT'), seen: '2', wanted })
const date = {
  path: at('booking_travel_date'),
  seen: '2027-03-27T10:00:00+01:00',
  wanted: '2027-03-28T10:00:00+02:00',
}
const slot = { path: at('product_availability_id'), seen: 'S1', wanted: 'S2' }
const cancelled = ticket({ product_type_status: 'CANCELLED' })

describe('a booking cannot be amended (rules 155, 161)', () => {
  test.each([
    ['cancelled', { booking_status: 'BOOKING_CANCELLED' }, 'CANCELLED'],
    ['with every ticket cancelled', { product_type_details: [cancelled] }, 'CANCELLED'],
    ['that failed', { booking_status: 'BOOKING_FAILED' }, 'CANCELLED'],
    [
      'that the supplier is at (rule 162)',
      { booking_status: 'BOOKING_PROCESSING_CANCELLATION' },
      'PROCESSING',
    ],
    [
      'with a ticket that was used',
      { product_type_details: [ticket(), ticket({ product_type_redemption_status: 'REDEEMED' })] },
      'REDEEMED',
    ],
    [
      'with a running pass',
      { product_type_details: [ticket({ product_type_redemption_status: 'ACTIVE' })] },
      'REDEEMED',
    ],
    ['that cannot be cancelled', { product_cancellation_allowed: false }, 'NOT_CANCELLABLE'],
    ['without a reference', { booking_reference: null }, 'NO_REFERENCE'],
    [
      'of which a part lost tickets: they would be booked again',
      { product_bundle_details: [{ product_type_details: [ticket(), cancelled] }] },
      'PARTLY_CANCELLED',
    ],
  ])('%s', (_, change, obstacle) => {
    expect(bookingObstacle(booking(change))).toBe(obstacle)
  })

  test.each([
    ['an ordinary one', {}],
    ['of which some tickets are cancelled', { product_type_details: [ticket(), cancelled] }],
    [
      'with a used ticket that is cancelled',
      { product_type_details: [ticket(), { ...cancelled, product_type_redemption_status: 'REDEEMED' }] },
    ],
    ['with a status that nobody told us about (rule 55)', { booking_status: 'BOOKING_NEW_WORD' }],
    ['that does not say whether it can be cancelled', { product_cancellation_allowed: undefined }],
  ])('but can: %s', (_, change) => {
    expect(bookingObstacle(booking(change))).toBeUndefined()
  })
})

test.each([
  ['a combi (rule 89)', { product_combi_details: [{ product_id: '2' }] }, 'PARTS'],
  ['a bundle (rule 93)', { product_bundle_details: [{ product_id: '2' }] }, 'PARTS'],
  ['seats', { product_type_details: [ticket({ product_type_spots: [{ spot_number: '5' }] })] }, 'SEATS'],
  [
    'seats of cancelled tickets only',
    { product_type_details: [ticket(), { ...cancelled, product_type_spots: [{}] }] },
    undefined,
  ],
])('of %s date and numbers stay, and the rest can be amended', (_, change, obstacle) => {
  const group = amendableGroups(order(change)).find(({ booking: reference }) => reference === 'B1')
  expect(travelObstacle(booking(change))).toBe(obstacle)
  expect(group?.locked).toBe(false)
  expect(group?.fields.some(({ kind }) => kind === 'moment' || kind === 'count')).toBe(obstacle === undefined)
  expect(amendableField(order(change), date.path) === undefined).toBe(obstacle !== undefined)
  expect(amendableField(order(change), at('booking_external_reference'))).toBeDefined()
})

test('tickets of a kind are counted over their lines, cancelled ones aside', () => {
  const lines = [
    ticket(),
    cancelled,
    ticket({ product_type_count: '3' }),
    ticket({ product_type_count: null }),
  ]
  expect(valueAt(order({ product_type_details: lines }), count('0').path)).toBe('5')
})

test('a kind that the booking has none of can be added; a number is asked of no other place', () => {
  expect(amendableField(order(), at('product_type_details', '9', 'SENIOR'))).toMatchObject({
    kind: 'count',
    value: '0',
  })
  expect(amendableField(order(), at('product_type_details', '9'))).toBeUndefined()
  expect(
    amendableField(order(), ['order_bookings', 'B9', 'product_type_details', '9', 'SENIOR']),
  ).toBeUndefined()
  expect(amendableField(order(), at('booking_status'))).toBeUndefined()
})

describe('an amended booking as a whole', () => {
  test.each([
    ['no ticket left is a cancellation', [count('0')], 'NOTHING_LEFT'],
    ['a date belongs to a slot', [date], 'SLOT_NEEDED'],
    ['a slot belongs to a date', [slot], 'DATE_NEEDED'],
    ['date and slot go together', [date, slot], undefined],
    ['fewer tickets are fine', [count('1')], undefined],
    [
      'one kind may go where another comes',
      [count('0'), { path: at('product_type_details', '9', 'SENIOR'), seen: '0', wanted: '1' }],
      undefined,
    ],
  ])('%s', (_, fields, problem) => {
    expect(bookingProblem(order(), { fields }, 'B1')).toBe(problem)
  })

  test('has no slot to change where it had none', () => {
    expect(
      bookingProblem(order({ product_availability_id: undefined }), { fields: [date] }, 'B1'),
    ).toBeUndefined()
  })
})

const lines = (changes: ReturnType<typeof amendmentChanges>) =>
  changes.map(({ path, before, after }) => [
    path.map(({ field, entry = [] }) => [field, ...entry.map(({ value }) => value)].join(' ')).join(' › '),
    before,
    after,
  ])

test('what an amendment does is told by booking, and tickets as a number of each kind', () => {
  expect(lines(amendmentChanges(order(), { fields: [date, slot, count('1')] }))).toEqual([
    ['order_bookings Museum B1 › booking_travel_date', date.seen, date.wanted],
    ['order_bookings Museum B1 › product_availability_id', 'S1', 'S2'],
    ['order_bookings Museum B1 › product_type_count Adult', '2', '1'],
  ])
})

describe('an order that came back against the one that was sent', () => {
  const amendment = { fields: [date, slot, count('1')] }
  const came = (change: object = {}) => ({
    ...order(),
    order_version: 2,
    order_status: 'ORDER_UPDATED',
    order_pricing: { price_total: '22.00' },
    order_payments: [{ payment_id: 'R1' }],
    order_bookings: [
      booking({ booking_reference: 'B0' }),
      booking({
        booking_status: 'BOOKING_UPDATED',
        booking_version: 2,
        booking_travel_date: '2027-03-28T10:00:00.000+02:00',
        product_availability_id: 'S2',
        product_availability_from_date_time: '2027-03-28T10:00:00+02:00',
        product_type_details: [ticket({ product_type_transaction_id: 'T9' }), cancelled],
        ...change,
      }),
    ],
  })

  test('is the same where the server booked anew what was asked for', () => {
    expect(savedDifferences(order(), amendment, came())).toEqual([])
  })

  test('is the same where another booking took its place', () => {
    const [other, anew] = came({ booking_reference: 'B7' }).order_bookings
    const replaced = {
      ...came(),
      order_bookings: [other, booking({ booking_status: 'BOOKING_CANCELLED' }), anew],
    }
    expect(savedDifferences(order(), amendment, replaced)).toEqual([])
  })

  test.each([
    ['the old date', { booking_travel_date: date.seen }, 'booking_travel_date'],
    [
      'the new clock time in the old offset',
      { booking_travel_date: '2027-03-28T10:00:00+01:00' },
      'booking_travel_date',
    ],
    ['another slot', { product_availability_id: 'S3' }, 'product_availability_id'],
    ['another number of tickets', { product_type_details: [ticket(), ticket()] }, 'product_type_count'],
  ])('differs by %s', (_, change, field) => {
    const differences = savedDifferences(order(), amendment, came(change))
    expect(differences.map(({ path }) => path.at(-1)?.field)).toEqual([field])
  })

  test('differs where a booking changed that was not amended', () => {
    const after = came()
    const others = [
      booking({ booking_reference: 'B0', product_availability_id: 'S9' }),
      after.order_bookings[1],
    ]
    expect(savedDifferences(order(), amendment, { ...after, order_bookings: others })).toHaveLength(1)
  })
})
