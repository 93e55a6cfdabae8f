import { randomUUID } from 'node:crypto'
import { isSettled } from '@shared/features/operations'
import { ok } from '@shared/kernel/result'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cancelOrderDefinition } from '../../../../../electron/features/cancellations'
import { createCancelOrder } from '../../../../../electron/features/cancellations/cancel-order'
import { foldEntry } from '../../../../../electron/journal/entry'
import { AnchorShelf } from '../../../../support/anchor-place'
import { type AppendFault, openTestJournal, SimulatedDesk } from '../../../../support/simulated-desk'
import { apiOf } from '../../../../support/simulated-orders'
import type { ReadFault, SendFault } from '../../../../support/simulated-server'

/** How many histories are played; `npm run test:long` plays many more. */
const runs = process.env.GATEHOUSE_TEST_LONG ? 100_000 : 2_000
/** Opening a journal takes longer than a short history, and a long one makes each history slower: so many share one. */
const perJournal = 16
let journal = openTestJournal()
/** The keychain's entry for that journal, and what it was whenever a program ended. */
let anchors = new AnchorShelf()
let keptAtKills: SimulatedDesk['keptAtKills'] = []
let played = 0
const second = 1_000
const hour = 3_600 * second

const mostly = <T>(usual: T, weight: number, ...others: readonly T[]) =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, fc.constantFrom(...others))

const sendFault = mostly<SendFault>(
  'none',
  3,
  ...(['refused', 'rate-limited', 'offline', 'lost-before', 'lost-after', 'late', 'conflict'] as const),
  ...(['slow-supplier', 'slow-silently', 'declined-by-supplier', 'declined-silently'] as const),
)
const readFault = mostly<ReadFault>('none', 3, 'stale', 'offline', 'stale', 'forbidden', 'signed-out')
/** `refused` for good is a disk that stays full; a kill frees it, as the person does before the next start. */
const appendFault = mostly<AppendFault>('none', 8, 'refused', 'killed-before', 'killed-after')

/** Few of both, so that what happens meets. */
const order = fc.nat(1).map((number) => `PRI000000${number}`)
const ticket = fc.nat(1).map((number) => `t${number}`)
/** What happens at the desk or elsewhere, and how long nothing does after it. */
const act = fc.record({
  what: fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('cancel' as const),
        order,
        tickets: fc.uniqueArray(ticket, { minLength: 1 }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constantFrom('others-amend' as const, 'others-cancel' as const),
        order,
        tickets: ticket.map((one) => [one]),
      }),
    },
    ...(['kill', 'release', 'withdraw', 'look-up', 'disk-full'] as const).map((kind) =>
      fc.constant({ kind }),
    ),
  ),
  quiet: fc.oneof(fc.nat(3 * second), fc.nat(2 * 60 * second), fc.nat(2 * hour)),
})
const history = fc.record({
  acts: fc.array(act, { minLength: 1, maxLength: 7 }),
  undoWindow: fc.constantFrom(0, 5 * second),
  sends: fc.array(sendFault, { maxLength: 12 }),
  reads: fc.array(readFault, { maxLength: 12 }),
  appends: fc.array(appendFault, { maxLength: 20 }),
})
type History = typeof history extends fc.Arbitrary<infer T> ? T : never

/**
 * The journal that many histories wrote is unbroken, and holds what the keychain remembered whenever a program was killed:
 * behind the file, never ahead of it. One of them is looked for as opening does; of the others the place is enough.
 */
function checkChain(): void {
  const oldest = keptAtKills[0]?.anchor
  let step = journal.check(oldest, true)
  while (!step.done) step = journal.check(oldest, false)
  expect(step.check).toMatchObject({ flaws: [], entries: journal.mark().entries })
  expect(step.check.gap).toBeUndefined()
  for (const { anchor, reached } of keptAtKills) expect(anchor.seq).toBeLessThanOrEqual(reached)
}

