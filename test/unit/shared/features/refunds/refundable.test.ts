import { orderPayments } from '@shared/features/orders'
import { refundable } from '@shared/features/refunds'
import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

interface Row {
  readonly id?: string | undefined
  readonly of?: string | undefined
  readonly type?: string | undefined
  readonly status?: string | undefined
  readonly amount?: string | undefined
  readonly paid?: readonly [amount: string, currency: string]
}

const records = (rows: readonly Row[]) =>
  orderPayments({
    order_payments: rows.map(({ id, of, type, status, amount, paid }) => ({
      payment_id: id,
      payment_original_id: of,
      payment_type: type,
      payment_status: status,
      payment_amount: amount,
      payment_currency_amount: paid?.[0],
      payment_currency_code: paid?.[1],
    })),
  })

/** What is left of the first row. */
function left(rows: readonly Row[], settlement: string | undefined = 'DIRECT') {
  const all = records(rows)
  const [payment] = all
  if (!payment) throw new Error('no payment')
  return refundable(payment, all, settlement)
}

const capture: Row = { id: 'p1', type: 'CAPTURE', status: 'PAID', amount: '54.00', paid: ['54.00', 'EUR'] }
const refund = (change: Row = {}): Row => ({
  id: 'r1',
  of: 'p1',
  type: 'REFUND',
  status: 'REFUNDED',
  amount: '20.00',
  paid: ['20.00', 'EUR'],
  ...change,
})

describe('what is left of a payment', () => {
  test('is all of it while nothing went back', () => {
    expect(left([capture])).toEqual({
      act: 'refund',
      remaining: '54.00',
      paid: { amount: '54.00', currency: 'EUR' },
    })
  })

  test.each(['REFUNDED', 'PENDING', 'PROCESSING', 'IN_PROGRESS', 'SOMETHING_NEW'])(
    'is less a refund that is %s',
    (status) => {
      expect(left([capture, refund({ status })])).toMatchObject({ act: 'refund', remaining: '34.00' })
    },
  )

  test.each(['REFUSED', 'CANCELLED', 'ERROR', 'EXPIRED'])('is not less a refund that was %s', (status) => {
    expect(left([capture, refund({ status })])).toMatchObject({ remaining: '54.00' })
  })

  test('is not less the refund of another payment', () => {
    const other = { ...capture, id: 'p2' }
    expect(left([capture, other, refund({ of: 'p2' })])).toMatchObject({ remaining: '54.00' })
  })

  test('counts a refund that names the authorisation for its one capture', () => {
    const later = { ...capture, of: 'a1' }
    const authorization = { id: 'a1', type: 'AUTHORIZATION', status: 'AUTHORIZED', amount: '54.00' }
    expect(left([later, authorization, refund({ of: 'a1' })])).toMatchObject({ remaining: '34.00' })
  })

  test('is less a chargeback with a record of its own', () => {
    const row = refund({ status: 'CHARGEBACK', type: 'REFUND' })
    expect(left([capture, row])).toMatchObject({ remaining: '34.00' })
  })

  test('is told in the guest’s currency where every record says how much that was', () => {
    const foreign: Row = { ...capture, paid: ['61.20', 'USD'] }
    const back = refund({ paid: ['22.70', 'USD'] })
    expect(left([foreign, back])).toMatchObject({
      remaining: '34.00',
      paid: { amount: '38.50', currency: 'USD' },
    })
    expect(left([foreign, refund()])).toMatchObject({ remaining: '34.00', paid: undefined })
  })

  test('keeps three decimals and none', () => {
    expect(left([{ ...capture, amount: '9.125' }, refund({ amount: '1.125' })])).toMatchObject({
      remaining: '8.000',
    })
    expect(left([{ ...capture, amount: '8400' }, refund({ amount: '400' })])).toMatchObject({
      remaining: '8000',
    })
  })

  test('and all refunds together are what was captured, whatever the amounts', () => {
    const cents = fc.integer({ min: 0, max: 10_000_000 })
    fc.assert(
      fc.property(cents, fc.array(cents, { maxLength: 6 }), (taken, back) => {
        const write = (value: number) => new Big(value).div(100).toFixed(2)
        const rows = back.map((value, at) => refund({ id: `r${at}`, amount: write(value) }))
        const answer = left([{ ...capture, amount: write(taken) }, ...rows])
        const rest = back.reduce((sum, value) => sum - value, taken)
        if (rest <= 0) expect(answer).toEqual({ obstacle: 'NOTHING_LEFT' })
        else expect(answer).toMatchObject({ remaining: write(rest) })
      }),
    )
  })
})

