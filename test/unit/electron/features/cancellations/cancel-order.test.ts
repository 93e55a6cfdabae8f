import {
  type CancellationTarget,
  type cancellationsOperations,
  confirmedForecast,
  forecastCancellation,
  toSelection,
} from '@shared/features/cancellations'
import type { InputOf } from '@shared/ipc/define'
import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { beforeEach, describe, expect, test } from 'vitest'
import { describeCancellation } from '../../../../../electron/features/cancellations'
import { createCancelOrder } from '../../../../../electron/features/cancellations/cancel-order'
import { aBooking, anOrderWith, aTicket, orderWithoutT1 } from '../../../../support/cancellable-order'
import { createOrderDesk } from '../../../../support/order-desk'

type Input = InputOf<(typeof cancellationsOperations)['cancelOrder']>

const t1: CancellationTarget = { level: 'ticket', bookingReference: 'B1', transactionId: 'T1' }
const t2: CancellationTarget = { ...t1, transactionId: 'T2' }
const booking: CancellationTarget = { level: 'booking', bookingReference: 'B1' }
const caller = { windowId: 1 }

let desk: ReturnType<typeof createOrderDesk>

beforeEach(() => {
  desk = createOrderDesk()
  desk.get.mockResolvedValue(ok(anOrderWith()))
  desk.cancel.mockResolvedValue(ok(orderWithoutT1()))
})

const defaults: Input = {
  profile: 'canal-tours',
  order: 'PRI8841203977',
  targets: [t1],
  refundToGuest: false,
  reason: 'The guest is ill',
  seen: { orderVersion: 3, priceTotal: '44.00' },
}
const run = (change: Partial<Input> = {}) => createCancelOrder(desk)({ ...defaults, ...change }, caller)

async function operations(change: Partial<Input> = {}): Promise<string[]> {
  const answer = await run(change)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.operations
}
const nothingHappened = () => {
  expect(desk.cancel).not.toHaveBeenCalled()
  expect(desk.file.list({ profile: 'canal-tours' }, undefined, 10).entries).toEqual([])
}

describe('cancelling', () => {
  test('reads the order past the cache, and answers once the operation is on disk', async () => {
    const [id = ''] = await operations()
    expect(desk.get).toHaveBeenCalledWith('PRI8841203977', { fresh: true })
    expect(desk.file.entry(id)?.who).toBe('Amara')
  })

  test('sends one target, the choice about the refund and the reason, under the id of the operation', async () => {
    const [id] = await operations()
    await desk.time.settle()
    expect(desk.cancel).toHaveBeenCalledExactlyOnceWith('PRI8841203977', t1, {
      operationId: id,
      refundToGuest: false,
      reason: 'The guest is ill',
    })
    expect(desk.file.entry(id ?? '')?.state).toBe('done')
  })

  test('overrides a third party only when told to, and only for what is booked at one (rule 165)', async () => {
    const forbidden = { product_cancellation_allowed: false }
    const there = anOrderWith({
      order_bookings: [aBooking({ ...forbidden, booking_supplier_reference: 'THEIRS-1' })],
    })
    desk.get.mockResolvedValue(ok(there))
    expect(await run()).toMatchObject({ ok: false, error: { code: 'NOT_CANCELLABLE' } })
    nothingHappened()
    await operations({ override: true })
    await desk.time.settle()
    expect(desk.cancel).toHaveBeenCalledExactlyOnceWith(
      'PRI8841203977',
      t1,
      expect.objectContaining({ force: true }),
    )
  })

  test('overrides nothing that is our own', async () => {
    const own = anOrderWith({ order_bookings: [aBooking({ product_cancellation_allowed: false })] })
    desk.get.mockResolvedValue(ok(own))
    expect(await run({ override: true })).toMatchObject({ ok: false, error: { code: 'NOT_CANCELLABLE' } })
    nothingHappened()
  })

  test('sends several targets one after the other, each on what the one before left', async () => {
    desk.get.mockResolvedValueOnce(ok(anOrderWith())).mockResolvedValue(ok(orderWithoutT1()))
    const ids = await operations({ targets: [t1, t2] })
    await desk.time.settle()
    expect(desk.cancel.mock.calls.map(([, target]) => target)).toEqual([t1, t2])
    expect(desk.file.entry(ids[0] ?? '')?.state).toBe('done')
  })

  test('does not send the second target when somebody else changed the order after the first', async () => {
    desk.get
      .mockResolvedValueOnce(ok(anOrderWith()))
      .mockResolvedValue(ok(orderWithoutT1({ order_version: 5 })))
    const [, second = ''] = await operations({ targets: [t1, t2] })
    await desk.time.settle()
    expect(desk.cancel).toHaveBeenCalledOnce()
    expect(desk.file.entry(second)).toMatchObject({
      state: 'failed',
      error: { code: 'ORDER_CHANGED', changed: 'no', params: { seenVersion: 4, nowVersion: 5 } },
    })
  })
})

