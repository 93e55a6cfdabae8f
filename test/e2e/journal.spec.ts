import { expect, test } from '@playwright/test'
import {
  type CancellableTicket,
  call,
  cancel,
  cancellableTickets,
  firstProfile,
  killAll,
  operationOf,
  storePids,
  timesCancelled,
} from '../support/desk'
import { type Gatehouse, launchGatehouse, removeUserData } from '../support/launch'
import { type FaultToSet, type Sandbox, startSandbox } from '../support/sandbox'

/** A minute of the schedule takes a tenth of a second, all of it some seven seconds. */
const hurried = { GATEHOUSE_TIME_SCALE: '600', GATEHOUSE_API_TIMEOUT_MS: '4000' }

let sandbox: Sandbox
let gatehouse: Gatehouse
let profile: string
let tickets: readonly (readonly [CancellableTicket, CancellableTicket])[]
let used = 0

/** Two tickets of an order that no test has touched yet. */
const next = (): readonly [CancellableTicket, CancellableTicket] => {
  const pair = tickets[used++]
  if (!pair) throw new Error('no orders left')
  return pair
}

test.beforeAll(async () => {
  test.setTimeout(120_000)
  sandbox = await startSandbox({ orders: 1_000 })
  gatehouse = await launchGatehouse({ env: { ...sandbox.env, ...hurried } })
  profile = await firstProfile(gatehouse.window)
  tickets = await cancellableTickets(sandbox, 30)
})
test.afterEach(() => sandbox.clearFaults())
test.afterAll(async () => {
  await gatehouse.close()
  await removeUserData(gatehouse.userData)
  await sandbox.stop()
})

async function restart(): Promise<void> {
  const { userData } = gatehouse
  gatehouse = await launchGatehouse({ userData, env: { ...sandbox.env, ...hurried } })
}

async function ask(...parts: readonly CancellableTicket[]): Promise<string[]> {
  const answer = await cancel(gatehouse.window, sandbox, profile, ...parts)
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value.operations
}
const askOne = async (ticket: CancellableTicket): Promise<string> => (await ask(ticket))[0] ?? ''
const stateOf = async (id: string) => (await operationOf(gatehouse.window, id)).state
const expectState = (id: string, state: string, timeout = 20_000) =>
  expect.poll(() => stateOf(id), { timeout }).toBe(state)
const deletes = async ({ reference }: CancellableTicket) => (await sandbox.commands(reference)).length

test('a cancelled ticket is cancelled at the server once, and its operation says what changed', async () => {
  const [ticket] = next()
  const id = await askOne(ticket)
  await expectState(id, 'done')
  expect(await timesCancelled(sandbox, ticket)).toBe(1)
  const operation = await operationOf(gatehouse.window, id)
  const versions = await sandbox.versions(ticket.reference)
  expect(operation.effect).toMatchObject({
    before: { total: versions.at(-2)?.order_pricing.price_total },
    after: { total: versions.at(-1)?.order_pricing.price_total },
  })
  expect(operation).toMatchObject({ settledBy: 'answer', reason: 'The guest is ill', othersChanged: false })
  const [sent] = await sandbox.commands(ticket.reference)
  expect(sent?.headers['app-operation-id']).toBe(id)
})

test('a second identical one is refused while the first is unsettled, and never reaches the server', async () => {
  const [ticket, other] = next()
  await sandbox.fault({ kind: 'delay', method: 'DELETE', delayMs: 3_000 })
  const id = await askOne(ticket)
  for (const parts of [[ticket], [other, ticket]]) {
    expect(await cancel(gatehouse.window, sandbox, profile, ...parts)).toMatchObject({
      ok: false,
      error: { code: 'ALREADY_IN_PROGRESS', params: { operation: id } },
    })
  }
  await expectState(id, 'done')
  expect(await deletes(ticket)).toBe(1)
  expect(await timesCancelled(sandbox, other)).toBe(0)
})

test('tickets of one order go one after the other, each on what the one before left', async () => {
  const [one, other] = next()
  const ids = await ask(one, other)
  for (const id of ids) await expectState(id, 'done')
  const commands = await sandbox.commands(one.reference)
  expect(commands.map(({ headers }) => headers['app-operation-id'])).toEqual(ids)
})

test('an order that somebody else changed meanwhile is not touched', async () => {
  const [ticket] = next()
  const [seen] = (await sandbox.versions(ticket.reference)).slice(-1)
  await sandbox.touch(ticket.reference)
  const answer = await call(gatehouse.window, 'cancellations.cancelOrder', {
    profile,
    order: ticket.reference,
    targets: [{ level: 'ticket', bookingReference: ticket.booking, transactionId: ticket.ticket }],
    refundToGuest: true,
    reason: 'The guest is ill',
    seen: { orderVersion: seen?.order_version, priceTotal: seen?.order_pricing.price_total },
  })
  expect(answer).toMatchObject({ ok: false, error: { code: 'ORDER_CHANGED' } })
  expect(await deletes(ticket)).toBe(0)
})

