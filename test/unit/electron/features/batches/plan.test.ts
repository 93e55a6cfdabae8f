import type { LineEffect } from '@shared/features/batches'
import { describe, expect, test } from 'vitest'
import { Plan } from '../../../../../electron/features/batches/plan'
import type { LineDraft } from '../../../../../electron/journal'

const draft = (order: string, line: number): LineDraft => ({
  profile: 'desk-1',
  kind: 'cancel-booking',
  order,
  claims: [],
  intent: {},
  before: {},
  readAt: 0,
  line,
})
const money = (amount: string) => ({ low: amount, high: amount })
const effect = (amount: string): LineEffect => ({ requests: 1, currency: 'EUR', refund: money(amount) })

/**
 * Four lines: two bookings of one order, another order, and one that cannot be sent. Each that can gives 10.00 back, the
 * second of the pair 5.00.
 */
function planned(): Plan {
  const given = [
    { order: 'ORDER-01', booking: 'B1' },
    { order: 'ORDER-02' },
    { order: 'ORDER-01', booking: 'B2' },
    { order: 'ORDER-03' },
  ]
  const plan = new Plan({ id: 'p', profile: 'desk-1', account: 'a', kind: 'cancel', given })
  for (const [index, one] of given.entries()) plan.resolve(index, { finding: 'found', ...one })
  plan.markDoubles()
  plan.beginPlanning({ kind: 'cancel', refundToGuest: true, reason: 'The boat is broken' })
  plan.planned('ORDER-01', {
    verdicts: [
      { line: 1, effect: effect('10.00') },
      { line: 3, effect: effect('5.00') },
    ],
    drafts: [draft('ORDER-01', 1), draft('ORDER-01', 3)],
    money: { currency: 'EUR', refund: money('15.00') },
  })
  plan.planned('ORDER-02', {
    verdicts: [{ line: 2, effect: effect('10.00') }],
    drafts: [draft('ORDER-02', 2)],
    money: { currency: 'EUR', refund: money('10.00') },
  })
  plan.planned('ORDER-03', { verdicts: [{ line: 4, why: 'ALREADY_CANCELLED' }], drafts: [] })
  plan.stage = 'planned'
  return plan
}

const sent = (plan: Plan) => plan.commands().map((drafts) => drafts.map(({ line }) => line))
const lines = (plan: Plan) => plan.toSend().map(({ line }) => line)

describe('lines that are left out of a plan', () => {
  test('are not sent, and count neither in its totals nor in the number to type', () => {
    const plan = planned()
    expect(plan.view()).toMatchObject({ toSend: 3, requests: 3, bookings: 2 })
    expect(plan.totals()).toEqual([{ currency: 'EUR', orders: 2, refund: money('25.00') }])
    plan.exclude([2], true)
    expect(sent(plan)).toEqual([[1, 3]])
    expect(lines(plan)).toEqual([1, 3])
    expect(plan.view()).toMatchObject({ toSend: 2, requests: 2, bookings: 2, lines: 4 })
    expect(plan.totals()).toEqual([{ currency: 'EUR', orders: 1, refund: money('15.00') }])
  })

  test('take the other lines of their order along, as these are one command with one forecast', () => {
    const plan = planned()
    plan.exclude([3], true)
    expect(plan.lines.map(({ excluded }) => excluded)).toEqual([true, undefined, true, undefined])
    expect(sent(plan)).toEqual([[2]])
    expect(plan.view()).toMatchObject({ toSend: 1, requests: 1, bookings: 0 })
  })

  test('keep what would happen to them, and come back with it', () => {
    const plan = planned()
    plan.exclude([1, 2], true)
    expect(plan.lines[0]).toMatchObject({ excluded: true, effect: effect('10.00') })
    expect(sent(plan)).toEqual([])
    expect(plan.totals()).toEqual([])
    plan.exclude([3], false)
    expect(sent(plan)).toEqual([[1, 3]])
    expect(lines(plan)).toEqual([1, 3])
    plan.exclude([2], false)
    expect(plan.view()).toEqual(planned().view())
  })

  test('are only such as would be sent: a reason why not is not replaced, and no such line comes in', () => {
    const plan = planned()
    plan.exclude([4, 99], true)
    plan.exclude([4], false)
    expect(plan.lines[3]).toEqual({
      line: 4,
      reference: 'ORDER-03',
      order: 'ORDER-03',
      finding: 'not-allowed',
      why: 'ALREADY_CANCELLED',
    })
    expect(plan.view()).toEqual(planned().view())
  })

  test('are all in again after another dry run', () => {
    const plan = planned()
    plan.exclude([1, 2], true)
    const orders = plan.beginPlanning({ kind: 'cancel', refundToGuest: false, reason: 'The boat is broken' })
    expect(orders.map(({ order }) => order)).toEqual(['ORDER-01', 'ORDER-02', 'ORDER-03'])
    expect(plan.lines.some(({ excluded, effect: kept }) => excluded || kept)).toBe(false)
  })
})

describe('a plan says whether its lines name payments', () => {
  const named = (...given: ({ order: string; payment: string } | { order: string })[]) => {
    const plan = new Plan({ id: 'p', profile: 'desk-1', account: 'a', kind: 'refund', given })
    for (const [index, one] of given.entries()) plan.resolve(index, { finding: 'found', ...one })
    return plan
  }
  const payment = { order: 'ORDER-01', payment: 'P1' }
  const order = { order: 'ORDER-02' }

  test('and not whole orders', () => {
    expect(named(payment, { ...payment, payment: 'P2' }).view().namesPayments).toBe('only')
    expect(named(payment, order).view().namesPayments).toBe('some')
    expect(named(order).view()).not.toHaveProperty('namesPayments')
  })

  test('leaving aside what was not found', () => {
    const plan = new Plan({
      id: 'p',
      profile: 'a',
      account: 'a',
      kind: 'refund',
      given: [payment, 'unknown'],
    })
    plan.resolve(0, { finding: 'found', ...payment })
    plan.resolve(1, { finding: 'not-found' })
    expect(plan.view().namesPayments).toBe('only')
  })
})
