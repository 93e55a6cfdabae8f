// Payments over real HTTP against the real sandbox, with what goes wrong in between switched on there.

import { forecastRefund, type RefundTarget } from '@shared/features/refunds'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { OrderDocument } from '../../electron/sandbox/orders/document'
import { profileId } from '../support/api-client'
import { openSandboxDesk, orderNamed, seenOf } from '../support/sandbox-desk'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'

let client: TestClient
let control: ReturnType<typeof controlOf>
beforeAll(async () => {
  client = await startTestSandbox({ orders: 700, faultToken: FAULT_TOKEN })
  control = controlOf(client)
})
afterAll(() => client.sandbox.close())
afterEach(() => control.clear())

const caller = { windowId: 1 }
let desk: ReturnType<typeof openSandboxDesk>
beforeEach(() => {
  desk = openSandboxDesk(client)
})

const sentTo = async (method: string, path: string) =>
  (await control.arrivals(method)).filter((arrival) => arrival.path.endsWith(path))

/** What can go wrong although the server did it. */
const afterIt = [
  ['an error', { kind: 'status', status: 500, after: true }],
  ['a cut connection', { kind: 'reset', after: true }],
  ['half an answer', { kind: 'truncated' }],
  ['an answer that comes too late', { kind: 'delay', delayMs: 3000, delayAfter: true }],
] as const

/** An order of which nothing is paid. */
async function unpaidOrder(key: string): Promise<OrderDocument> {
  const { order_reference } = await orderNamed(client, key)
  await client.send('DELETE', `/payments?order_reference=${order_reference}`)
  return client.order(order_reference)
}

describe('recording a payment', () => {
  const record = async (order: OrderDocument) => {
    const total = order.order_pricing.price_total
    const answer = await desk.payments.recordPayment(
      {
        profile: profileId,
        order: order.order_reference,
        received: { amount: total, currency: 'EUR', method: 'BANK_TRANSFER', date: '2026-11-20' },
        seen: { ...seenOf(order), due: total },
      },
      caller,
    )
    if (!answer.ok) throw new Error(JSON.stringify(answer.error))
    return answer.value.operations[0] ?? ''
  }
  const recordsOf = async (order: OrderDocument, id: string) =>
    ((await client.order(order.order_reference)).order_payments ?? []).filter(
      (payment) => payment.payment_merchant_reference === id,
    )

  test('puts it on the order, under the number of the operation', async () => {
    const order = await unpaidOrder('DEMO-PROMO')
    const id = await record(order)
    expect(await desk.ended(id)).toMatchObject({ state: 'done', settledBy: 'answer' })
    const records = await recordsOf(order, id)
    expect(records).toMatchObject([
      {
        payment_amount: order.order_pricing.price_total,
        payment_method: 'BANK_TRANSFER',
        payment_status: 'PAID',
      },
    ])
    const [{ payment_id, payment_type, payment_created } = {}] = records
    expect(await desk.shown(id)).toMatchObject({
      received: { method: 'BANK_TRANSFER', date: '2026-11-20' },
      effect: {
        payments: [
          {
            paymentId: payment_id,
            type: payment_type,
            method: 'BANK_TRANSFER',
            status: 'PAID',
            created: payment_created,
          },
        ],
      },
    })
  })

  test.each(afterIt)('settles after %s by our reference, with one request', async (_, fault) => {
    const order = await unpaidOrder('DEMO-SPLIT')
    const before = (await sentTo('POST', '/payments')).length
    await control.fault({ ...fault, method: 'POST', path: '/payments' })
    const id = await record(order)
    expect(await desk.ended(id)).toMatchObject({ state: 'done', settledBy: 'evidence' })
    expect(await recordsOf(order, id)).toHaveLength(1)
    expect((await sentTo('POST', '/payments')).length).toBe(before + 1)
  })

  test('that never arrived ends with a person, and nothing is on the order', async () => {
    const order = await unpaidOrder('DEMO-SPLIT')
    await control.fault({ kind: 'status', status: 502, method: 'POST', path: '/payments' })
    const id = await record(order)
    expect((await desk.ended(id)).state).toBe('needs-review')
    expect(await recordsOf(order, id)).toEqual([])
  })

  test('that the server refuses changed nothing', async () => {
    const order = await unpaidOrder('DEMO-SPLIT')
    await control.fault({ kind: 'status', status: 422, method: 'POST', path: '/payments' })
    const id = await record(order)
    expect(await desk.ended(id)).toMatchObject({ state: 'failed', error: { changed: 'no' } })
    expect(await recordsOf(order, id)).toEqual([])
  })
})

