import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { cancellationsHandlers, describeCancellation } from '../../../../../electron/features/cancellations'
import { operationsHandlers } from '../../../../../electron/features/operations'
import type { JournalStatus } from '../../../../../electron/journal'
import type { Confirm } from '../../../../../electron/platform/confirm'
import { anOrderWith, orderWithoutT1 } from '../../../../support/cancellable-order'
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

describe('an operation as it is shown', () => {
  test('has its state, target, who, reason, effect and requests', async () => {
    const [id = ''] = await cancel('T1')
    const answer = await handlers.getOperation({ operation: id }, caller)
    expect(answer).toMatchObject({
      ok: true,
      value: {
        operation: {
          id,
          kind: 'cancel-order',
          state: 'done',
          who: 'Amara',
          reason: 'The guest is ill',
          target: { level: 'ticket', transactionId: 'T1' },
          effect: { before: { total: '44.00' }, after: { total: '22.00' } },
          attempts: [{ number: 1, result: 'done' }],
        },
        steps: [{ type: 'recorded' }, { type: 'sending' }, { type: 'done' }],
      },
    })
  })

  test("has the server's own words and the reference of the request", async () => {
    lost()
    const [id = ''] = await cancel('T1')
    const answer = await handlers.getOperation({ operation: id }, caller)
    expect(answer.ok && answer.value.operation.attempts[0]?.error).toEqual({
      code: 'OUTCOME_UNKNOWN',
      message: 'HTTP 502',
      changed: 'unknown',
      requestId: 'r-1',
      status: 502,
      serverWords: 'Bad gateway',
    })
  })

  test('of a kind that this version does not know is still shown', async () => {
    const [id = ''] = await cancel('T1')
    const plain = operationsHandlers({
      ...quietOperations,
      journal: desk.journal,
      descriptions: {},
      deskUser: () => 'Bo',
      confirm,
    })
    expect(await plain.getOperation({ operation: id }, caller)).toMatchObject({
      ok: true,
      value: { operation: { id, state: 'done', effect: { refunds: [], differences: [] } } },
    })
  })

  test('that does not exist is NOT_FOUND', async () => {
    await desk.journal.open()
    const operation = 'a3f1c2d4-0000-4000-8000-000000000001'
    for (const handler of [handlers.getOperation, handlers.lookUpNow]) {
      expect(await handler({ operation }, caller)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    }
  })
})

describe('the list', () => {
  test('is newest first, in pages, and says how many are unsettled', async () => {
    lost()
    const ids = await cancel('T1', 'T2')
    const first = await handlers.listOperations({ profile, limit: 1 }, caller)
    expect(first).toMatchObject({ ok: true, value: { unsettled: { unknown: 1, queued: 1 } } })
    const cursor = first.ok ? (first.value.next ?? 0) : 0
    const second = await handlers.listOperations({ profile, limit: 1, cursor }, caller)
    const shown = [first, second].flatMap((page) =>
      page.ok ? page.value.operations.map(({ id }) => id) : [],
    )
    expect(shown).toEqual(ids.toReversed())
    expect(second.ok && second.value.next).toBeUndefined()
  })
})

test('a command of many operations is read once for all of them in the list', async () => {
  const ids = await cancel('T1', 'T2')
  const group = vi.spyOn(desk.journal.store, 'group')
  const list = vi.spyOn(desk.journal.store, 'list')
  const answer = await handlers.listOperations({ profile, limit: 100 }, caller)
  expect(answer.ok && answer.value.operations.map(({ id }) => id)).toEqual(ids.toReversed())
  expect(group).toHaveBeenCalledOnce()
  expect(list).toHaveBeenCalledOnce()
})

describe('what waits', () => {
  test('is counted without opening the journal', async () => {
    const open = vi.fn()
    const store = { ...desk.journal.store, status: (): JournalStatus => ({ state: 'closed' }) }
    const closed = handlersOf({ ...desk.journal, open, store })
    expect(await closed.countWaiting({ profile }, caller)).toEqual({
      ok: true,
      value: { waiting: 0, review: 0, unusable: false },
    })
    expect(open).not.toHaveBeenCalled()
  })

  test('is not known while the journal is locked, and says so', async () => {
    const status = (): JournalStatus => ({ state: 'locked', error: appError('KEYCHAIN_LOCKED', '') })
    const locked = handlersOf({ ...desk.journal, store: { ...desk.journal.store, status } })
    expect(await locked.countWaiting({ profile }, caller)).toEqual({
      ok: true,
      value: { waiting: 0, review: 0, unusable: true },
    })
  })

  test('is what has no known outcome, not what is on its way', async () => {
    lost()
    await cancel('T1', 'T2')
    expect(await handlers.countWaiting({ profile }, caller)).toEqual({
      ok: true,
      value: { waiting: 1, review: 0, unusable: false },
    })
    await desk.time.pass(2 * 3_600_000)
    // The one behind it could not be sent for long, so it is held and waits as well.
    expect(await handlers.countWaiting({ profile }, caller)).toEqual({
      ok: true,
      value: { waiting: 2, review: 1, unusable: false },
    })
  })
})

describe('by hand', () => {
  test('what is queued is taken back, and never sent', async () => {
    lost()
    const [, queued = ''] = await cancel('T1', 'T2')
    expect(await handlers.withdrawQueued({ operation: queued }, caller)).toMatchObject({
      ok: true,
      value: { operation: { state: 'withdrawn' } },
    })
    await desk.time.pass(2 * 3_600_000)
    expect(desk.cancel).toHaveBeenCalledOnce()
  })

  test('what was sent can be neither taken back nor sent again', async () => {
    lost()
    const [sent = ''] = await cancel('T1')
    for (const answer of [
      await handlers.withdrawQueued({ operation: sent }, caller),
      await handlers.sendQueued({ profile, operation: sent }, caller),
    ]) {
      expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_QUEUED', changed: 'no' } })
    }
    expect(desk.cancel).toHaveBeenCalledOnce()
    expect(desk.file.entry(sent)?.state).toBe('unknown')
  })

  test('what is queued is not sent under another profile than its own, whose guard was asked', async () => {
    lost()
    const [, queued = ''] = await cancel('T1', 'T2')
    expect(await handlers.sendQueued({ profile: 'other', operation: queued }, caller)).toMatchObject({
      ok: false,
      error: { code: 'NOT_FOUND' },
    })
    expect(desk.file.entry(queued)?.state).toBe('queued')
  })

  test('an open outcome is looked up at once and settled by what is found; nothing is sent', async () => {
    lost()
    const [id = ''] = await cancel('T1')
    desk.get.mockResolvedValue(ok(orderWithoutT1()))
    expect(await handlers.lookUpNow({ operation: id }, caller)).toMatchObject({
      ok: true,
      value: { operation: { state: 'done', settledBy: 'evidence' } },
    })
    expect(desk.cancel).toHaveBeenCalledOnce()
  })
})

describe('without a journal', () => {
  const journalIn = (status: JournalStatus) => ({
    ...desk.journal,
    open: async () => status,
    ready: async () => err(appError('NO_JOURNAL', '')),
  })

  test.each([
    [
      { state: 'locked', error: appError('KEYCHAIN_LOCKED', '') },
      { state: 'locked', reason: 'KEYCHAIN_LOCKED' },
    ],
    [
      { state: 'unusable', why: 'wrong-key' },
      { state: 'unusable', why: 'wrong-key' },
    ],
  ] as const)('the list says why: %j', async (status, shown) => {
    const locked = handlersOf(journalIn(status))
    expect(await locked.getJournalStatus({}, caller)).toEqual({ ok: true, value: shown })
    expect(await locked.listOperations({ profile, limit: 10 }, caller)).toMatchObject({
      ok: false,
      error: { code: 'NO_JOURNAL', changed: 'no' },
    })
  })

  test('that is damaged what can be read is listed, and nothing can be done', async () => {
    lost()
    const [id = ''] = await cancel('T1')
    const report = {
      events: 3,
      entries: 1,
      flaws: [{ seq: 3, what: 'altered' as const }],
      indexRebuilt: false,
    }
    const damaged = handlersOf(journalIn({ state: 'damaged', report }))
    expect(await damaged.getJournalStatus({}, caller)).toEqual({
      ok: true,
      value: { state: 'damaged', readableEntries: 1, firstFlaw: 3 },
    })
    expect(await damaged.listOperations({ profile, limit: 10 }, caller)).toMatchObject({
      ok: true,
      value: { operations: [{ id }] },
    })
    expect(await damaged.withdrawQueued({ operation: id }, caller)).toMatchObject({
      ok: false,
      error: { code: 'NO_JOURNAL' },
    })
  })
})
