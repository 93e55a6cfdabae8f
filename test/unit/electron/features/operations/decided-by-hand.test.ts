import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { cancellationsHandlers, describeCancellation } from '../../../../../electron/features/cancellations'
import { operationsHandlers } from '../../../../../electron/features/operations'
import type { Entry } from '../../../../../electron/journal'
import type { Confirm } from '../../../../../electron/platform/confirm'
import { aBooking, anOrderWith, aTicket, orderWithoutT1 } from '../../../../support/cancellable-order'
import { quietOperations } from '../../../../support/operations-deps'
import { createOrderDesk } from '../../../../support/order-desk'

const caller = { windowId: 1 }
const profile = 'canal-tours'
const confirm = vi.fn<Confirm>()
const handlersOf = (journal: Parameters<typeof operationsHandlers>[0]['journal']) =>
  operationsHandlers({
    ...quietOperations,
    journal,
    descriptions: { 'cancel-order': describeCancellation },
    deskUser: () => 'Bo',
    confirm,
  })

let desk: ReturnType<typeof createOrderDesk>
let handlers: ReturnType<typeof handlersOf>

beforeEach(async () => {
  desk = createOrderDesk()
  handlers = handlersOf(desk.journal)
  confirm.mockReset().mockResolvedValue(true)
  desk.get.mockResolvedValue(ok(anOrderWith()))
  desk.cancel.mockResolvedValue(ok(orderWithoutT1()))
})

/** Cancels tickets of the order; answers the ids. */
async function cancel(...tickets: string[]): Promise<string[]> {
  const answer = await cancellationsHandlers(desk).cancelOrder(
    {
      profile,
      order: 'PRI8841203977',
      targets: tickets.map((transactionId) => ({ level: 'ticket', bookingReference: 'B1', transactionId })),
      refundToGuest: false,
      reason: 'The guest is ill',
      seen: { orderVersion: 3, priceTotal: '44.00' },
    },
    caller,
  )
  if (!answer.ok) throw new Error(answer.error.code)
  await desk.time.settle()
  return answer.value.operations
}
const lost = () =>
  desk.cancel.mockResolvedValue(
    err(
      appError('OUTCOME_UNKNOWN', 'HTTP 502', {
        changed: 'unknown',
        requestId: 'r-1',
        upstream: { status: 502, description: 'Bad gateway' },
      }),
    ),
  )

describe('what is held', () => {
  /** Queued behind an outcome that stayed open for too long. */
  const held = async (): Promise<string> => {
    lost()
    const [, id = ''] = await cancel('T1', 'T2')
    await desk.time.pass(2 * 3_600_000)
    expect(desk.file.entry(id)).toMatchObject({ state: 'queued', held: 'waited-long' })
    desk.cancel.mockClear().mockResolvedValue(ok(orderWithoutT1()))
    return id
  }

  test('is not sent on an order that moved: it stays held, with what was seen and what is there now', async () => {
    const operation = await held()
    desk.get.mockResolvedValue(ok(anOrderWith({ order_version: 5, order_pricing: { price_total: '40.00' } })))
    expect(await handlers.sendQueued({ profile, operation }, caller)).toMatchObject({
      ok: false,
      error: {
        code: 'ORDER_CHANGED',
        changed: 'no',
        params: { seenVersion: 3, nowVersion: 5, seenTotal: '44.00', nowTotal: '40.00' },
      },
    })
    await desk.time.pass(60_000)
    expect(desk.cancel).not.toHaveBeenCalled()
    expect(desk.file.entry(operation)).toMatchObject({ state: 'queued', held: 'waited-long' })
  })

  test('is not sent when its target cannot be cancelled any more, nor while the order cannot be read', async () => {
    const operation = await held()
    const redeemed = aTicket('T2', { product_type_redemption_status: 'REDEEMED' })
    desk.get.mockResolvedValue(
      ok(anOrderWith({ order_bookings: [aBooking({ product_type_details: [aTicket('T1'), redeemed] })] })),
    )
    expect(await handlers.sendQueued({ profile, operation }, caller)).toMatchObject({
      ok: false,
      error: { code: 'ORDER_CHANGED', params: { reason: 'NOT_CANCELLABLE' } },
    })
    desk.get.mockResolvedValue(err(appError('OFFLINE', 'no network')))
    expect(await handlers.sendQueued({ profile, operation }, caller)).toMatchObject({
      ok: false,
      error: { code: 'OFFLINE' },
    })
    expect(desk.cancel).not.toHaveBeenCalled()
    expect(desk.file.entry(operation)).toMatchObject({ state: 'queued', held: 'waited-long' })
  })

  test('is sent when the order is still what the person saw', async () => {
    const operation = await held()
    expect(await handlers.sendQueued({ profile, operation }, caller)).toMatchObject({ ok: true })
    await desk.time.settle()
    expect(desk.cancel).toHaveBeenCalledOnce()
  })
})