describe('a payment e-mail', () => {
  const ask = async (order: OrderDocument) => {
    const recipient =
      order.order_contacts?.find((one) => one.contact_type === 'PAYMENT') ?? order.order_contacts?.[0]
    const answer = await desk.payments.sendPaymentEmail(
      {
        profile: profileId,
        order: order.order_reference,
        recipient: String(recipient?.contact_email),
        seen: seenOf(order),
      },
      caller,
    )
    if (!answer.ok) throw new Error(JSON.stringify(answer.error))
    return { id: answer.value.operations[0] ?? '', to: recipient?.contact_email }
  }
  const mailsOf = async ({ order_reference }: OrderDocument) =>
    (await control.truth(order_reference)).mails.filter(({ kind }) => kind === 'PAYMENT')

  test('goes once to whom the rules name (rule 178)', async () => {
    const order = await unpaidOrder('DEMO-DEPOSIT')
    const { id, to } = await ask(order)
    expect(await desk.ended(id)).toMatchObject({ state: 'done', settledBy: 'answer' })
    expect(await mailsOf(order)).toMatchObject([{ to }])
  })

  test.each(afterIt.filter(([, { kind }]) => kind !== 'truncated'))(
    'after %s goes to a person and is never sent again',
    async (_, fault) => {
      const order = await unpaidOrder('DEMO-DEPOSIT')
      const before = (await mailsOf(order)).length
      await control.fault({ ...fault, method: 'POST', path: '/payments/email' })
      const { id } = await ask(order)
      expect((await desk.ended(id)).state).toBe('needs-review')
      expect((await mailsOf(order)).length).toBe(before + 1)
    },
  )
})

describe('cancelling a payment that is under way', () => {
  const begin = async () => {
    const { order_reference } = await unpaidOrder('DEMO-PROMO')
    const key = `LINK-${Math.random()}`
    await client.send('POST', `/payments?order_reference=${order_reference}`, {
      data: { payment: { payment_object_type: 'ADYEN_LINK', payment_merchant_reference: key } },
    })
    const order = await client.order(order_reference)
    const payment = order.order_payments?.find((one) => one.payment_merchant_reference === key)
    if (!payment) throw new Error('no payment is under way')
    return { order, payment }
  }

  test.each([['nothing', undefined] as const, ...afterIt])(
    'is done after %s, with one request',
    async (_, fault) => {
      const { order, payment } = await begin()
      if (fault) await control.fault({ ...fault, method: 'DELETE', path: '/payments' })
      const before = (await sentTo('DELETE', '/payments')).length
      const answer = await desk.refunds.cancelPayment(
        {
          profile: profileId,
          order: order.order_reference,
          payment: payment.payment_id,
          reason: 'The guest left',
          seen: { ...seenOf(order), remaining: payment.payment_amount, currency: 'EUR' },
        },
        caller,
      )
      if (!answer.ok) throw new Error(JSON.stringify(answer.error))
      expect((await desk.ended(answer.value.operations[0] ?? '')).state).toBe('done')
      const after = (await client.order(order.order_reference)).order_payments ?? []
      expect(after.find((one) => one.payment_id === payment.payment_id)?.payment_status).toBe('CANCELLED')
      expect((await sentTo('DELETE', '/payments')).length).toBe(before + 1)
    },
  )
})

