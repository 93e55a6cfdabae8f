import { describe, expect, test } from 'vitest'
import { checkOf } from '../support/openapi'

const line = { product_type_id: '1', product_type_count: 2 }
const direct = { booking_option_type: 'DIRECT_BOOKING', product_id: '62519', product_type_details: [line] }
const confirm = { booking_option_type: 'CONFIRM_RESERVATION', reservation_reference: 'ABC123456' }
const order = { order_distributor_id: '501', order_external_reference: 'E1', order_language: 'en' }

describe('createOrder', () => {
  const check = checkOf({ operationId: 'createOrder', direction: 'request' })
  const withBookings = (...order_bookings: object[]) =>
    check({ data: { order: { ...order, order_bookings } } })

  test('takes direct bookings (rule 149)', () => {
    expect(withBookings(direct, direct)).toEqual([])
  })

  test('takes the confirmation of a cart (rule 148)', () => {
    expect(withBookings(confirm)).toEqual([])
  })

  test.each([
    ['a direct booking without a product', { ...direct, product_id: null }],
    ['a direct booking without tickets', { ...direct, product_type_details: undefined }],
    ['a ticket line without a count', { ...direct, product_type_details: [{ product_type_id: '1' }] }],
    ['a confirmation without a cart', { booking_option_type: 'CONFIRM_RESERVATION' }],
    ['an entry that does not say what it is', { ...direct, booking_option_type: undefined }],
  ])('refuses %s', (_what, booking) => {
    expect(withBookings(JSON.parse(JSON.stringify(booking)))).not.toEqual([])
  })

  test('refuses an order without distributor, own reference or bookings (rule 151)', () => {
    for (const left of ['order_distributor_id', 'order_external_reference', 'order_language']) {
      expect(
        check({ data: { order: { ...order, order_bookings: [direct], [left]: undefined } } }),
      ).not.toEqual([])
    }
    expect(check({ data: { order } })).not.toEqual([])
  })
})

describe('updateOrder', () => {
  const check = checkOf({ operationId: 'updateOrder', direction: 'request' })

  test('may leave the bookings alone (rule 153)', () => {
    expect(check({ data: { order } })).toEqual([])
  })

  test('takes back what an answer held: read-only fields are ignored, not refused (rule 56)', () => {
    expect(
      check({ data: { order: { ...order, order_status: 'ORDER_CONFIRMED', order_version: 3 } } }),
    ).toEqual([])
  })

  test('wants the distributor and the own reference again', () => {
    expect(check({ data: { order: { order_language: 'en' } } })).not.toEqual([])
  })
})

test('updateContact wants the key in the body as well (rule 190)', () => {
  const check = checkOf({ operationId: 'updateContact', direction: 'request' })
  expect(check({ data: { contact: { contact_uid: 'f44226c0', contact_name_last: 'Doe' } } })).toEqual([])
  expect(check({ data: { contact: { contact_name_last: 'Doe' } } })).not.toEqual([])
})

test('addPaymentDetails sends text, not an object', () => {
  const check = checkOf({ operationId: 'addPaymentDetails', direction: 'request' })
  expect(check({ data: 'text' })).toEqual([])
  expect(check({ data: { details: 'text' } })).not.toEqual([])
})

test('getToken asks for client credentials only (rule 2)', () => {
  const check = checkOf({ operationId: 'getToken', direction: 'request' })
  expect(check({ grant_type: 'client_credentials' })).toEqual([])
  expect(check({ grant_type: 'password' })).not.toEqual([])
})

test('a direction or status without a JSON body has no check: asking for one is a mistake', () => {
  expect(() => checkOf({ operationId: 'cancelOrder', direction: 'request' })).toThrow('takes no JSON body')
  expect(() => checkOf({ operationId: 'getSystemPing', direction: 'response', status: 204 })).toThrow(
    'answers 204 without a JSON body',
  )
  expect(() => checkOf({ operationId: 'getOrders', direction: 'response', status: 304 })).toThrow(
    'answers 304 without a JSON body',
  )
  expect(() => checkOf({ operationId: 'mailVouchers', direction: 'request' })).toThrow(
    'no operation mailVouchers',
  )
})