describe('what needs review', () => {
  const why = 'The supplier confirmed it on the phone'
  const toReview = async (): Promise<string> => {
    lost()
    const [id = ''] = await cancel('T1')
    await desk.time.pass(2 * 3_600_000)
    expect(desk.file.entry(id)?.state).toBe('needs-review')
    return id
  }

  test('shows its target before the request and as it was read last', async () => {
    const id = await toReview()
    desk.get.mockResolvedValue(ok(anOrderWith({ order_bookings: [aBooking({ booking_reference: 'B2' })] })))
    expect(await handlers.lookUpNow({ operation: id }, caller)).toMatchObject({
      ok: true,
      value: {
        operation: {
          state: 'needs-review',
          review: {
            couldDouble: false,
            parts: [
              { level: 'booking', reference: 'B1', name: 'Evening cruise', before: 'BOOKING_CONFIRMED' },
              { level: 'ticket', reference: 'T1', name: 'Adult', before: 'CONFIRMED' },
            ],
          },
        },
      },
    })
    const [entry] = desk.file.list({ profile }, undefined, 1).entries
    const parts = describeCancellation(entry as Entry, []).parts ?? []
    // It is not in the order any more, which proves nothing.
    expect(parts.map((part) => 'now' in part)).toEqual([false, false])
  })

  test.each([
    [true, 'markHappened', 'done'],
    [false, 'markNotHappened', 'failed'],
  ] as const)(
    'is settled by a person who also confirms it natively: happened is %s',
    async (happened, question, state) => {
      const operation = await toReview()
      expect(await handlers.markOutcome({ operation, happened, why }, caller)).toMatchObject({
        ok: true,
        value: { operation: { state, settledBy: 'hand', marked: { who: 'Bo', why } } },
      })
      expect(confirm).toHaveBeenCalledExactlyOnceWith(
        question,
        { order: 'PRI8841203977', why, who: 'Bo' },
        caller,
      )
      expect(desk.cancel).toHaveBeenCalledOnce()
    },
  )

  test('stays open when the native question is declined', async () => {
    confirm.mockResolvedValue(false)
    const operation = await toReview()
    expect(await handlers.markOutcome({ operation, happened: true, why }, caller)).toMatchObject({
      ok: false,
      error: { code: 'DECLINED', changed: 'no' },
    })
    expect(desk.file.entry(operation)?.state).toBe('needs-review')
  })

  test('is the only thing that is: nobody is asked about anything else, and nothing changes', async () => {
    lost()
    const [unknown = '', queued = ''] = await cancel('T1', 'T2')
    for (const operation of [unknown, queued]) {
      const answer = await handlers.markOutcome({ operation, happened: true, why }, caller)
      expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_IN_REVIEW' } })
    }
    expect(confirm).not.toHaveBeenCalled()
    expect([unknown, queued].map((id) => desk.file.entry(id)?.state)).toEqual(['unknown', 'queued'])
  })

  test('and was settled while the question stood there stays as it was settled', async () => {
    const operation = await toReview()
    confirm.mockImplementation(async () => {
      desk.get.mockResolvedValue(ok(orderWithoutT1()))
      await handlers.lookUpNow({ operation }, caller)
      return true
    })
    expect(await handlers.markOutcome({ operation, happened: false, why }, caller)).toMatchObject({
      ok: false,
      error: { code: 'NOT_IN_REVIEW' },
    })
    expect(desk.file.entry(operation)).toMatchObject({ state: 'done', settledBy: 'evidence' })
  })
})
