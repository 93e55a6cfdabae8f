import type { Operation } from '@shared/features/operations'
import { describe, expect, test } from 'vitest'
import {
  feeOf,
  linesOf,
  refundExpected,
  tellsOfAll,
} from '../../../../../../renderer/features/cancellations/cancellations-list/cancellation-figures'
import { createFormat } from '../../../../../../renderer/lib/format'

const format = createFormat('en-GB')
const exactly = (amount: string) => ({ low: amount, high: amount })

const operation = (change: Partial<Operation>, effect: Partial<Operation['effect']> = {}): Operation => ({
  id: '0190a000-0000-4000-8000-000000000001' as Operation['id'],
  profile: 'canal-tours',
  kind: 'cancel-order',
  state: 'done',
  order: 'PRI8841203977',
  who: 'Amara',
  recordedAt: 0,
  updatedAt: 0,
  attempts: [],
  lookUps: 0,
  effect: { currency: 'EUR', refunds: [], differences: [], ...effect },
  ...change,
})

describe('the fee', () => {
  const forecast = { total: exactly('4.40'), fee: exactly('4.40') }

  test('is what was charged: the total that stayed above the one without a fee', () => {
    expect(feeOf(operation({}, { forecast, after: { total: '6.60' } }), format)).toBe('€6.60')
  })

  test('is what is expected as long as nothing happened', () => {
    const queued = operation({ state: 'queued' }, { forecast, after: { total: '44.00' } })
    expect(feeOf(queued, format)).toBe('€4.40')
  })

  test('stays a range where the terms can be read in several ways: what was charged does not follow', () => {
    const range = { total: { low: '0.00', high: '22.00' }, fee: { low: '0.00', high: '22.00' } }
    expect(feeOf(operation({}, { forecast: range, after: { total: '22.00' } }), format)).toBe(
      '€0.00 – €22.00',
    )
  })

  test('is not claimed where none was foretold', () => {
    expect(feeOf(operation({}, { after: { total: '6.60' } }), format)).toBe('–')
  })
})

test('an expected refund is shown, and a missing forecast is not called zero', () => {
  const forecast = { total: exactly('4.40'), refund: exactly('39.60') }
  expect(refundExpected(operation({}, { forecast }), format)).toBe('€39.60')
  expect(refundExpected(operation({}), format)).toBe('–')
})

test('a ticket is named by product, kind and number; a whole order by nothing', () => {
  const target = {
    level: 'ticket',
    bookingReference: 'B1',
    transactionId: 'T1',
    product: 'Evening cruise',
    ticket: 'ADULT',
  } as const
  expect(linesOf(operation({ target }))).toEqual(['Evening cruise', 'ADULT', 'T1'])
  expect(linesOf(operation({ target: { level: 'order' } }))).toEqual([])
})

test('of one command the last row tells the amounts of all', () => {
  expect(tellsOfAll(operation({}))).toBe(true)
  expect(tellsOfAll(operation({ command: { size: 3, isLast: false } }))).toBe(false)
  expect(tellsOfAll(operation({ command: { size: 3, isLast: true } }))).toBe(true)
})
