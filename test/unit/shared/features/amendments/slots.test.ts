import { fittingTimes, readProductOptions, readSlots, slotPlaces } from '@shared/features/amendments'
import { describe, expect, test } from 'vitest'
import availability from '../../../../data/examples/availability.response.json'
import product from '../../../../data/examples/get-product.response.json'

const slot = (id: string, from: string, change: object = {}) => ({
  availability_id: id,
  availability_from_date_time: from,
  availability_spots: { availability_spots_open: 4 },
  ...change,
})

describe('slots', () => {
  test('come earliest first, in the offset of the activity, with the places that are open', () => {
    expect(
      readSlots([
        slot('b', '2027-03-28T14:00:00+02:00'),
        slot('a', '2027-03-28T09:00:00.000+02:00', { availability_label: 'Morning' }),
      ]),
    ).toEqual([
      { id: 'a', from: '2027-03-28T09:00:00+02:00', label: 'Morning', open: 4 },
      { id: 'b', from: '2027-03-28T14:00:00+02:00', open: 4 },
    ])
  })

  test('are never sent back with Z (rule 49)', () => {
    expect(readSlots([slot('a', '2027-03-28T09:00:00Z')])[0]?.from).toBe('2027-03-28T09:00:00+00:00')
  })

  test('that are full stay (rule 103); closed ones (rule 105) and unreadable ones go', () => {
    const full = { availability_spots: { availability_spots_open: 0 } }
    const from = '2027-03-28T09:00:00+02:00'
    const slots = readSlots([
      slot('full', from, full),
      slot('closed', from, { availability_active: false }),
      slot('when', 'soon'),
      slot('', from),
      null,
      7,
    ])
    expect(slots.map(({ id }) => id)).toEqual(['full'])
  })

  test('of the vendor are read, and anything else is none', () => {
    expect(readSlots(availability.data.items).length).toBeGreaterThan(0)
    for (const odd of [undefined, null, 'x', {}, 3]) expect(readSlots(odd)).toEqual([])
  })
})

describe('places of a slot', () => {
  const line = (product_type_count: number, product_type_capacity?: number) => ({
    product_type: 'ADULT',
    product_type_id: '1',
    product_type_count,
    product_type_capacity,
  })
  const order = (capacity?: number) => ({
    order_bookings: [
      { booking_reference: 'B1', product_availability_id: 'S1', product_type_details: [line(2, capacity)] },
    ],
  })
  const to = (wanted: string) => ({
    fields: [{ path: ['order_bookings', 'B1', 'product_type_details', '1', 'ADULT'], seen: '2', wanted }],
  })

  test.each([
    ['enough', 'S2', 3, 3, undefined],
    ['short', 'S2', 3, 2, undefined],
    ['tight: enough with its own places only', 'S1', 3, 2, undefined],
    ['short, its own places included', 'S1', 5, 2, undefined],
    ['short where a ticket takes two places', 'S2', 3, 5, 2],
  ])('are %s', (state, id, wanted, open, capacity) => {
    expect(slotPlaces(order(capacity), to(String(wanted)), 'B1', { id, open }).state).toBe(
      state.split(/[ :,]/)[0],
    )
  })

  test('are unknown where the API does not say', () => {
    expect(slotPlaces(order(), to('9'), 'B1', { id: 'S2' })).toEqual({ needed: 9, state: 'unknown' })
  })
})

describe('what a product leaves to choose', () => {
  test('is read from the product of the vendor', () => {
    const options = readProductOptions(product.data.product)
    expect(options.hasSlots).toBe(true)
    expect(options.ticketTypes[0]).toMatchObject({ kind: expect.any(String), id: expect.any(String) })
    expect(options.pickup.points[0]).toMatchObject({ times: expect.any(Array) })
  })

  test.each([
    undefined,
    null,
    [],
    'x',
    { product_type_seasons: [null, { product_type_season_details: 'x' }] },
  ])('is nothing where the product is %j', (odd) => {
    expect(readProductOptions(odd)).toEqual({
      hasSlots: false,
      needsDate: false,
      pickup: { mandatory: false, points: [] },
      ticketTypes: [],
    })
  })

  test.each([
    ['it depends on the slot: those that end before it (rule 131)', true, ['09:45', '10:29']],
    ['it does not', false, ['09:45', '10:29', '10:30', '11:00']],
  ])('the times of a pickup point, where %s', (_, endsBeforeSlot, fitting) => {
    const point = { id: 'P1', times: ['09:45', '10:29', '10:30', '11:00'], duration: 30, endsBeforeSlot }
    expect(fittingTimes(point, '2027-03-28T11:00:00+02:00')).toEqual(fitting)
  })
})
