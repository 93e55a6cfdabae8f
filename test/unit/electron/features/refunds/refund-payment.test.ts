import type { CancellableOrder } from '@shared/features/cancellations'
import type { refundsOperations } from '@shared/features/refunds'
import type { InputOf } from '@shared/ipc/define'
import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { beforeEach, describe, expect, test } from 'vitest'
import { describeRefund } from '../../../../../electron/features/refunds'
import { createReturnPayment } from '../../../../../electron/features/refunds/refund-payment'
import { anOrderWith } from '../../../../support/cancellable-order'
import { createOrderDesk, lostAnswer } from '../../../../support/order-desk'

type Input = InputOf<(typeof refundsOperations)['refundPayment']>
type Payments = NonNullable<CancellableOrder['order_payments']>

/** The guest paid in dollars what the order counts in euros. */
const capture = {
  payment_id: 'p1',
  payment_type: 'CAPTURE',
  payment_status: 'PAID',
  payment_amount: '44.00',
  payment_currency_code: 'USD',
  payment_currency_amount: '50.16',
}
const refundRow = (change: object = {}) => ({
  ...capture,
  payment_id: 'r1',
  payment_original_id: 'p1',
  payment_type: 'REFUND',
  payment_status: 'REFUNDED',
  ...change,
})
const order = (payments: readonly object[] = [capture], change: object = {}): CancellableOrder =>
  anOrderWith({ order_payments: payments as Payments as never, ...change })
const day = 24 * 60 * 60_000

let desk: ReturnType<typeof createOrderDesk>

beforeEach(() => {
  desk = createOrderDesk()
  desk.get.mockResolvedValue(ok(order()))
  desk.refund.mockResolvedValue(ok(refundRow()))
})

const run = (change: Partial<Input> = {}, kind: 'refund-payment' | 'cancel-payment' = 'refund-payment') =>
  createReturnPayment(desk, kind)(
    {
      profile: 'canal-tours',
      order: 'PRI8841203977',
      payment: 'p1',
      reason: 'The boat did not leave',
      seen: { orderVersion: 3, priceTotal: '44.00', remaining: '44.00', currency: 'EUR' },
      ...change,
    },
    { windowId: 1 },
  )
async function operation(kind?: 'cancel-payment'): Promise<string> {
  const [id = ''] = await desk.operations(run({}, kind))
  return id
}
const entry = (id: string) => desk.entry(id)

describe('refunding a payment', () => {
  test('asks for that payment alone, once, with the reason (rules 168, 169)', async () => {
    const id = await operation()
    expect(desk.refund.mock.calls).toEqual([
      [
        { by: 'payment_id', id: 'p1' },
        { operationId: id, reason: 'The boat did not leave' },
      ],
    ])
    expect(desk.get.mock.lastCall).toEqual(['PRI8841203977', { fresh: true }])
    expect(entry(id)).toMatchObject({ state: 'done', settledBy: 'answer', othersChanged: false })
  })

  test('says of itself what it gave back, in both currencies', async () => {
    expect(describeRefund(entry(await operation()))).toMatchObject({
      payment: 'p1',
      reason: 'The boat did not leave',
      effect: {
        currency: 'EUR',
        forecast: { refund: { low: '44.00', high: '44.00' } },
        refunds: [
          {
            paymentId: 'r1',
            status: 'REFUNDED',
            amount: { amount: '44.00', currency: 'EUR' },
            paid: { amount: '50.16', currency: 'USD' },
          },
        ],
        differences: [],
      },
    })
  })

  test.each([
    ['another amount than was left', refundRow({ payment_amount: '40.00' })],
    ['the record of another payment', refundRow({ payment_original_id: 'p2' })],
    ['a refused refund', refundRow({ payment_status: 'REFUSED' })],
  ])('an answer with %s is no proof: it is looked up', async (_, answer) => {
    desk.refund.mockResolvedValue(ok(answer))
    expect(entry(await operation())).toMatchObject({
      state: 'unknown',
      error: { params: { reason: 'contradiction' } },
    })
    expect(desk.refund).toHaveBeenCalledOnce()
  })

  test('a reserved amount is let go of (rule 170)', async () => {
    const authorization = { ...capture, payment_type: 'AUTHORIZATION', payment_status: 'AUTHORIZED' }
    desk.get.mockResolvedValue(ok(order([authorization])))
    desk.refund.mockResolvedValue(
      ok({ ...authorization, payment_id: 'a2', payment_original_id: 'p1', payment_status: 'CANCELLED' }),
    )
    const id = await operation()
    expect(entry(id).state).toBe('done')
    expect(describeRefund(entry(id)).effect).toMatchObject({ refunds: [], differences: [] })
  })
})

