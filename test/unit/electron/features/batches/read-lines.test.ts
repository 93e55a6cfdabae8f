import type { BatchLine } from '@shared/features/batches'
import type { CancellableBooking, CancellableOrder } from '@shared/features/cancellations'
import { ok } from '@shared/kernel/result'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { batchesHandlers } from '../../../../../electron/features/batches'
import { descriptionsOf, operationKinds } from '../../../../../electron/features/operation-kinds'
import { caller, cancelAll, value } from '../../../../support/batch-desk'
import { createOrderDesk } from '../../../../support/order-desk'
import { booking, order, ticket } from '../../../../support/orders'

type Asked = { level: 'order' } | { level: 'booking'; bookingReference: string }

/** A server with orders of two bookings of 20.00 each; of those in `keeps` it keeps 5.00 of every cancellation. */
function serverOf(count: number, keeps: readonly string[]) {
  const at = (reference: string) =>
    order(
      ['B1', 'B2'].map((each) => booking(`${each}-${reference}`, [ticket(`T-${each}-${reference}`)])),
      { order_reference: reference },
    )
  const orders = new Map<string, CancellableOrder>()
  for (let number = 1; number <= count; number++) {
    const reference = `ORDER-${String(number).padStart(3, '0')}`
    orders.set(reference, at(reference))
  }
  const cancelled = (one: CancellableBooking): CancellableBooking => ({
    ...one,
    booking_status: 'BOOKING_CANCELLED',
    product_type_details: one.product_type_details?.map((each) => ({
      ...each,
      product_type_status: 'CANCELLED',
    })),
  })
  return {
    get: async (reference: string) => ok(orders.get(reference) ?? order([])),
    cancel: async (reference: string, target: Asked) => {
      const before = orders.get(reference) ?? order([])
      const goes = (one: CancellableBooking) =>
        one.booking_status !== 'BOOKING_CANCELLED' &&
        (target.level === 'order' || one.booking_reference === target.bookingReference)
      const going = (before.order_bookings ?? []).filter(goes).length
      const kept = keeps.includes(reference) ? 5 : 0
      const amount = (20 * going - kept).toFixed(2)
      const refund = {
        payment_id: `refund-${reference}-${before.order_version}`,
        payment_type: 'REFUND',
        payment_status: 'REFUNDED',
        payment_amount: amount,
      }
      const after: CancellableOrder = {
        ...before,
        order_version: (before.order_version ?? 0) + 1,
        order_pricing: {
          price_total: (Number(before.order_pricing?.price_total) - Number(amount)).toFixed(2),
        },
        order_payments: [...(before.order_payments ?? []), refund],
        order_bookings: before.order_bookings?.map((one) => (goes(one) ? cancelled(one) : one)),
      }
      orders.set(reference, after)
      return ok(after)
    },
  }
}

let desk: ReturnType<typeof createOrderDesk>
beforeEach(() => {
  desk = createOrderDesk()
})
afterEach(() => desk.file.close())

async function run(given: { order: string; booking?: string }[], keeps: readonly string[]) {
  const server = serverOf(3, keeps)
  desk.get.mockImplementation(server.get)
  desk.cancel.mockImplementation((reference, target) => server.cancel(reference, target as Asked))
  const handlers = batchesHandlers({
    api: desk.api,
    journal: desk.journal,
    descriptions: descriptionsOf(operationKinds(desk.api, desk.now)),
    deskUser: () => 'Amara',
    accountOf: () => 'canal-tours at the vendor',
    chooseSavePath: async () => undefined,
    chooseFolder: async () => undefined,
    openPath: async () => '',
    now: desk.now,
    changed: () => {},
    report: () => {},
  })
  const { plan } = value(
    await handlers.resolveBatch({ profile: 'desk-1', kind: 'cancel', references: given }, caller),
  )
  const at = (stage: string) =>
    vi.waitFor(async () =>
      expect(value(await handlers.getBatchPlan({ plan }, caller))).toMatchObject({ stage }),
    )
  await at('resolved')
  value(await handlers.planBatch({ plan, action: cancelAll }, caller))
  await at('planned')
  const { batch } = value(await handlers.startBatch({ profile: 'desk-1', plan }, caller))
  const reads = vi.spyOn(desk.journal.store.batches, 'lines')
  const all = { batch, offset: 0, limit: 100 }
  return {
    pass: (ms: number) => desk.time.pass(ms),
    reads,
    count: async () => value(await handlers.countDiffering({ batch }, caller)).lines,
    lines: async (differing?: true): Promise<{ lines: BatchLine[]; total: number }> =>
      value(await handlers.listBatchLines({ ...all, ...(differing ? { differing } : {}) }, caller)),
  }
}

describe('lines that came back otherwise than was forecast (rule 118)', () => {
  const orders = ['ORDER-001', 'ORDER-002', 'ORDER-003'].map((reference) => ({ order: reference }))

  test('say how, and are counted and listed by themselves', async () => {
    const batch = await run(orders, ['ORDER-002'])
    await batch.pass(60_000)
    expect(await batch.count()).toBe(1)
    const { lines, total } = await batch.lines(true)
    expect(total).toBe(1)
    expect(lines).toMatchObject([
      {
        line: 2,
        state: 'done',
        currency: 'EUR',
        totalAfter: '5.00',
        refunded: '35.00',
        differences: [
          { what: 'TOTAL', expected: { low: '0.00', high: '0.00' }, actual: '5.00' },
          { what: 'REFUND', expected: { low: '40.00', high: '40.00' }, actual: '35' },
        ],
      },
    ])
    const everything = await batch.lines()
    expect(everything.lines.map(({ differences }) => differences !== undefined)).toEqual([false, true, false])
  })

  test('are none where all came back as forecast', async () => {
    const batch = await run(orders, [])
    await batch.pass(60_000)
    expect(await batch.count()).toBe(0)
    expect(await batch.lines(true)).toEqual({ lines: [], total: 0 })
  })

  test('of one order are compared together, as the forecast was made for them together: once, on the last', async () => {
    const pair = ['B1-ORDER-001', 'B2-ORDER-001'].map((each) => ({ order: 'ORDER-001', booking: each }))
    const right = await run(pair, [])
    await right.pass(60_000)
    expect(await right.count()).toBe(0)
    desk.file.close()
    desk = createOrderDesk()
    const wrong = await run(pair, ['ORDER-001'])
    await wrong.pass(60_000)
    expect((await wrong.lines(true)).lines).toMatchObject([{ line: 2, differences: [{}, { actual: '30' }] }])
  })

  test('are looked at once: what is settled is not read again for the count', async () => {
    const batch = await run(orders, ['ORDER-003'])
    await batch.pass(60_000)
    expect(await batch.count()).toBe(1)
    batch.reads.mockClear()
    expect(await batch.count()).toBe(1)
    expect(batch.reads).not.toHaveBeenCalled()
  })
})