describe('refunding by anything but one payment (rule 169)', () => {
  /** An order with one payment of all that it costs. */
  const paidOrder = async (key: string) => {
    const { order_reference } = await unpaidOrder(key)
    const payment = { payment_object_type: 'MANUAL', payment_method: 'CASH' }
    const merchant = `CASH-${Math.random()}`
    await client.send('POST', `/payments?order_reference=${order_reference}`, {
      data: { payment: { ...payment, payment_merchant_reference: merchant } },
    })
    return { order: await client.order(order_reference), merchant }
  }
  const refund = async (order: OrderDocument, target: RefundTarget) => {
    const forecast = forecastRefund(order, target)
    if ('obstacle' in forecast) throw new Error(forecast.obstacle)
    const { amount, currency, payments } = forecast
    const seen = { ...seenOf(order), remaining: amount, currency, payments: payments.map(({ id }) => id) }
    const command = { profile: profileId, order: order.order_reference, target, reason: 'Rain', seen }
    return { amount, answer: await desk.refunds.refundSelection(command, caller) }
  }
  /** What the sandbox has given back since, in cents. */
  const givenBack = async (before: OrderDocument) => {
    const known = new Set(before.order_payments?.map(({ payment_id }) => payment_id))
    const { order_payments = [] } = await client.order(before.order_reference)
    return order_payments
      .filter(({ payment_id, payment_type }) => payment_type === 'REFUND' && !known.has(payment_id))
      .reduce((cents, { payment_amount }) => cents + Math.round(Number(payment_amount) * 100), 0)
  }
  const targets = {
    booking: (order: OrderDocument): RefundTarget => ({
      by: 'booking_reference',
      id: order.order_bookings[0]?.booking_reference ?? '',
    }),
    ticket: (order: OrderDocument): RefundTarget => ({
      by: 'product_type_transaction_id',
      id: order.order_bookings[0]?.product_type_details?.[0]?.product_type_transaction_id ?? '',
    }),
    order: (order: OrderDocument): RefundTarget => ({ by: 'order_reference', id: order.order_reference }),
  }

  test.each(Object.entries(targets))('by %s gives back what was foretold, once', async (_, targetOf) => {
    const { order } = await paidOrder('DEMO-TERMS-RISING')
    const { amount, answer } = await refund(order, targetOf(order))
    if (!answer.ok) throw new Error(JSON.stringify(answer.error))
    expect((await desk.ended(answer.value.operations[0] ?? '')).state).toBe('done')
    expect(await givenBack(order)).toBe(Math.round(Number(amount) * 100))
  })

  test.each(afterIt)('after %s settles by the records of the order, with one request', async (_, fault) => {
    const { order, merchant } = await paidOrder('DEMO-TERMS-RISING')
    await control.fault({ ...fault, method: 'DELETE', path: '/payments' })
    const before = (await sentTo('DELETE', '/payments')).length
    const { amount, answer } = await refund(order, { by: 'payment_merchant_reference', id: merchant })
    if (!answer.ok) throw new Error(JSON.stringify(answer.error))
    const entry = await desk.ended(answer.value.operations[0] ?? '')
    expect(entry).toMatchObject({ state: 'done', settledBy: 'evidence' })
    expect(await givenBack(order)).toBe(Math.round(Number(amount) * 100))
    expect((await sentTo('DELETE', '/payments')).length).toBe(before + 1)
  })

  test('meets the unsettled refund of any payment that it reaches, and nothing is sent', async () => {
    const { order, merchant } = await paidOrder('DEMO-TERMS-RISING')
    await control.fault({ kind: 'status', status: 500, method: 'DELETE', path: '/payments' })
    const first = await refund(order, { by: 'payment_merchant_reference', id: merchant })
    const before = (await sentTo('DELETE', '/payments')).length
    const second = await refund(order, targets.ticket(order))
    expect(first.answer.ok).toBe(true)
    expect(second.answer).toMatchObject({ ok: false, error: { code: 'ALREADY_IN_PROGRESS', changed: 'no' } })
    expect((await sentTo('DELETE', '/payments')).length - before).toBeLessThanOrEqual(1)
    expect(await givenBack(order)).toBe(0)
  })
})

describe('forcing the release of a voucher (rule 183)', () => {
  const pending = [
    'DEMO-NOT-RELEASED',
    'DEMO-PENDING-GUEST',
    'DEMO-PENDING-SUPPLIER',
    'DEMO-PENDING-DISTRIBUTOR',
    'DEMO-PROCESSING',
  ]

  test.each(
    [['nothing', undefined] as const, ...afterIt].map(([name, fault], at) => ({
      name,
      fault,
      key: pending[at] ?? '',
    })),
  )('is done after $name, with one request', async ({ fault, key }) => {
    const order = await orderNamed(client, key)
    const before = (await sentTo('GET', '/voucher')).length
    if (fault) await control.fault({ ...fault, method: 'GET', path: '/orders/*/voucher' })
    const command = { profile: profileId, order: order.order_reference, reason: 'Guest at the gate' }
    const answer = await desk.vouchers.releaseVoucher({ ...command, seen: seenOf(order) }, caller)
    if (!answer.ok) throw new Error(JSON.stringify(answer.error))
    expect((await desk.ended(answer.value.operations[0] ?? '')).state).toBe('done')
    const after = await client.order(order.order_reference)
    expect(after.order_bookings.map((booking) => booking.booking_voucher_released)).toEqual([true])
    expect(await sentTo('GET', '/voucher')).toHaveLength(before + 1)
    expect(await desk.vouchers.releaseVoucher({ ...command, seen: seenOf(after) }, caller)).toMatchObject({
      ok: false,
      error: { code: 'ALREADY_RELEASED', changed: 'no' },
    })
  })
})