describe('a deadline that passes between confirming and sending', () => {
  /** Free until an hour before the visit, which begins `after` milliseconds from now. */
  const freeUntilAnHourBefore = (after: number) =>
    anOrderWith({
      order_bookings: [
        aBooking({
          product_availability_from_date_time: `${new Date(desk.now() + after).toISOString().slice(0, 19)}+00:00`,
          product_cancellation_policies: [
            {
              cancellation_type: 'TRAVEL_DATE',
              cancellation_fee_threshold: '3600',
              cancellation_fee_percentage: '100',
            },
          ],
        }),
      ],
    })
  const hour = 3_600_000

  beforeEach(() => {
    desk = createOrderDesk({ undoWindow: 10_000 })
    desk.cancel.mockResolvedValue(ok(orderWithoutT1()))
  })

  test('makes it cost another fee, so nothing is sent, though the order is the same', async () => {
    desk.get.mockResolvedValue(ok(freeUntilAnHourBefore(hour + 5_000)))
    const [id = ''] = await operations()
    await desk.time.pass(20_000)
    expect(desk.cancel).not.toHaveBeenCalled()
    expect(desk.file.entry(id)).toMatchObject({
      state: 'failed',
      error: { code: 'ORDER_CHANGED', changed: 'no', params: { reason: 'terms' } },
    })
  })

  test.each([
    ['has not come yet', hour + 60_000],
    ['had passed before', hour - 60_000],
  ])('only then: one that %s keeps nothing', async (_, after) => {
    desk.get.mockResolvedValue(ok(freeUntilAnHourBefore(after)))
    const [id = ''] = await operations()
    await desk.time.pass(20_000)
    expect(desk.cancel).toHaveBeenCalledOnce()
    expect(desk.file.entry(id)?.state).toBe('done')
  })
})

describe('is refused, with nothing recorded and nothing sent,', () => {
  test.each([
    ['version', { seen: { orderVersion: 2, priceTotal: '44.00' } }, { seenVersion: 2, nowVersion: 3 }],
    ['total', { seen: { orderVersion: 3, priceTotal: '40.00' } }, { seenTotal: '40.00', nowTotal: '44.00' }],
  ])('when the order has another %s than the person saw', async (_, change, params) => {
    expect(await run(change)).toMatchObject({
      ok: false,
      error: { code: 'ORDER_CHANGED', changed: 'no', params },
    })
    nothingHappened()
  })

  test.each([
    ['is not in the order', [{ ...t1, transactionId: 'T9' }], 'NOT_IN_ORDER', anOrderWith()],
    [
      'is cancelled already',
      [t1],
      'ALREADY_CANCELLED',
      orderWithoutT1({ order_version: 3, order_pricing: { price_total: '44.00' } }),
    ],
    [
      'may not be cancelled (rule 158)',
      [booking],
      'NOT_ALLOWED',
      anOrderWith({ order_bookings: [aBooking({ product_cancellation_allowed: false })] }),
    ],
    [
      'is being cancelled at the supplier',
      [t1],
      'BEING_CANCELLED',
      anOrderWith({ order_bookings: [aBooking({ booking_status: 'BOOKING_PROCESSING_CANCELLATION' })] }),
    ],
    [
      'is an order with a part that cannot go (rule 159)',
      [{ level: 'order' as const }],
      'NOT_ALLOWED',
      anOrderWith({
        order_bookings: [
          aBooking(),
          aBooking({
            booking_reference: 'B2',
            product_cancellation_allowed: false,
            product_type_details: [aTicket('T3')],
          }),
        ],
      }),
    ],
  ])('when a target %s', async (_, targets, obstacle, order) => {
    desk.get.mockResolvedValue(ok(order))
    expect(await run({ targets })).toMatchObject({
      ok: false,
      error: { code: 'NOT_CANCELLABLE', params: { obstacle } },
    })
    nothingHappened()
  })

  test.each([
    ['twice', [t1, t1]],
    ['beside its booking', [booking, t1]],
  ])('when a ticket is named %s', async (_, targets) => {
    expect(await run({ targets })).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
    nothingHappened()
  })

  test('when a deadline passed while the review lay open: the fee is not the one that was confirmed', async () => {
    const travel = new Date(desk.now() + 3_600_000).toISOString().replace('Z', '+00:00')
    const order = anOrderWith({
      order_bookings: [
        aBooking({
          booking_travel_date: travel,
          product_cancellation_policies: [
            {
              cancellation_type: 'TRAVEL_DATE',
              cancellation_fee_threshold: 0,
              cancellation_fee_percentage: 100,
            },
          ],
        }),
      ],
    })
    desk.get.mockResolvedValue(ok(order))
    const forecast = forecastCancellation(order, toSelection([booking]), false, desk.now())
    if (!forecast.computed) throw new Error('expected amounts')
    const change = { targets: [booking], forecast: confirmedForecast(forecast) }
    const later = createCancelOrder({ ...desk, now: () => desk.now() + 3_600_001 })
    const input = { ...defaults, ...change }
    expect(await later(input, caller)).toMatchObject({
      ok: false,
      error: { code: 'FORECAST_CHANGED', changed: 'no' },
    })
    nothingHappened()
    expect(await run(change)).toMatchObject({ ok: true })
  })

  test('when the order cannot be read', async () => {
    desk.get.mockResolvedValue(err(appError('OFFLINE', 'no network')))
    expect(await run()).toMatchObject({ ok: false, error: { code: 'OFFLINE', changed: 'no' } })
    nothingHappened()
  })
})

