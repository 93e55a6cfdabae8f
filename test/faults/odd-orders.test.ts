// Orders whose money or size is out of the ordinary, over real HTTP against the real sandbox.

import {
  confirmedForecast,
  forecastCancellation,
  readCancellableOrder,
  toSelection,
} from '@shared/features/cancellations'
import { Big } from 'big.js'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OrderDocument, PaymentDocument } from '../../electron/sandbox/orders/document'
import { profileId } from '../support/api-client'
import { openSandboxDesk, orderNamed, seenOf } from '../support/sandbox-desk'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'

let server: TestClient
let control: ReturnType<typeof controlOf>
let desk: ReturnType<typeof openSandboxDesk>
beforeAll(async () => {
  server = await startTestSandbox({ orders: 700, largeOrder: 300, faultToken: FAULT_TOKEN }, Date.now)
  control = controlOf(server)
})
afterAll(() => server.sandbox.close())
beforeEach(async () => {
  await server.sandbox.reset()
  desk = openSandboxDesk(server, { timeoutMs: 10_000 })
})

const caller = { windowId: 1 }
const reason = 'The guest is ill'
const whole = [{ level: 'order' as const }]

type Answer = { ok: true; value: { operations: string[] } } | { ok: false; error: object }
function taken(answer: Answer): string {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value.operations[0] ?? ''
}
const standing = ({ order_reference }: OrderDocument) => server.order(order_reference)
const changes = async () =>
  (await control.arrivals()).filter(({ method, path }) => method !== 'GET' && !path.endsWith('/token')).length
const sum = (payments: readonly PaymentDocument[], amount: 'payment_amount' | 'payment_currency_amount') =>
  payments.reduce((total, payment) => total.plus(payment[amount]), new Big(0)).toFixed()

const cancel = (order: OrderDocument) => {
  const { order: read } = readCancellableOrder({ ...order })
  const forecast = forecastCancellation(read, toSelection(whole), true, Date.now())
  if (!forecast.computed) throw new Error('no forecast')
  const command = { profile: profileId, order: order.order_reference, targets: whole, reason }
  const confirmed = confirmedForecast(forecast)
  return desk.cancellations.cancelOrder(
    { ...command, refundToGuest: true, forecast: confirmed, seen: seenOf(order) },
    caller,
  )
}
const amend = (order: OrderDocument) => {
  const field = {
    path: ['order_external_reference'],
    seen: order.order_external_reference ?? null,
    wanted: 'NEW-1',
  }
  return desk.amendments.amendOrder(
    { profile: profileId, order: order.order_reference, fields: [field], seen: seenOf(order) },
    caller,
  )
}

describe.each([
  ['payments in two currencies', 'DEMO-SPLIT-CURRENCIES'],
  ['yen, which have no cents', 'DEMO-JPY'],
  ['dinars, which have a thousand fils', 'DEMO-BHD'],
  ['tickets that cost nothing', 'DEMO-ZERO'],
  ['a promo code that leaves nothing to pay', 'DEMO-ZERO-PROMO'],
  ['a total below zero', 'DEMO-NEGATIVE'],
])('an order with %s', (_, key) => {
  test('is cancelled as forecast, to the last minor unit', async () => {
    const order = await orderNamed(server, key)
    const operation = await desk.shown(taken(await cancel(order)))
    expect(operation).toMatchObject({ state: 'done', effect: { differences: [] } })
    const now = await standing(order)
    expect(now.order_status).toBe('ORDER_CANCELLED')
    expect(operation.effect.after?.total).toBe(now.order_pricing.price_total)
    // The terms can be read in more than one way.
    const { low, high } = operation.effect.forecast?.total ?? {}
    expect([low, high]).toContain(now.order_pricing.price_total)
  })

  test('is amended without a change of its price', async () => {
    const order = await orderNamed(server, key)
    expect(await desk.shown(taken(await amend(order)))).toMatchObject({
      state: 'done',
      effect: { differences: [] },
    })
    const now = await standing(order)
    expect(now.order_external_reference).toBe('NEW-1')
    expect(now.order_pricing).toEqual(order.order_pricing)
    expect(now.order_payments).toEqual(order.order_payments)
  })
})

