// Payments selected in the Refunds grid as a batch, over real HTTP against the real sandbox.
import type { BatchAction } from '@shared/features/batches'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OrderDocument } from '../../electron/sandbox/orders/document'
import { profileId } from '../support/api-client'
import { caller, openBatchDesk, value } from '../support/batch-desk'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'

let client: TestClient

beforeAll(async () => {
  client = await startTestSandbox({ orders: 700 })
})
afterAll(() => client.sandbox.close())

const openDesk = () => openBatchDesk(client.base)
const orders = async () => {
  const found: OrderDocument[] = []
  for (let page = 1; page <= 7; page++) {
    found.push(...(await client.list(`items_per_page=100&page=${page}`)).items)
  }
  return found
}

test('a refund of payments gives back what is left of those, and leaves other payments of their orders alone', async () => {
  const desk = openDesk()
  const captures = (order: OrderDocument) =>
    (order.order_payments ?? []).filter(
      ({ payment_type, payment_status }) => payment_type === 'CAPTURE' && payment_status === 'PAID',
    )
  const split = (await orders()).find(
    (order) =>
      captures(order).length > 1 &&
      order.order_settlement_type === 'DIRECT' &&
      (order.order_payments ?? []).length === captures(order).length,
  )
  const [one, other] = split ? captures(split) : []
  if (!split || !one || !other) throw new Error('no order with two payments')
  const order = split.order_reference
  const action: BatchAction = { kind: 'refund', reason: 'The boat is broken' }
  const given = { order, payment: one.payment_id }
  const plan = await desk.planned([given, given, { order, payment: 'not-one-of-it' }], action)
  expect(plan).toMatchObject({ toSend: 1, payments: 1, requests: 1 })
  expect(await desk.planLines(plan.id)).toMatchObject([
    { reference: one.payment_id, effect: { requests: 1, refund: { high: one.payment_amount } } },
    { finding: 'doubled', doubleOf: 1 },
    { finding: 'not-allowed', why: 'NOT_IN_ORDER' },
  ])
  const start = await desk.handlers.startBatch({ profile: profileId, plan: plan.id }, caller)
  expect((await desk.settled(value(start).batch)).counts).toEqual({ done: 1, 'not-sent': 2 })
  const refunds = (await client.order(order)).order_payments?.filter(
    ({ payment_type }) => payment_type === 'REFUND',
  )
  expect(refunds).toMatchObject([{ payment_original_id: one.payment_id, payment_amount: one.payment_amount }])
  // All of the order covers what is left of it: the other one.
  const rest = await desk.planned([{ order, payment: other.payment_id }, { order }], action)
  expect(await desk.planLines(rest.id)).toMatchObject([
    { finding: 'doubled', doubleOf: 2 },
    { effect: { requests: 1, refund: { high: other.payment_amount } } },
  ])
})