describe('is refused, with nothing recorded and nothing sent,', () => {
  const refusedWith = async (code: string, change: Partial<Input> = {}) => {
    expect(await run(change)).toMatchObject({ ok: false, error: { code, changed: 'no' } })
    expect(desk.refund).not.toHaveBeenCalled()
    expect(desk.file.list({ profile: 'canal-tours' }, undefined, 10).entries).toEqual([])
  }

  test.each<[string, CancellableOrder, string]>([
    ['all of it went back', order([refundRow(), capture]), 'NOTHING_TO_REFUND'],
    [
      'a refund of all of it is under way',
      order([refundRow({ payment_status: 'PENDING' }), capture]),
      'NOTHING_TO_REFUND',
    ],
    ['less is left than was seen', order([refundRow({ payment_amount: '4.00' }), capture]), 'ORDER_CHANGED'],
    ['the order has no such payment', order([]), 'NOTHING_TO_REFUND'],
    [
      'Prio does not hold the money',
      order([capture], { order_settlement_type: 'EXTERNAL' }),
      'SETTLED_OUTSIDE',
    ],
    [
      'how it is settled is missing',
      order([capture], { order_settlement_type: undefined }),
      'SETTLED_OUTSIDE',
    ],
    [
      'a refund names neither of two payments',
      order([refundRow({ payment_original_id: undefined }), capture, { ...capture, payment_id: 'p2' }]),
      'AMOUNT_UNCLEAR',
    ],
    ['the order is another version than was seen', order([capture], { order_version: 4 }), 'ORDER_CHANGED'],
    ['the order counts in another currency', order([capture], { order_bookings: [] }), 'ORDER_CHANGED'],
  ])('when %s', async (_, now, code) => {
    desk.get.mockResolvedValue(ok(now))
    await refusedWith(code)
  })

  test('when the order cannot be read', async () => {
    desk.get.mockResolvedValue(err(appError('OFFLINE', 'no network')))
    await refusedWith('OFFLINE')
  })
})

describe('an unknown outcome', () => {
  beforeEach(() => desk.refund.mockResolvedValue(lostAnswer))
  const later = (now: CancellableOrder) =>
    desk.get.mockResolvedValueOnce(ok(order())).mockResolvedValue(ok(now))

  test('is done once the order shows a new refund of all that was left', async () => {
    later(order([refundRow({ payment_status: 'PENDING' }), capture]))
    expect(entry(await operation())).toMatchObject({ state: 'done', settledBy: 'evidence' })
  })

  test.each([
    ['no refund', order()],
    ['a smaller refund, which is somebody else’s', order([refundRow({ payment_amount: '4.00' }), capture])],
    ['a refused refund', order([refundRow({ payment_status: 'REFUSED' }), capture])],
    ['the refund of another payment', order([refundRow({ payment_original_id: 'p2' }), capture])],
  ])('stays open while the order shows %s, and is never sent again', async (_, now) => {
    later(now)
    const id = await operation()
    expect(entry(id).state).toBe('unknown')
    await desk.time.pass(day)
    expect(entry(id).state).toBe('needs-review')
    expect(desk.refund).toHaveBeenCalledOnce()
  })

  test('keeps a second refund of the payment from being sent, and names the first', async () => {
    const id = await operation()
    expect(await run()).toMatchObject({
      ok: false,
      error: { code: 'ALREADY_IN_PROGRESS', params: { operation: id } },
    })
    expect(desk.refund).toHaveBeenCalledOnce()
  })
})

test('a refusal of the server is a failure that changed nothing, after which it may be asked for again', async () => {
  const refusal = appError('INVALID_INPUT', 'HTTP 422', { upstream: { status: 422 } })
  desk.refund.mockResolvedValueOnce(err(refusal))
  expect(entry(await operation())).toMatchObject({ state: 'failed', error: { changed: 'no' } })
  expect(entry(await operation()).state).toBe('done')
})

describe('cancelling a payment that is under way (rule 168)', () => {
  const underWay = { ...capture, payment_status: 'IN_PROGRESS' }
  const stopped = { ...underWay, payment_status: 'CANCELLED' }
  beforeEach(() => desk.get.mockResolvedValue(ok(order([underWay]))))

  test('names that payment alone, once, and is done when it says so', async () => {
    desk.refund.mockResolvedValue(ok(stopped))
    const id = await operation('cancel-payment')
    expect(desk.refund.mock.calls).toEqual([
      [
        { by: 'payment_id', id: 'p1' },
        { operationId: id, reason: 'The boat did not leave' },
      ],
    ])
    expect(entry(id)).toMatchObject({ kind: 'cancel-payment', state: 'done', settledBy: 'answer' })
  })

  test('settles by the records when the answer is lost', async () => {
    desk.refund.mockImplementation(async () => {
      desk.get.mockResolvedValue(ok(order([stopped])))
      return lostAnswer
    })
    const id = await operation('cancel-payment')
    expect(entry(id)).toMatchObject({ state: 'done', settledBy: 'evidence' })
    expect(desk.refund).toHaveBeenCalledOnce()
  })

  test('is refused for what was taken meanwhile: that is a refund, and nobody asked for one', async () => {
    desk.get.mockResolvedValue(ok(order([capture])))
    expect(await run({}, 'cancel-payment')).toMatchObject({
      ok: false,
      error: { code: 'NOTHING_TO_REFUND', changed: 'no' },
    })
    expect(desk.refund).not.toHaveBeenCalled()
  })

  test('is not what a refund does', async () => {
    expect(await run()).toMatchObject({ ok: false, error: { code: 'NOTHING_TO_REFUND', changed: 'no' } })
    expect(desk.refund).not.toHaveBeenCalled()
  })

  test('stands in the way of a refund of the same payment while it is unsettled', async () => {
    desk.refund.mockResolvedValue(lostAnswer)
    const id = await operation('cancel-payment')
    desk.get.mockResolvedValue(ok(order([capture])))
    expect(await run()).toMatchObject({
      ok: false,
      error: { code: 'ALREADY_IN_PROGRESS', params: { operation: id } },
    })
  })
})