describe('a refund of each payment', () => {
  test.each(['DEMO-SPLIT-CURRENCIES', 'DEMO-JPY', 'DEMO-BHD'])(
    'of %s gives back just that one, in the currency that it was paid in',
    async (key) => {
      let order = await orderNamed(server, key)
      const captures = (order.order_payments ?? []).filter(({ payment_type }) => payment_type === 'CAPTURE')
      expect(captures).toHaveLength(2)
      for (const { payment_id, payment_amount, ...capture } of captures) {
        const command = { profile: profileId, order: order.order_reference, payment: payment_id, reason }
        const currency = order.order_bookings[0]?.product_currency_code ?? ''
        const seen = { ...seenOf(order), remaining: payment_amount, currency }
        const operation = await desk.shown(
          taken(await desk.refunds.refundPayment({ ...command, seen }, caller)),
        )
        expect(operation).toMatchObject({ state: 'done', effect: { differences: [] } })
        order = await standing(order)
        const back = (order.order_payments ?? []).filter((one) => one.payment_original_id === payment_id)
        expect(back.map(({ payment_currency_code }) => payment_currency_code)).toEqual([
          capture.payment_currency_code,
        ])
        expect(sum(back, 'payment_amount')).toBe(new Big(payment_amount).toFixed())
        expect(sum(back, 'payment_currency_amount')).toBe(new Big(capture.payment_currency_amount).toFixed())
      }
      expect(order.order_payments?.[0]?.payment_total).toMatch(/^0(\.0+)?$/)
    },
  )
})

describe.each(['DEMO-ZERO', 'DEMO-ZERO-PROMO', 'DEMO-NEGATIVE'])('of %s, which nobody paid for,', (key) => {
  const refused = async (answer: Answer, code: string, order: OrderDocument) => {
    expect(answer).toMatchObject({ ok: false, error: { code, changed: 'no' } })
    expect(await changes()).toBe(0)
    expect(await standing(order)).toEqual(order)
    expect(desk.file.list({ profile: profileId }, undefined, 10).entries).toEqual([])
  }
  const command = (order: OrderDocument) => ({ profile: profileId, order: order.order_reference })
  beforeEach(() => control.call('DELETE', '/ledger'))

  test('nothing is given back', async () => {
    const order = await orderNamed(server, key)
    const target = { by: 'order_reference' as const, id: order.order_reference }
    const seen = { ...seenOf(order), remaining: '0.00', currency: 'EUR', payments: [] }
    const answer = await desk.refunds.refundSelection({ ...command(order), target, reason, seen }, caller)
    await refused(answer, 'NOTHING_TO_REFUND', order)
  })

  test('no guest is asked to pay', async () => {
    const order = await orderNamed(server, key)
    const recipient = String(order.order_contacts?.[0]?.contact_email)
    const answer = await desk.payments.sendPaymentEmail(
      { ...command(order), recipient, seen: seenOf(order) },
      caller,
    )
    await refused(answer, 'NOTHING_DUE', order)
  })

  test('no payment is recorded', async () => {
    const order = await orderNamed(server, key)
    const received = { amount: '5.00', currency: 'EUR', method: 'CASH' as const, date: '2026-11-20' }
    const seen = { ...seenOf(order), due: order.order_pricing.price_total }
    const answer = await desk.payments.recordPayment({ ...command(order), received, seen }, caller)
    await refused(answer, 'NOTHING_DUE', order)
  })
})

test('of 300 bookings one is cancelled, and the others are as they were', async () => {
  const order = await orderNamed(server, 'DEMO-LARGE')
  const [gone, ...others] = order.order_bookings
  if (!gone) throw new Error('no booking')
  expect(others).toHaveLength(299)
  const operation = await desk.shown(
    taken(
      await desk.cancellations.cancelOrder(
        {
          ...{ profile: profileId, order: order.order_reference, reason },
          targets: [{ level: 'booking', bookingReference: gone.booking_reference }],
          refundToGuest: true,
          seen: seenOf(order),
        },
        caller,
      ),
    ),
  )
  expect(operation).toMatchObject({ state: 'done', effect: { differences: [] } })
  const now = await standing(order)
  expect(now.order_bookings[0]?.booking_status).toBe('BOOKING_CANCELLED')
  expect(now.order_bookings.slice(1)).toEqual(others)
})