/** Plays a history to its end: nine quiet days, in which everything that can settle does. */
async function play({ acts, undoWindow, sends, reads, appends }: History) {
  if (++played % perJournal === 0) {
    checkChain()
    journal.close()
    journal = openTestJournal()
    anchors = new AnchorShelf()
    keptAtKills = []
  }
  const desk = new SimulatedDesk({
    define: (server) => cancelOrderDefinition(apiOf(server), () => server.time.now()),
    journal,
    anchors,
    profile: randomUUID(),
  })
  desk.undoWindow = undoWindow
  desk.server.sendFaults.push(...sends)
  desk.server.readFaults.push(...reads)
  desk.appendFaults.push(...appends)
  const acknowledged: string[] = []
  for (const { what, quiet } of acts) {
    await perform(desk, what, acknowledged)
    await desk.time.pass(quiet)
  }
  desk.appendFaults.length = 0
  await desk.time.pass(9 * 24 * hour)
  keptAtKills.push(...desk.keptAtKills)
  const entries = desk.journal.list({ profile: desk.profile }, undefined, 500).entries
  return { desk, acknowledged, entries }
}

async function perform(desk: SimulatedDesk, what: History['acts'][number]['what'], acknowledged: string[]) {
  const open = () => desk.unsettled()
  switch (what.kind) {
    case 'cancel':
      void ask(desk, what.order, what.tickets).then((ids) => acknowledged.push(...ids))
      break
    case 'others-amend':
      for (const one of what.tickets) desk.server.amendByOthers(what.order, one)
      break
    case 'others-cancel':
      for (const one of what.tickets) desk.server.cancelByOthers(what.order, one)
      break
    case 'kill':
      desk.kill()
      break
    case 'disk-full':
      desk.appendFaults.push(...Array.from({ length: 200 }, () => 'refused' as const))
      break
    case 'look-up':
      for (const { id } of open()) void desk.engine.lookUpNow(id)
      break
    case 'release':
      for (const { id } of open()) void desk.engine.release(id, 'Bo')
      break
    case 'withdraw':
      for (const { id } of open()) void desk.engine.withdraw(id, 'Bo')
  }
}

/** What the dialog does: the order as it is now is what the person sees and decides on. */
async function ask(
  desk: SimulatedDesk,
  reference: string,
  tickets: readonly string[],
): Promise<readonly string[]> {
  const seen = desk.server.state(reference)
  const live = seen.tickets.filter((one) => !seen.cancelled.includes(one))
  const { engine } = desk
  const cancelOrder = createCancelOrder({
    api: apiOf(desk.server),
    journal: {
      ready: async () => ok(undefined),
      submit: async (drafts) => {
        const submitted = await engine.submit(drafts, 'Amara')
        if (!submitted.ok) throw new Error(submitted.error.reason)
        return submitted
      },
    },
    now: () => desk.time.now(),
  })
  const asked = cancelOrder(
    {
      profile: desk.profile,
      order: reference,
      targets: tickets.map((one) => ({ level: 'ticket', bookingReference: 'B1', transactionId: one })),
      refundToGuest: false,
      reason: 'The guest is ill',
      seen: { orderVersion: seen.version, priceTotal: `${11 * live.length}.00` },
    },
    { windowId: 1 },
  )
  const answer = await Promise.resolve(asked).catch(() => undefined)
  return answer?.ok ? answer.value.operations : []
}

test(
  'whatever fails, whoever else is at it and whenever the program is killed: each cancellation is carried out at most once, none is lost, and every entry says what the server did',
  async () => {
    await fc.assert(
      fc.asyncProperty(history, async (given) => {
        const { desk, acknowledged, entries } = await play(given)
        const { ledger, arrivals } = desk.server
        // At most once: no operation reached the server's work twice, or was carried out twice.
        expect(new Set(arrivals).size).toBe(arrivals.length)
        expect(new Set(ledger).size).toBe(ledger.length)
        // Nothing the server did is without an entry, and nothing acknowledged is lost.
        const known = new Set(entries.map(({ id }) => id))
        expect(ledger.filter((id) => !known.has(id))).toEqual([])
        expect(acknowledged.filter((id) => !known.has(id))).toEqual([])
        for (const entry of entries) {
          const { id, state, held } = entry
          const { target } = entry.intent as { target: { transactionId: string } }
          // Everything comes to an end, or waits for a person.
          expect(
            isSettled(state) || state === 'needs-review' || (state === 'queued' && held !== undefined),
          ).toBe(true)
          if (state === 'done') expect(desk.server.isCancelled(entry.order, target.transactionId)).toBe(true)
          if (state === 'failed' || state === 'withdrawn' || state === 'queued')
            expect(ledger).not.toContain(id)
          expect(foldEntry(desk.journal.history(id))).toEqual({ ok: true, value: entry })
        }
      }),
      { numRuns: runs },
    )
    checkChain()
  },
  3 * 3_600_000,
)