test.describe('what goes wrong on the way', () => {
  // One of each outcome: all classes meet all kinds of operations in test/faults/reliability.test.ts.
  const classes: readonly (readonly [string, Omit<FaultToSet, 'method'>, string, number])[] = [
    ['a refusal (422)', { kind: 'status', status: 422 }, 'failed', 0],
    ['a server error before the change', { kind: 'status', status: 500 }, 'needs-review', 0],
    ['a server error after the change', { kind: 'status', status: 500, after: true }, 'done', 1],
    ['a limit (429)', { kind: 'status', status: 429, retryAfter: 1 }, 'done', 1],
    ['a cut after the change', { kind: 'reset', after: true }, 'done', 1],
    ['an answer that takes too long', { kind: 'delay', delayMs: 6_000, delayAfter: true }, 'done', 1],
  ]
  for (const [name, fault, state, times] of classes) {
    test(`${name}: ${state}, as the server has it`, async () => {
      const [ticket] = next()
      await sandbox.fault({ method: 'DELETE', ...fault } as FaultToSet)
      const id = await askOne(ticket)
      await expectState(id, state)
      expect(await timesCancelled(sandbox, ticket)).toBe(times)
      // The server notes what it did once it has answered, which may be after nobody listens any more.
      const commits = async () =>
        (await sandbox.commands(ticket.reference)).filter(({ committed }) => committed)
      await expect.poll(commits).toHaveLength(times)
    })
  }
})

test('a cached read that still shows the order as it was proves nothing: it stays open until one is fresh (rule 42)', async () => {
  const [ticket] = next()
  await sandbox.fault({ kind: 'status', method: 'DELETE', status: 500, after: true })
  // The first read is what the decision rests on; the later ones show the order as it was before its last change.
  const path = `/orders/${ticket.reference}`
  await sandbox.fault({ kind: 'stale-read', method: 'GET', path, skip: 1, count: 3 })
  const id = await askOne(ticket)
  await expectState(id, 'done')
  const { lookUps, settledBy } = await operationOf(gatehouse.window, id)
  expect(settledBy).toBe('evidence')
  expect(lookUps).toBeGreaterThan(0)
  expect(await deletes(ticket)).toBe(1)
  expect(await timesCancelled(sandbox, ticket)).toBe(1)
})

test('a kill between "recorded" and "answered" is settled by evidence after the restart, and nothing is sent twice', async () => {
  const [ticket, waiting] = next()
  await sandbox.fault({ kind: 'delay', method: 'DELETE', delayMs: 2_000 })
  const [id = '', queued = ''] = await ask(ticket, waiting)
  await expect.poll(() => deletes(ticket)).toBe(1)
  await killAll(gatehouse.app)

  await restart()
  await expectState(id, 'done')
  expect(await operationOf(gatehouse.window, id)).toMatchObject({
    settledBy: 'evidence',
    attempts: [{ error: { params: { reason: 'interrupted' } } }],
  })
  // What had not been sent is asked about, not sent.
  expect(await operationOf(gatehouse.window, queued)).toMatchObject({ state: 'queued', held: 'restart' })
  expect(await deletes(ticket)).toBe(1)

  const released = await call(gatehouse.window, 'operations.sendQueued', { profile, operation: queued })
  expect(released).toMatchObject({ ok: true })
  await expectState(queued, 'done')
  expect(await deletes(ticket)).toBe(2)
  expect(await timesCancelled(sandbox, waiting)).toBe(1)
})

test('a store that is killed comes back, and the operation under way loses nothing', async () => {
  const [ticket] = next()
  await sandbox.fault({ kind: 'delay', method: 'DELETE', delayMs: 1_500 })
  const id = await askOne(ticket)
  await expect.poll(() => deletes(ticket)).toBe(1)
  const [pid = 0] = await storePids(gatehouse.app)
  process.kill(pid, 'SIGKILL')
  await expectState(id, 'done')
  expect((await operationOf(gatehouse.window, id)).settledBy).toBe('answer')
  expect(await storePids(gatehouse.app)).not.toContain(pid)
})

test('the journal on disk shows no reference and no name', async () => {
  const { readFile } = await import('node:fs/promises')
  const bytes = await readFile(`${gatehouse.userData}/journal/journal.db`)
  expect(bytes.length).toBeGreaterThan(4096)
  for (const text of ['SQLite format', 'cancel-order', tickets[0]?.[0].reference ?? '', 'The guest is ill']) {
    expect(bytes.includes(text)).toBe(false)
  }
})

test('no answer of the server broke the API description', async () => {
  expect(await sandbox.violations()).toEqual([])
})
