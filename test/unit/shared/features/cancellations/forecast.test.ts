import { forecastCancellation } from '@shared/features/cancellations/forecast'
import { emptySelection, type Selection } from '@shared/features/cancellations/selection'
import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { booking, order, ticket } from '../../../../support/orders'

const whole: Selection = { ...emptySelection, whole: true }
const tickets = (...ids: string[]): Selection => ({ ...emptySelection, tickets: new Set(ids) })

/** 1 June 2026, 10:00 in Amsterdam, less so many hours. */
const hoursBefore = (hours: number) => Date.parse('2026-06-01T10:00:00+02:00') - hours * 3_600_000

const dayBefore = {
  cancellation_type: 'TRAVEL_DATE',
  cancellation_fee_threshold: 86_400,
  cancellation_fee_percentage: 20.5,
}

describe('the forecast of a cancellation', () => {
  test('without a policy is free until used (rule 167)', () => {
    const forecast = forecastCancellation(
      order([booking('B1', [ticket('T1'), ticket('T2')])]),
      tickets('T1'),
      true,
      hoursBefore(1),
    )
    expect(forecast).toMatchObject({
      computed: true,
      currency: 'EUR',
      fee: { low: '0.00', high: '0.00' },
      totalBefore: '40.00',
      totalAfter: { low: '20.00', high: '20.00' },
      refund: { low: '20.00', high: '20.00' },
      uncertain: [],
    })
  })

  describe('of an order with a fee of its own (40.00 and 0.60 for paying)', () => {
    const fee = { fee_type: 'PAYMENT', fee_amount: '0.60', fee_included: true }
    const two = (fees: readonly object[], rest: object = {}) =>
      order([booking('B1', [ticket('T1')]), booking('B2', [ticket('T2')], rest)], {
        order_pricing: { price_total: '40.60', price_fees: fees },
        order_payments: [{ payment_type: 'CAPTURE', payment_status: 'PAID', payment_amount: '40.60' }],
      })
    const figures = (given: ReturnType<typeof two>, selection = whole) => {
      const forecast = forecastCancellation(given, selection, true, hoursBefore(1))
      if (!forecast.computed || 'none' in forecast.refund) throw new Error('nothing was computed')
      return [forecast.orderFees, forecast.totalAfter.high, forecast.refund.high]
    }

    test('the payment goes back whole with the last of it (rule 164), and what the terms charge stays (rule 167)', () => {
      expect(figures(two([fee]))).toEqual(['0.60', '0.00', '40.60'])
      expect(figures(two([fee]), tickets('T1', 'T2'))).toEqual(['0.60', '0.00', '40.60'])
      const terms = { cancellation_fee_amount: '5.00', cancellation_type: 'TRAVEL_DATE' }
      const charged = two([fee], { product_cancellation_policies: [terms] })
      expect(figures(charged)).toEqual(['0.60', '5.00', '35.60'])
    })

    test('goes back in part while anything of it stands (rule 164)', () => {
      expect(figures(two([fee]), tickets('T1'))).toEqual(['0.00', '20.60', '20.00'])
    })

    test('a fee that is not given back stays, and one for information is in no total', () => {
      expect(figures(two([{ ...fee, fee_refundable: false }]))).toEqual(['0.00', '0.60', '40.00'])
      expect(figures(two([fee, { ...fee, fee_included: false }]))).toEqual(['0.60', '0.00', '40.60'])
    })

    test('fees of its bookings, which its list sums up, are part of their price', () => {
      const service = { fee_type: 'SERVICE', fee_amount: '2.00', fee_included: true }
      const pricing = { booking_pricing: { price_total: '20.00', price_fees: [service] } }
      expect(figures(two([fee, service], pricing))).toEqual(['0.60', '0.00', '40.60'])
    })

    test('once more of what is left: a booking that went before does not hold the fee', () => {
      const gone = { booking_status: 'BOOKING_CANCELLED', booking_pricing: { price_total: '0.00' } }
      const left = { ...two([fee], gone), order_pricing: { price_total: '20.60', price_fees: [fee] } }
      expect(figures(left)).toEqual(['0.60', '0.00', '20.60'])
    })
  })

  test('charges the percentage of what goes, rounded half away from zero, once the threshold has passed', () => {
    const one = booking('B1', [ticket('T1', { product_type_pricing: { price_total: '20.10' } })], {
      product_cancellation_policies: [dayBefore],
    })
    expect(forecastCancellation(order([one]), whole, true, hoursBefore(2))).toMatchObject({
      fee: { low: '4.12', high: '4.12' },
      givenBack: { low: '15.98', high: '15.98' },
    })
  })

  test('shows both readings where seconds and minutes differ, and says why', () => {
    const one = booking('B1', [ticket('T1')], { product_cancellation_policies: [dayBefore] })
    // 48 hours ahead: 86,400 seconds are not yet reached, 86,400 minutes long ago.
    expect(forecastCancellation(order([one]), whole, true, hoursBefore(48))).toMatchObject({
      fee: { low: '0.00', high: '4.10' },
      totalAfter: { low: '0.00', high: '4.10' },
      uncertain: ['THRESHOLD_UNIT'],
    })
  })

  test('counts from the booking date where the policy says so', () => {
    const policy = {
      cancellation_type: 'BOOKING_DATE',
      cancellation_fee_threshold: 60,
      cancellation_fee_amount: '5.00',
    }
    const one = booking('B1', [ticket('T1')], { product_cancellation_policies: [policy] })
    const booked = Date.parse('2026-05-01T12:00:00+02:00')
    expect(forecastCancellation(order([one]), whole, true, booked + 30_000)).toMatchObject({
      fee: { low: '0.00', high: '0.00' },
    })
    expect(forecastCancellation(order([one]), whole, true, booked + 3_700_000)).toMatchObject({
      fee: { low: '5.00', high: '5.00' },
    })
  })

  test('a policy without a threshold always charges', () => {
    const policy = { cancellation_type: 'TRAVEL_DATE', cancellation_fee_percentage: 10 }
    const one = booking('B1', [ticket('T1')], { product_cancellation_policies: [policy] })
    expect(forecastCancellation(order([one]), whole, true, hoursBefore(9_000))).toMatchObject({
      fee: { low: '2.00', high: '2.00' },
    })
  })

  test.each(['', ' ', null, undefined])('a threshold of %j is missing, not zero (rule 47)', (threshold) => {
    const policy = {
      cancellation_type: 'TRAVEL_DATE',
      cancellation_fee_threshold: threshold,
      cancellation_fee_percentage: 10,
    }
    const one = booking('B1', [ticket('T1')], { product_cancellation_policies: [policy] })
    expect(forecastCancellation(order([one]), whole, true, hoursBefore(48))).toMatchObject({
      fee: { low: '2.00', high: '2.00' },
    })
  })

  test('rounds the fee of every ticket on its own, as each is a request of its own', () => {
    const price = { product_type_pricing: { price_total: '10.05' } }
    const one = booking('B1', [ticket('T1', price), ticket('T2', price), ticket('T3')], {
      product_cancellation_policies: [{ ...dayBefore, cancellation_fee_percentage: 50 }],
    })
    expect(forecastCancellation(order([one]), tickets('T1', 'T2'), true, hoursBefore(1))).toMatchObject({
      fee: { low: '10.06', high: '10.06' },
    })
  })

  test('takes the narrowest window that has begun', () => {
    const steps = [
      { cancellation_type: 'TRAVEL_DATE', cancellation_fee_threshold: 0, cancellation_fee_percentage: 100 },
      {
        cancellation_type: 'TRAVEL_DATE',
        cancellation_fee_threshold: 172_800,
        cancellation_fee_percentage: 50,
      },
    ]
    const one = booking('B1', [ticket('T1')], { product_cancellation_policies: steps })
    expect(forecastCancellation(order([one]), whole, true, hoursBefore(1))).toMatchObject({
      fee: { low: '10.00', high: '10.00' },
    })
    expect(forecastCancellation(order([one]), whole, true, hoursBefore(-1))).toMatchObject({
      fee: { low: '20.00', high: '20.00' },
    })
  })

  test('a fixed fee for some of the tickets is given as a range, in full or by share', () => {
    const policy = {
      cancellation_type: 'TRAVEL_DATE',
      cancellation_fee_threshold: 86_400,
      cancellation_fee_amount: '5.00',
    }
    const one = booking('B1', [ticket('T1'), ticket('T2')], { product_cancellation_policies: [policy] })
    expect(forecastCancellation(order([one]), tickets('T1'), true, hoursBefore(1))).toMatchObject({
      fee: { low: '2.50', high: '5.00' },
      uncertain: ['FIXED_FEE_SHARE'],
    })
  })

  test('a fixed fee of a booking that lost tickets before may have been charged with them', () => {
    const policy = {
      cancellation_type: 'TRAVEL_DATE',
      cancellation_fee_threshold: 86_400,
      cancellation_fee_amount: '5.00',
    }
    const gone = ticket('T1', { product_type_status: 'CANCELLED' })
    const one = booking('B1', [gone, ticket('T2')], { product_cancellation_policies: [policy] })
    expect(forecastCancellation(order([one]), tickets('T2'), true, hoursBefore(1))).toMatchObject({
      fee: { low: '0.00', high: '5.00' },
      uncertain: ['FIXED_FEE_SHARE'],
    })
  })

  test('a fixed fee is charged once, for every ticket, or by share: each reading is kept', () => {
    const policy = {
      cancellation_type: 'TRAVEL_DATE',
      cancellation_fee_threshold: 86_400,
      cancellation_fee_amount: '5.00',
    }
    const four = ['T1', 'T2', 'T3', 'T4'].map((id) => ticket(id))
    const one = booking('B1', four, { product_cancellation_policies: [policy] })
    const forecast = forecastCancellation(order([one]), tickets('T1', 'T2'), true, hoursBefore(1))
    if (!forecast.computed) throw new Error('expected amounts')
    // Of 80.00, 40.00 goes: less 10.00, less 5.00, less 5.00 / 4 and 5.00 / 3.
    expect(forecast.readings).toEqual([
      { totalAfter: '50.00', refund: '30.00' },
      { totalAfter: '45.00', refund: '35.00' },
      { totalAfter: '42.92', refund: '37.08' },
    ])
  })

  test('two bookings are read alike: no total mixes seconds here with minutes there', () => {
    const late = { ...dayBefore, cancellation_type: 'TRAVEL_DATE' }
    const early = {
      cancellation_type: 'BOOKING_DATE',
      cancellation_fee_threshold: 2_000_000,
      cancellation_fee_percentage: 50,
    }
    const both = order([
      booking('B1', [ticket('T1')], { product_cancellation_policies: [late] }),
      booking('B2', [ticket('T2')], { product_cancellation_policies: [early] }),
    ])
    // 48 hours ahead: in seconds B2 is charged (10.00) and B1 is not, in minutes B1 (4.10) and B2 is not.
    const forecast = forecastCancellation(both, whole, true, hoursBefore(48))
    if (!forecast.computed) throw new Error('expected amounts')
    expect(forecast.readings.map(({ totalAfter }) => totalAfter).sort()).toEqual(['10.00', '4.10'])
  })

  test.each(['EXTERNAL', 'VENUE', 'INVOICE', undefined])(
    '%s settlement gives nothing back through Prio (rule 173)',
    (settlement) => {
      const one = order([booking('B1', [ticket('T1')])], { order_settlement_type: settlement })
      expect(forecastCancellation(one, whole, true, hoursBefore(1))).toMatchObject({
        refund: { none: 'SETTLED_OUTSIDE' },
      })
    },
  )

  test('never forecasts more back than was captured and not yet given back', () => {
    const payments = [
      { payment_type: 'CAPTURE', payment_status: 'PAID', payment_amount: '40.00' },
      { payment_type: 'REFUND', payment_status: 'PENDING', payment_amount: '30.00' },
      { payment_type: 'REFUND', payment_status: 'REFUSED', payment_amount: '5.00' },
      { payment_type: 'AUTHORIZATION', payment_status: 'AUTHORIZED', payment_amount: '40.00' },
    ]
    const one = order([booking('B1', [ticket('T1'), ticket('T2')])], { order_payments: payments })
    expect(forecastCancellation(one, whole, true, hoursBefore(1))).toMatchObject({
      refund: { low: '10.00', high: '10.00' },
    })
  })

  test.each([
    ['no currency', { product_currency_code: null }, 'NO_CURRENCY'],
    [
      'a price that is no amount',
      { booking_pricing: null, product_type_details: [ticket('T1', { product_type_pricing: null })] },
      'UNREADABLE_PRICE',
    ],
  ])('with %s computes nothing rather than guess', (_, over, reason) => {
    const one = order([booking('B1', [ticket('T1')], over)])
    expect(forecastCancellation(one, whole, true, hoursBefore(1))).toMatchObject({ computed: false, reason })
  })

  test('with mixed currencies computes nothing (rule 121)', () => {
    const mixed = order([
      booking('B1', [ticket('T1')]),
      booking('B2', [ticket('T2')], { product_currency_code: 'USD' }),
    ])
    expect(forecastCancellation(mixed, tickets('T1'), true, hoursBefore(1))).toMatchObject({
      computed: false,
      reason: 'MIXED_CURRENCIES',
    })
  })

  test('warns where promo codes may reprice what is left', () => {
    const promo = order([booking('B1', [ticket('T1'), ticket('T2')])], { order_promocodes: [{}] })
    expect(forecastCancellation(promo, tickets('T1'), true, hoursBefore(1))).toMatchObject({
      promoMayReprice: true,
    })
    expect(forecastCancellation(promo, whole, true, hoursBefore(1))).toMatchObject({ promoMayReprice: false })
  })

  test('for any policy: bounds are in order, fee and what is given back make up the value', () => {
    const policy = fc.record({
      cancellation_type: fc.constantFrom('TRAVEL_DATE', 'BOOKING_DATE', 'SOMETHING_NEW', null),
      cancellation_fee_threshold: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
      cancellation_fee_percentage: fc.option(fc.integer({ min: 0, max: 150 })),
      cancellation_fee_amount: fc.option(fc.constantFrom('0.00', '5.00', '2.345', '500')),
    })
    const currency = fc.constantFrom('EUR', 'JPY', 'BHD')
    fc.assert(
      fc.property(
        fc.array(policy, { maxLength: 3 }),
        currency,
        fc.integer({ min: -100, max: 5_000 }),
        (policies, code, hours) => {
          const one = booking('B1', [ticket('T1'), ticket('T2')], {
            product_cancellation_policies: policies,
            product_currency_code: code,
          })
          const forecast = forecastCancellation(order([one]), tickets('T1'), true, hoursBefore(hours))
          if (!forecast.computed) throw new Error('expected amounts')
          const [line] = forecast.lines
          if (!line) throw new Error('expected a line')
          const { low, high } = line.fee
          expect(new Big(low).lte(high)).toBe(true)
          expect(new Big(high).lte(line.value)).toBe(true)
          expect(new Big(low).gte(0)).toBe(true)
          expect(new Big(high).plus(line.givenBack.low).minus(line.value).abs().lte('0.01')).toBe(true)
          if (low !== high) expect(forecast.uncertain).not.toEqual([])
          const totals = forecast.readings.map(({ totalAfter }) => new Big(totalAfter))
          expect(totals.every((total) => total.gte(forecast.totalAfter.low))).toBe(true)
          expect(totals.every((total) => total.lte(forecast.totalAfter.high))).toBe(true)
          expect(totals.some((total) => total.eq(forecast.totalAfter.low))).toBe(true)
          expect(totals.some((total) => total.eq(forecast.totalAfter.high))).toBe(true)
        },
      ),
    )
  })

  test('a free ticket of an order that costs nothing changes nothing and gives nothing back', () => {
    const free = { product_type_pricing: { price_total: '0.00' } }
    const one = order([booking('B1', [ticket('T1', free), ticket('T2', free)])], {
      order_payments: [],
    })
    expect(forecastCancellation(one, tickets('T1'), true, hoursBefore(1))).toMatchObject({
      totalAfter: { low: '0.00', high: '0.00' },
      fee: { low: '0.00', high: '0.00' },
      refund: { none: 'NOTHING_PAID' },
    })
  })

  test('a line below zero takes no fee, raises the total when it goes, and never asks for money', () => {
    const line = ticket('T2', { product_type_pricing: { price_total: '-5.00' } })
    const one = booking('B1', [ticket('T1'), line], { product_cancellation_policies: [dayBefore] })
    expect(forecastCancellation(order([one]), tickets('T2'), true, hoursBefore(1))).toMatchObject({
      totalBefore: '15.00',
      fee: { low: '0.00', high: '0.00' },
      totalAfter: { low: '20.00', high: '20.00' },
      refund: { low: '0.00', high: '0.00' },
    })
  })

  test('a total below zero is computed like any other', () => {
    const one = order([booking('B1', [ticket('T1')])], { order_pricing: { price_total: '-3.50' } })
    expect(forecastCancellation(one, whole, false, hoursBefore(1))).toMatchObject({
      totalBefore: '-3.50',
      totalAfter: { low: '-23.50', high: '-23.50' },
    })
  })

  test.each([
    ['JPY', '1235', '253', '982'],
    ['BHD', '1.235', '0.253', '0.982'],
  ])('%s is computed in its own minor unit', (currency, price, fee, givenBack) => {
    const one = booking('B1', [ticket('T1', { product_type_pricing: { price_total: price } })], {
      booking_pricing: { price_total: price },
      product_currency_code: currency,
      product_cancellation_policies: [dayBefore],
    })
    const paid = [{ payment_type: 'CAPTURE', payment_status: 'PAID', payment_amount: price }]
    const subject = order([one], { order_pricing: { price_total: price }, order_payments: paid })
    expect(forecastCancellation(subject, whole, true, hoursBefore(1))).toMatchObject({
      currency,
      fee: { low: fee, high: fee },
      refund: { low: givenBack, high: givenBack },
    })
  })

  test("payments in two currencies are counted by their amount in the order's currency", () => {
    const payments = [
      { payment_type: 'CAPTURE', payment_status: 'PAID', payment_amount: '15.00' },
      {
        payment_type: 'CAPTURE',
        payment_status: 'PAID',
        payment_amount: '5.00',
        payment_currency_code: 'USD',
        payment_currency_amount: '5.70',
      },
    ]
    const one = order([booking('B1', [ticket('T1')])], { order_payments: payments })
    expect(forecastCancellation(one, whole, true, hoursBefore(1))).toMatchObject({
      currency: 'EUR',
      refund: { low: '20.00', high: '20.00' },
    })
  })

  test('an order of 300 bookings with terms is computed while a tick is drawn', () => {
    const bookings = Array.from({ length: 300 }, (_, at) =>
      booking(`B${at}`, [ticket(`${at}a`), ticket(`${at}b`)], { product_cancellation_policies: [dayBefore] }),
    )
    const large = order(bookings)
    const began = performance.now()
    const forecast = forecastCancellation(large, whole, true, hoursBefore(48))
    const took = performance.now() - began
    expect(forecast).toMatchObject({ computed: true, totalBefore: '12000.00' })
    expect(took).toBeLessThan(2_000)
  })
})
