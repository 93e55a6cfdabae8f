import type { Amendment } from '@shared/features/amendments'
import { describe, expect, test } from 'vitest'
import { buildOrderUpdate } from '../../../../../electron/features/amendments/order-update'

const answerOf = (order: string) => `{"data":{"order":${order}}}`

function built(order: string, amendment: Amendment): string {
  const body = buildOrderUpdate(answerOf(order), amendment, { sendTickets: false })
  if (!body.ok) throw new Error(body.error.message)
  return JSON.stringify(JSON.parse(body.value).data.order)
}

describe('a booking that is amended', () => {
  const booking = {
    booking_reference: 'B1',
    booking_status: 'BOOKING_CONFIRMED',
    booking_external_reference: 'WEB-1/1',
    booking_loyalty: { points: 7 },
    product_id: '62501',
    product_title: 'Museum',
    product_availability_id: 'S1',
    product_pickup_point_id: 'P1',
    product_pickup_point: { pickup_point_id: 'P1', pickup_point_time: '09:00', pickup_point_name: 'Hotel' },
    booking_pricing: {
      price_total: '44.00',
      price_variations: [{ variation_type: 'X', variation_amount: '1' }],
    },
    product_type_details: [
      ticket('T1', { product_type_status: 'CANCELLED' }),
      ticket('T2'),
      ticket('T3'),
      ticket('T4', { product_type: 'CHILD', product_type_id: '2', product_type_count: '3' }),
    ],
  }
  function ticket(product_type_transaction_id: string, change: object = {}) {
    const kind = { product_type: 'ADULT', product_type_id: '1', product_type_count: 1 }
    return {
      ...kind,
      product_type_transaction_id,
      product_type_code: `code ${product_type_transaction_id}`,
      ...change,
    }
  }
  const line = (code: string, change: object = {}) => ({
    product_type: 'ADULT',
    product_type_id: '1',
    product_type_count: 1,
    product_type_code: `code ${code}`,
    ...change,
  })
  const child = line('T4', { product_type: 'CHILD', product_type_id: '2', product_type_count: '3' })
  const order = JSON.stringify({
    order_bookings: [{ booking_reference: 'B0' }, booking, { booking_reference: 'B2' }],
  })
  const sent = (fields: Amendment['fields'], bookingNotes?: Amendment['bookingNotes']) =>
    JSON.parse(built(order, { fields, bookingNotes })).order_bookings
  const to = (path: (string | number)[], seen: string, wanted: string | null) => ({
    path: ['order_bookings', 'B1', ...path],
    seen,
    wanted,
  })

  test('goes along alone and as it was read, unknown fields included, without what only the server writes', () => {
    expect(sent([to(['booking_external_reference'], 'WEB-1/1', 'WEB-9')])).toEqual([
      {
        booking_reference: 'B1',
        booking_external_reference: 'WEB-9',
        booking_loyalty: { points: 7 },
        product_id: '62501',
        product_availability_id: 'S1',
        product_pickup_point_id: 'P1',
        product_pickup_point: { pickup_point_id: 'P1', pickup_point_time: '09:00' },
        booking_pricing: { price_variations: [{ variation_type: 'X', variation_amount: '1' }] },
        product_type_details: [line('T2'), line('T3'), child],
        booking_option_type: 'UPDATE_BOOKING',
      },
    ])
  })

  test('leaves tickets that were cancelled out: sent, they would be booked again (rule 155)', () => {
    const [only] = sent([to(['booking_external_reference'], 'WEB-1/1', 'WEB-9')])
    expect(only.product_type_details).not.toContainEqual(
      expect.objectContaining({ product_type_code: 'code T1' }),
    )
  })

  test.each([
    ['fewer', '1', [line('T2'), child]],
    ['none', '0', [child]],
    [
      'more, on a line without the code of another ticket',
      '4',
      [line('T2'), line('T3'), child, { product_type: 'ADULT', product_type_id: '1', product_type_count: 2 }],
    ],
  ])('takes %s tickets of a kind', (_, wanted, lines) => {
    const [only] = sent([to(['product_type_details', '1', 'ADULT'], '2', wanted)])
    expect(only.product_type_details).toEqual(lines)
  })

  test('takes some tickets off a line of several, in the form in which the count came', () => {
    const [only] = sent([to(['product_type_details', '2', 'CHILD'], '3', '2')])
    expect(only.product_type_details).toEqual([line('T2'), line('T3'), { ...child, product_type_count: '2' }])
  })

  test('takes a kind that it had none of', () => {
    const [only] = sent([to(['product_type_details', '3', 'SENIOR'], '0', '2')])
    expect(only.product_type_details.at(-1)).toEqual({
      product_type: 'SENIOR',
      product_type_id: '3',
      product_type_count: 2,
    })
  })

  test('takes another pickup point without what was said of the one before', () => {
    const point = to(['product_pickup_point_id'], 'P1', 'P2')
    const time = to(['product_pickup_point', 'pickup_point_time'], '09:00', '08:30')
    for (const fields of [
      [point, time],
      [time, point],
    ]) {
      const [only] = sent(fields)
      expect(only.product_pickup_point_id).toBe('P2')
      expect(only.product_pickup_point).toEqual({ pickup_point_id: 'P2', pickup_point_time: '08:30' })
    }
    const [none] = sent([to(['product_pickup_point_id'], 'P1', null)])
    expect(none).not.toHaveProperty('product_pickup_point')
    expect(none).not.toHaveProperty('product_pickup_point_id')
  })

  test('takes a note behind those that it has', () => {
    const note = { booking: 'B1', text: 'Pram', recipients: ['SUPPLIER'] }
    const [only] = sent([], [note])
    expect(only.booking_notes).toEqual([{ note_value: 'Pram', note_recipients: ['SUPPLIER'] }])
  })

  test('of several, only the amended ones go along', () => {
    const other = { path: ['order_bookings', 'B2', 'booking_language'], seen: null, wanted: 'nl' }
    const references = sent([other, to(['booking_language'], 'en', 'nl')]).map(
      (one: { booking_reference: string }) => one.booking_reference,
    )
    expect(references).toEqual(['B2', 'B1'])
  })

  test.each(['product_combi_details', 'product_bundle_details'])(
    'takes all its parts along, each as it was read but for what only the server writes: %s (rule 90)',
    (list) => {
      const part = (product_id: string) => ({
        product_id,
        product_availability_id: `S${product_id}`,
        booking_travel_date: '2027-03-27T10:00:00+01:00',
        part_loyalty: { points: 7 },
        product_type_details: [line(`P${product_id}`)],
      })
      const read = (product_id: string) => ({
        ...part(product_id),
        booking_reference: `B1/${product_id}`,
        product_title: 'Part',
        product_type_details: [ticket(`P${product_id}`)],
      })
      const combi = JSON.stringify({
        order_bookings: [{ ...booking, [list]: [read('1'), read('2'), read('3')] }],
      })
      const fields = [to(['booking_external_reference'], 'WEB-1/1', 'WEB-2/1')]
      const [only] = JSON.parse(built(combi, { fields })).order_bookings
      expect(only[list]).toEqual([part('1'), part('2'), part('3')])
    },
  )

  test('that is not there is refused in words', () => {
    const amendment = {
      fields: [{ path: ['order_bookings', 'B9', 'booking_language'], seen: null, wanted: 'nl' }],
    }
    expect(buildOrderUpdate(answerOf(order), amendment, { sendTickets: false })).toMatchObject({
      ok: false,
      error: { code: 'UPSTREAM', changed: 'no' },
    })
  })
})
