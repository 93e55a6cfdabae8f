import { voucherFiles } from '@shared/features/vouchers'
import { describe, expect, test } from 'vitest'

const booking = (reference: string | undefined, rest: object = {}) => ({
  ...(reference === undefined ? {} : { booking_reference: reference }),
  booking_status: 'BOOKING_CONFIRMED',
  booking_voucher_released: true,
  ...rest,
})
const order = (...order_bookings: object[]) => ({ order_status: 'ORDER_CONFIRMED', order_bookings })
const pending = { booking_voucher_released: false }
const cancelled = { booking_status: 'BOOKING_CANCELLED' }

describe('the voucher files of an order', () => {
  test('are one of all of it, also where a booking is cancelled', () => {
    const all = { files: [{}], without: [] }
    expect(voucherFiles(order(booking('B1'), booking('B2')))).toEqual(all)
    expect(voucherFiles(order(booking('B1'), booking('B2', { ...cancelled, ...pending })))).toEqual(all)
  })

  test('are one of each booking that is released, where another is not (rules 183, 188)', () => {
    const mixed = order(booking('B1'), booking('B2', pending), booking('B3'), booking('B4', cancelled))
    expect(voucherFiles(mixed)).toEqual({
      files: [{ booking: 'B1' }, { booking: 'B3' }],
      without: [{ reference: 'B2', why: 'NOT_RELEASED' }],
    })
  })

  test('leave out a booking that cannot be asked for by itself, and say so', () => {
    expect(voucherFiles(order(booking(undefined), booking('B1'), booking('B2', pending)))).toEqual({
      files: [{ booking: 'B1' }],
      without: [{ reference: 'B2', why: 'NOT_RELEASED' }, { why: 'NO_REFERENCE' }],
    })
  })

  test('are asked for where the API does not say whether they are released', () => {
    expect(voucherFiles(order(booking('B1', { booking_voucher_released: null })))).toEqual({
      files: [{}],
      without: [],
    })
  })

  test.each([
    ['NO_VOUCHERS', order()],
    ['NO_VOUCHERS', { order_status: 'ORDER_CONFIRMED', order_bookings: null }],
    ['NO_VOUCHERS', null],
    ['ALREADY_CANCELLED', order(booking('B1', cancelled))],
    ['ALREADY_CANCELLED', { ...order(booking('B1')), order_status: 'ORDER_CANCELLED' }],
    ['NOT_RELEASED', order(booking('B1', pending), booking('B2', { ...cancelled }))],
  ])('are none: %s', (why, given) => {
    expect(voucherFiles(given)).toBe(why)
  })
})

describe('the voucher file of a booking', () => {
  const mixed = order(booking('B1'), booking('B2', pending), booking('B3', cancelled))

  test('is its own, whatever the others are', () => {
    expect(voucherFiles(mixed, 'B1')).toEqual({ files: [{ booking: 'B1' }], without: [] })
  })

  test.each([
    ['NOT_RELEASED', 'B2'],
    ['ALREADY_CANCELLED', 'B3'],
    ['NOT_IN_ORDER', 'B9'],
  ])('is none: %s', (why, reference) => {
    expect(voucherFiles(mixed, reference)).toBe(why)
  })
})
