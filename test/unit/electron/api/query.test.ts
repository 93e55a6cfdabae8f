import { describe, expect, test } from 'vitest'
import { type QueryValue, writeQuery } from '../../../../electron/api/query'

const rules = { operation: 'getOrders', listStyle: 'comma', inferredNames: false } as const
const write = (parameters: Record<string, QueryValue>, over: Partial<typeof rules> | object = {}) =>
  writeQuery(parameters, { ...rules, ...over })

describe('query parameters', () => {
  test('are encoded, booleans are words (rule 58), unset ones are left out', () => {
    const written = write({
      order_contact_name: 'a&b=c d+é',
      filter_bookings: false,
      page: 2,
      order_status: undefined,
    })
    expect(written).toEqual({
      ok: true,
      value: 'order_contact_name=a%26b%3Dc%20d%2B%C3%A9&filter_bookings=false&page=2',
    })
  })

  test.each([
    ['comma', 'product_id=1,a%20b'],
    ['json', `product_id=${encodeURIComponent('["1","a b"]')}`],
    ['repeat', 'product_id=1&product_id=a%20b'],
  ])('write a list in the form that is set: %s (rule 57)', (listStyle, value) => {
    expect(write({ product_id: ['1', 'a b'] }, { listStyle })).toEqual({ ok: true, value })
  })

  test('let a comma through where it separates nothing', () => {
    expect(write({ product_id: ['1,2'] }, { listStyle: 'repeat' })).toMatchObject({ ok: true })
    expect(write({ order_contact_name: 'Doe, J' })).toEqual({
      ok: true,
      value: 'order_contact_name=Doe%2C%20J',
    })
  })

  test.each([
    ['an empty text', { order_reference: '' }, 'order_reference'],
    ['blanks', { order_reference: '  ' }, 'order_reference'],
    ['an empty list', { product_id: [] }, 'product_id'],
    ['an empty id', { product_id: ['1', ''] }, 'product_id'],
    ['an id with a comma', { product_id: ['1,2'] }, 'product_id'],
    ['no number', { page: Number.NaN }, 'page'],
    ['a time with Z (rule 49)', { order_created_from: '2026-11-22T10:00:00Z' }, 'order_created_from'],
    ['a guessed name', { booking_travel_date_from: '2026-11-22T00:00:00+01:00' }, 'booking_travel_date_from'],
  ])('refuse %s and say which', (_, parameters, field) => {
    const written = write(parameters)
    expect(written).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', changed: 'no' } })
    expect(written.ok ? [] : Object.keys(written.error.fields ?? {})).toEqual([field])
  })

  test('take a guessed name where the profile allows it', () => {
    const written = write({ booking_travel_date_from: '2026-11-22T00:00:00+01:00' }, { inferredNames: true })
    expect(written).toMatchObject({ ok: true })
  })

  test('take a guessed name that somebody has found to be right, and no other one', () => {
    const confirmedNames = ['bookingTravelDateFrom'] as const
    const day = '2026-11-22T00:00:00+01:00'
    expect(write({ booking_travel_date_from: day }, { confirmedNames })).toMatchObject({ ok: true })
    expect(write({ booking_travel_date_to: day }, { confirmedNames })).toMatchObject({ ok: false })
  })

  test('know a guess by its operation: a booking reference is one in payment mails only', () => {
    expect(write({ booking_reference: 'B-123456' })).toMatchObject({ ok: true })
    expect(write({ booking_reference: 'B-123456' }, { operation: 'sendPaymentEmail' })).toMatchObject({
      ok: false,
    })
  })
})
