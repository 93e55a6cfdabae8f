import { isIn, type PaymentRow } from '@shared/features/refunds'
import { describe, expect, test } from 'vitest'

const now = Date.parse('2026-11-21T12:00:00Z')
const row = (change: Partial<PaymentRow>): PaymentRow => ({
  id: 'p1',
  type: 'REFUND',
  status: 'PENDING',
  created: '2026-11-01T12:00:00+00:00',
  paid: {},
  ...change,
})

describe('refunds that are pending for long', () => {
  test.each(['PENDING', 'PROCESSING', 'IN_PROGRESS'])(
    'are those that are %s for more than three days',
    (status) => {
      expect(isIn('pendingLong', row({ status, created: '2026-11-18T11:59:59+00:00' }), now)).toBe(true)
      expect(isIn('pendingLong', row({ status, created: '2026-11-18T12:00:00+00:00' }), now)).toBe(false)
    },
  )

  test('and those that do not say since when', () => {
    expect(isIn('pendingLong', row({ created: undefined }), now)).toBe(true)
  })

  test('and neither payments nor what has arrived', () => {
    expect(isIn('pendingLong', row({ type: 'CAPTURE' }), now)).toBe(false)
    expect(isIn('pendingLong', row({ status: 'REFUNDED' }), now)).toBe(false)
  })
})

test.each(['REFUSED', 'ERROR', 'EXPIRED', 'CANCELLED'])('a refund that ended as %s is refused', (status) => {
  expect(isIn('refused', row({ status }), now)).toBe(true)
  expect(isIn('refused', row({ status, type: 'CAPTURE' }), now)).toBe(false)
})

test('what nobody told us about is among all and, as a refund, among refunds', () => {
  const odd = row({ status: 'SOMETHING_NEW' })
  expect([isIn('all', odd, now), isIn('refunds', odd, now), isIn('refused', odd, now)]).toEqual([
    true,
    true,
    false,
  ])
})