test.each([
  ['the same ticket', [t1]],
  ['the booking of it', [booking]],
  ['the whole order', [{ level: 'order' as const }]],
])('cancelling %s is refused while the cancellation of the ticket is unsettled', async (_, targets) => {
  desk.cancel.mockResolvedValue(err(appError('OUTCOME_UNKNOWN', 'no answer', { changed: 'unknown' })))
  const [first] = await operations()
  await desk.time.settle()
  expect(await run({ targets })).toMatchObject({
    ok: false,
    error: { code: 'ALREADY_IN_PROGRESS', params: { operation: first } },
  })
  expect(desk.cancel).toHaveBeenCalledOnce()
})

describe('what a cancellation says of itself', () => {
  const forecast = {
    currency: 'EUR',
    totalAfter: { low: '22.00', high: '22.00' },
    refund: { low: '20.00', high: '22.00' },
  }
  const described = async (change: Partial<Input>) => {
    const ids = await operations(change)
    await desk.time.settle()
    const group = ids.flatMap((id) => desk.file.entry(id) ?? [])
    return group.map((entry) => describeCancellation(entry, group))
  }

  test('is its target, the reason, and the figures before and after', async () => {
    expect(await described({ refundToGuest: true, forecast })).toEqual([
      {
        target: { ...t1, product: 'Evening cruise', ticket: 'Adult' },
        reason: 'The guest is ill',
        refundToGuest: true,
        effect: {
          currency: 'EUR',
          before: { orderVersion: 3, status: 'ORDER_CONFIRMED', total: '44.00' },
          after: { orderVersion: 4, status: 'ORDER_CONFIRMED', total: '22.00' },
          forecast: { total: forecast.totalAfter, refund: forecast.refund },
          refunds: [{ amount: { amount: '22.00', currency: 'EUR' }, paymentId: 'r1', status: 'REFUNDED' }],
          differences: [],
        },
      },
    ])
  })

  test("gives a refund in the order's currency, and what the guest got in the one they paid in", async () => {
    const inDollars = {
      payment_id: 'r1',
      payment_type: 'REFUND',
      payment_status: 'REFUNDED',
      payment_amount: '22.00',
      payment_currency_code: 'USD',
      payment_currency_amount: '25.08',
    }
    desk.cancel.mockResolvedValue(ok(orderWithoutT1({ order_payments: [inDollars] })))
    const [only] = await described({ refundToGuest: true, forecast })
    expect(only?.effect.refunds).toEqual([
      {
        amount: { amount: '22.00', currency: 'EUR' },
        paid: { amount: '25.08', currency: 'USD' },
        paymentId: 'r1',
        status: 'REFUNDED',
      },
    ])
    expect(only?.effect.differences).toEqual([])
  })

  test('is every difference from what the person confirmed (rule 118)', async () => {
    const other = { currency: 'EUR', totalAfter: { low: '10.00', high: '11.00' } }
    const [only] = await described({ forecast: other })
    expect(only?.effect.differences).toEqual([
      { what: 'TOTAL', expected: { low: '10.00', high: '11.00' }, actual: '22.00' },
      { what: 'REFUND_UNEXPECTED', actual: '22' },
    ])
  })

  test('compares all targets of a command together, on the last one', async () => {
    desk.get.mockResolvedValueOnce(ok(anOrderWith())).mockResolvedValue(ok(orderWithoutT1()))
    desk.cancel.mockResolvedValueOnce(ok(orderWithoutT1())).mockResolvedValueOnce(
      ok(
        orderWithoutT1({
          order_version: 5,
          order_pricing: { price_total: '0.00' },
          order_bookings: [aBooking({ booking_status: 'BOOKING_CANCELLED' })],
        }),
      ),
    )
    const [first, last] = await described({
      targets: [t1, t2],
      forecast: {
        currency: 'EUR',
        totalAfter: { low: '1.00', high: '1.00' },
        refund: { low: '22.00', high: '22.00' },
      },
    })
    expect(first?.effect.differences).toEqual([])
    expect(last?.effect.differences).toEqual([
      { what: 'TOTAL', expected: { low: '1.00', high: '1.00' }, actual: '0.00' },
    ])
  })
})
