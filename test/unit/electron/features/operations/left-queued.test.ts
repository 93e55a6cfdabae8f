import { ok } from '@shared/kernel/result'
import { beforeEach, expect, test, vi } from 'vitest'
import { cancellationsHandlers, describeCancellation } from '../../../../../electron/features/cancellations'
import { operationsHandlers } from '../../../../../electron/features/operations'
import { anOrderWith, orderWithoutT1 } from '../../../../support/cancellable-order'
import { placed, recordedEvent } from '../../../../support/journal'
import { quietOperations } from '../../../../support/operations-deps'
import { createOrderDesk } from '../../../../support/order-desk'

const caller = { windowId: 1 }
const profile = 'canal-tours'
const leftPutOff = vi.fn()
let desk: ReturnType<typeof createOrderDesk>
let handlers: ReturnType<typeof operationsHandlers>

beforeEach(() => {
  leftPutOff.mockReset()
  desk = createOrderDesk({ undoWindow: 30_000 })
  handlers = operationsHandlers({
    ...quietOperations,
    journal: desk.journal,
    descriptions: { 'cancel-order': describeCancellation },
    deskUser: () => 'Bo',
    confirm: async () => true,
    leftPutOff,
  })
  desk.get.mockResolvedValue(ok(anOrderWith()))
  desk.cancel.mockResolvedValue(ok(orderWithoutT1()))
})

async function queue(): Promise<string> {
  const answer = await cancellationsHandlers(desk).cancelOrder(
    {
      profile,
      order: 'PRI8841203977',
      targets: [{ level: 'ticket', bookingReference: 'B1', transactionId: 'T1' }],
      refundToGuest: false,
      reason: 'The guest is ill',
      seen: { orderVersion: 3, priceTotal: '44.00' },
    },
    caller,
  )
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.operations[0] ?? ''
}
/** As the next start finds it. */
function leaveBehind(id: string): void {
  const ordinal = (desk.file.entry(id)?.ordinal ?? 0) + 1
  const event = { type: 'held', body: { why: 'restart' } } as const
  expect(desk.file.append([{ entry: id, ordinal, at: 0, event }])).toMatchObject({ ok: true })
}
const left = async () => {
  const answer = await handlers.listLeftQueued({}, caller)
  return answer.ok ? answer.value.operations.map(({ id }) => id) : answer
}

test('what an earlier run left queued is asked about; what is only waiting its turn is not', async () => {
  const id = await queue()
  expect(await left()).toEqual([])
  leaveBehind(id)
  expect(await left()).toEqual([id])
  expect(desk.cancel).not.toHaveBeenCalled()
})

test('lines of a batch are left to their batch', async () => {
  const batch = '4f0c6f3e-5d3b-4c6e-9b53-0a8f1f6f7d21'
  const id = '7a1b6f3e-5d3b-4c6e-9b53-0a8f1f6f7d21'
  const held = { type: 'held', body: { why: 'restart' } } as const
  desk.file.append(placed(id, recordedEvent('ticket:1', { batch, line: 1 }), held))
  expect(desk.file.entry(id)).toMatchObject({ state: 'queued', held: 'restart', batch })
  expect(await left()).toEqual([])
})

test('nobody is asked again in this run once it was put off, and it stays queued', async () => {
  const id = await queue()
  leaveBehind(id)
  await handlers.putOffLeftQueued({}, caller)
  expect(leftPutOff).toHaveBeenCalledOnce()
  expect(await left()).toEqual([])
  expect(desk.file.entry(id)).toMatchObject({ state: 'queued', held: 'restart' })
})