describe('is not given back', () => {
  test.each<[why: string, rows: readonly Row[], obstacle: string]>([
    ['what all went back', [capture, refund({ amount: '54.00' })], 'NOTHING_LEFT'],
    ['what says that it went back, without a record', [{ ...capture, status: 'REFUNDED' }], 'NOTHING_LEFT'],
    [
      'what says that part of it did, without a record',
      [{ ...capture, status: 'PARTIAL_REFUND' }],
      'UNCLEAR',
    ],
    ['what the bank took back', [{ ...capture, status: 'CHARGEBACK' }], 'CHARGED_BACK'],
    [
      'what the bank took back, by a record',
      [capture, refund({ status: 'CHARGEBACK', amount: '54.00' })],
      'CHARGED_BACK',
    ],
    ['what was never taken', [{ ...capture, status: 'REFUSED' }], 'NOT_TAKEN'],
    ['a refund', [refund(), capture], 'IS_REFUND'],
    ['what cannot be named', [{ ...capture, id: undefined }], 'NO_ID'],
    ['an amount that cannot be read', [{ ...capture, amount: '54,00' }], 'UNCLEAR'],
    ['what has a refund that cannot be read', [capture, refund({ amount: 'all' })], 'UNCLEAR'],
    [
      'one of two payments when a refund names neither',
      [capture, { ...capture, id: 'p2' }, { ...refund(), of: undefined }],
      'UNCLEAR',
    ],
    ['a status that nobody told us about', [{ ...capture, status: 'SOMETHING_NEW' }], 'UNCLEAR'],
    [
      'a reserved amount that was taken',
      [
        { id: 'a1', type: 'AUTHORIZATION', status: 'AUTHORIZED', amount: '54.00' },
        { ...capture, of: 'a1' },
      ],
      'CAPTURED',
    ],
    [
      'a reserved amount that was let go of',
      [
        { id: 'a1', type: 'AUTHORIZATION', status: 'AUTHORIZED', amount: '54.00' },
        { id: 'a2', of: 'a1', type: 'AUTHORIZATION', status: 'CANCELLED', amount: '54.00' },
      ],
      'NOTHING_LEFT',
    ],
  ])('%s', (_, rows, obstacle) => {
    expect(left(rows)).toEqual({ obstacle })
  })

  test.each(['EXTERNAL', 'VENUE', 'INVOICE', undefined])(
    'what was settled as %s (rules 172, 173)',
    (settlement) => {
      const all = records([capture])
      expect(all[0] && refundable(all[0], all, settlement)).toEqual({ obstacle: 'SETTLED_OUTSIDE' })
    },
  )
})

describe('what is done to it', () => {
  test('a reserved amount is released, not refunded (rule 170)', () => {
    const authorization = { id: 'a1', type: 'AUTHORIZATION', status: 'AUTHORIZED', amount: '54.00' }
    expect(left([authorization])).toMatchObject({ act: 'release', remaining: '54.00' })
  })

  test.each(['PENDING', 'PROCESSING', 'IN_PROGRESS'])(
    'a payment that is %s is stopped (rule 168)',
    (status) => {
      expect(left([{ ...capture, status }])).toMatchObject({ act: 'stop', remaining: '54.00' })
    },
  )
})
