import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mirrorOperations, type OverviewQuestion } from '@shared/features/mirror'
import { type AppError, appError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { overviewHandlers } from '../../../../../electron/features/mirror/overview'
import type { MirrorStore } from '../../../../../electron/mirror/mirror-store'
import { mirrorInProcess } from '../../../../support/mirror-in-process'
import { pageOf, smallOrder } from '../../../../support/mirror-orders'

const profile = 'p1' as ProfileId
const question: OverviewQuestion = { filters: {}, zone: 'Europe/Amsterdam' }
const caller = { windowId: 1 } as Parameters<ReturnType<typeof overviewHandlers>['overviewMirror']>[1]
let folder: string
let store: ReturnType<typeof mirrorInProcess>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-overview-'))
  store = mirrorInProcess(join(folder, 'mirror.db'))
})
afterEach(() => {
  store.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function ask(opened: Result<MirrorStore, AppError<'NO_MIRROR'>> = ok(store)) {
  const { overviewMirror } = overviewHandlers({ opened: async () => opened })
  for (;;) {
    const answer = await overviewMirror({ profile, question }, caller)
    // What leaves main is what the contract says.
    if (answer.ok) expect(mirrorOperations.overviewMirror.output.parse(answer.value)).toEqual(answer.value)
    if (!answer.ok || answer.value.state === 'done') return answer
  }
}

const order = (reference: string, currency: string, total: string, refunded?: string) =>
  smallOrder({
    order_reference: reference,
    order_pricing: { price_total: total },
    order_bookings: [
      { product_currency_code: currency, product_id: '7', booking_travel_date: '2026-03-09T10:00:00+01:00' },
    ],
    ...(refunded === undefined
      ? {}
      : { order_payments: [{ payment_type: 'REFUND', payment_status: 'PAID', payment_amount: refunded }] }),
  })

test('amounts are decimals with the digits of their currency, by currency and never across', async () => {
  await store.take({
    text: pageOf([
      order('A', 'EUR', '0.10', '0.05'),
      order('B', 'EUR', '0.20'),
      order('C', 'JPY', '840'),
      order('D', 'KWD', '1.005'),
    ]),
    askedAt: 1,
  })
  const answer = await ask()
  const overview = answer.ok && answer.value.state === 'done' ? answer.value.overview : undefined
  const known = { feeUnknown: 0, refundedUnknown: 0 }
  const byCurrency = [
    { currency: 'EUR', orders: 2, total: '0.30', fee: '0.00', refunded: '0.05', ...known },
    { currency: 'JPY', orders: 1, total: '840', fee: '0', refunded: '0', ...known },
    { currency: 'KWD', orders: 1, total: '1.005', fee: '0.000', refunded: '0.000', ...known },
  ]
  expect(overview).toMatchObject({ orders: 4, unpriced: 0, byCurrency })
  expect(overview?.groups.product).toEqual({
    groups: [{ key: '7', orders: 4, unpriced: 0, byCurrency }],
    more: 0,
  })
  expect(overview?.days).toEqual([{ day: '2026-03-09', orders: 4, cancelled: 0 }])
  expect(overview?.weeks[0]?.byCurrency[0]).toEqual({
    ...{ currency: 'EUR', orders: 2, total: '0.30', refunded: '0.05', refunds: 1 },
  })
})

test('it is counted anew when its process dies', async () => {
  await store.take({ text: pageOf([order('A', 'EUR', '1.00')]), askedAt: 1 })
  await ask()
  store.kill()
  expect(await ask()).toMatchObject({ ok: true, value: { overview: { orders: 1 } } })
})

test('where no copy is kept that is said', async () => {
  const none = err(appError('NO_MIRROR', 'there is no mirror to read from'))
  expect(await ask(none)).toEqual(none)
})
