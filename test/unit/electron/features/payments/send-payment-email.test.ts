import type { CancellableOrder } from '@shared/features/cancellations'
import type { paymentsOperations } from '@shared/features/payments'
import type { InputOf } from '@shared/ipc/define'
import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { beforeEach, describe, expect, test } from 'vitest'
import { describePaymentEmail } from '../../../../../electron/features/payments'
import { createSendPaymentEmail } from '../../../../../electron/features/payments/send-payment-email'
import { anOrderWith } from '../../../../support/cancellable-order'
import { createOrderDesk, lostAnswer } from '../../../../support/order-desk'

type Input = InputOf<(typeof paymentsOperations)['sendPaymentEmail']>

const payer = { contact_type: 'PAYMENT', contact_email: 'amara@example.com' }
const order = (change: object = {}): CancellableOrder =>
  anOrderWith({ order_contacts: [payer], order_payments: [], ...change } as never)
const day = 24 * 60 * 60_000

let desk: ReturnType<typeof createOrderDesk>

beforeEach(() => {
  desk = createOrderDesk()
  desk.get.mockResolvedValue(ok(order()))
  desk.sendEmail.mockResolvedValue(ok({ requestId: 'request-1' }))
})

const run = (change: Partial<Input> = {}) =>
  createSendPaymentEmail(desk)(
    {
      profile: 'canal-tours',
      order: 'PRI8841203977',
      recipient: 'amara@example.com',
      seen: { orderVersion: 3, priceTotal: '44.00' },
      ...change,
    },
    { windowId: 1 },
  )
async function operation(): Promise<string> {
  const [id = ''] = await desk.operations(run())
  return id
}
const entry = (id: string) => desk.entry(id)

describe('a payment e-mail', () => {
  test('is asked for once, for this order, and the server is believed', async () => {
    const id = await operation()
    expect(desk.sendEmail.mock.calls).toEqual([['PRI8841203977', { operationId: id }]])
    expect(entry(id)).toMatchObject({ state: 'done', settledBy: 'answer', othersChanged: false })
    expect(describePaymentEmail(entry(id))).toMatchObject({
      target: { level: 'order' },
      recipient: 'amara@example.com',
      effect: { currency: 'EUR', refunds: [], differences: [] },
    })
  })

  test('whose outcome is open goes to a person after one look, and is never sent again', async () => {
    desk.sendEmail.mockResolvedValue(lostAnswer)
    const id = await operation()
    await desk.time.pass(8 * day)
    expect(entry(id).state).toBe('needs-review')
    expect(desk.sendEmail).toHaveBeenCalledOnce()
  })

  test('that was refused changed nothing', async () => {
    desk.sendEmail.mockResolvedValue(err(appError('INVALID_INPUT', 'HTTP 422')))
    expect(entry(await operation())).toMatchObject({ state: 'failed', error: { changed: 'no' } })
  })

  test('is not asked for twice while the first is unsettled', async () => {
    desk.sendEmail.mockResolvedValue(lostAnswer)
    const first = await operation()
    expect(await run()).toMatchObject({
      ok: false,
      error: { code: 'ALREADY_IN_PROGRESS', params: { operation: first } },
    })
    expect(desk.sendEmail).toHaveBeenCalledOnce()
  })
})

describe('is refused, with nothing recorded and nothing sent,', () => {
  test.each<[string, object, string]>([
    ['the order is cancelled', { order_status: 'ORDER_CANCELLED' }, 'ORDER_CANCELLED'],
    ['the guest pays elsewhere', { order_settlement_type: 'EXTERNAL' }, 'SETTLED_OUTSIDE'],
    ['nothing is left to pay', { order_pricing: { price_total: '0.00' } }, 'NOTHING_DUE'],
    ['there is nobody to ask', { order_contacts: [] }, 'NO_RECIPIENT'],
    [
      'it would go to somebody else than was confirmed',
      { order_contacts: [{ ...payer, contact_email: 'other@example.com' }] },
      'ORDER_CHANGED',
    ],
    ['the order moved on', { order_version: 4 }, 'ORDER_CHANGED'],
  ])('when %s', async (_, change, code) => {
    desk.get.mockResolvedValue(ok(order(change)))
    expect(await run()).toMatchObject({ ok: false, error: { code, changed: 'no' } })
    expect(desk.sendEmail).not.toHaveBeenCalled()
    expect(desk.file.list({ profile: 'canal-tours' }, undefined, 10).entries).toEqual([])
  })
})
