import { ok } from '@shared/kernel/result'
import { beforeEach, expect, test } from 'vitest'
import { cancellationsHandlers, describeCancellation } from '../../../../../electron/features/cancellations'
import { operationsHandlers } from '../../../../../electron/features/operations'
import { anOrderWith, orderWithoutT1 } from '../../../../support/cancellable-order'
import { quietOperations } from '../../../../support/operations-deps'
import { createOrderDesk } from '../../../../support/order-desk'

const caller = { windowId: 1 }
const profile = 'canal-tours'
const order = 'PRI8841203977'
let desk: ReturnType<typeof createOrderDesk>

beforeEach(() => {
  desk = createOrderDesk()
  desk.get.mockResolvedValue(ok(anOrderWith()))
  desk.cancel.mockResolvedValue(ok(orderWithoutT1()))
})

const handlers = () =>
  operationsHandlers({
    ...quietOperations,
    journal: desk.journal,
    descriptions: { 'cancel-order': describeCancellation },
    deskUser: () => 'Bo',
    confirm: async () => true,
  })

async function cancel(): Promise<string> {
  const answer = await cancellationsHandlers(desk).cancelOrder(
    {
      profile,
      order,
      targets: [{ level: 'ticket', bookingReference: 'B1', transactionId: 'T1' }],
      refundToGuest: false,
      reason: 'Amara is ill',
      seen: { orderVersion: 3, priceTotal: '44.00' },
    },
    caller,
  )
  if (!answer.ok) throw new Error(answer.error.code)
  await desk.time.settle()
  return answer.value.operations[0] ?? ''
}

test('an operation whose personal data was erased is still shown: who did what and when, and that it was erased', async () => {
  const id = await cancel()
  expect(await desk.journal.purge({ profile, order }, 'Bo', 'request 17')).toEqual({ ok: true, value: [id] })
  const shown = await handlers().getOperation({ operation: id }, caller)
  expect(shown).toMatchObject({
    ok: true,
    value: {
      operation: { id, kind: 'cancel-order', state: 'done', who: 'Amara', order, erased: { who: 'Bo' } },
      steps: [{ type: 'recorded' }, { type: 'sending' }, { type: 'done' }, { type: 'purged' }],
    },
  })
  expect(JSON.stringify(shown)).not.toContain('Amara is ill')
  expect(await handlers().listOperations({ profile, limit: 10 }, caller)).toMatchObject({
    ok: true,
    value: { operations: [{ id }] },
  })
})

test('nothing is erased while an operation on the order is not settled, and its holder is named', async () => {
  desk = createOrderDesk({ undoWindow: 60_000 })
  desk.get.mockResolvedValue(ok(anOrderWith()))
  const id = await cancel()
  expect(await desk.journal.purge({ profile, order }, 'Bo', 'request 17')).toMatchObject({
    ok: false,
    error: { code: 'ALREADY_IN_PROGRESS', params: { operation: id } },
  })
  expect(desk.file.history(id)).toHaveLength(1)
  expect(desk.file.entry(id)?.intent).not.toBeNull()
})

test('a later operation on the order goes on from what is there, not from what was erased', async () => {
  await cancel()
  await desk.journal.purge({ profile, order }, 'Bo', 'request 17')
  desk.get.mockResolvedValue(ok(anOrderWith()))
  const again = await cancel()
  expect(desk.file.entry(again)?.state).toBe('done')
})
