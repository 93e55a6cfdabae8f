import { isSettled } from '@shared/features/operations'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldEntry } from '../../../../electron/journal/entry'
import type { AppendFault } from '../../../support/simulated-desk'
import { SimulatedDesk } from '../../../support/simulated-desk'
import type { ReadFault, SendFault } from '../../../support/simulated-server'

const second = 1_000
const hour = 3_600 * second

const sendFault = fc.oneof(
  { weight: 3, arbitrary: fc.constant<SendFault>('none') },
  fc.constantFrom<SendFault>(
    'refused',
    'rate-limited',
    'offline',
    'lost-before',
    'lost-after',
    'late',
    'conflict',
    'slow-supplier',
    'declined-by-supplier',
  ),
)
const readFault = fc.oneof(
  { weight: 4, arbitrary: fc.constant<ReadFault>('none') },
  fc.constantFrom<ReadFault>('offline', 'stale'),
)
const appendFault = fc.oneof(
  { weight: 8, arbitrary: fc.constant<AppendFault>('none') },
  fc.constantFrom<AppendFault>('refused', 'killed-before', 'killed-after'),
)
/** What happens at the desk, and how long nothing does after it. */
const act = fc.record({
  what: fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ order: fc.nat(1), tickets: fc.uniqueArray(fc.nat(3), { minLength: 1 }) }),
    },
    fc.constantFrom('kill' as const, 'release' as const, 'withdraw' as const, 'look-up' as const),
  ),
  quiet: fc.oneof(fc.nat(3 * second), fc.nat(2 * 60 * second), fc.nat(2 * hour)),
})
const history = fc.record({
  acts: fc.array(act, { minLength: 1, maxLength: 10 }),
  sends: fc.array(sendFault, { maxLength: 12 }),
  reads: fc.array(readFault, { maxLength: 12 }),
  appends: fc.array(appendFault, { maxLength: 20 }),
})
type History = typeof history extends fc.Arbitrary<infer T> ? T : never

/** Plays a history to its end: nine quiet days, in which everything that can settle does. */
async function play({ acts, sends, reads, appends }: History) {
  const desk = new SimulatedDesk()
  desk.server.sendFaults.push(...sends)
  desk.server.readFaults.push(...reads)
  desk.appendFaults.push(...appends)
  const acknowledged: string[] = []
  for (const { what, quiet } of acts) {
    const open = desk.journal.unsettled()
    if (typeof what === 'object') {
      const tickets = what.tickets.map((ticket) => `t${ticket}`)
      void desk.submit(`PRI000000${what.order}`, ...tickets).then((answer) => {
        if (answer.ok) acknowledged.push(...answer.value)
      })
    } else if (what === 'kill') desk.kill()
    else if (what === 'look-up') for (const { id } of open) void desk.engine.lookUpNow(id)
    else if (what === 'release') for (const { id } of open) void desk.engine.release(id, 'Bo')
    else for (const { id } of open) void desk.engine.withdraw(id, 'Bo')
    await desk.time.pass(quiet)
  }
  await desk.time.pass(9 * 24 * hour)
  const ids = new Set([...acknowledged, ...desk.journal.unsettled().map(({ id }) => id)])
  const page = desk.journal.list({ profile: 'canal-tours' }, undefined, 500).entries
  for (const { id } of page) ids.add(id)
  return { desk, acknowledged, entries: [...ids].map((id) => desk.entry(id)) }
}

describe('whatever fails and whenever the program is killed', () => {
  test('each intent is carried out at most once, nothing is lost, and every entry says what the server did', async () => {
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
          const { id, state, order, intent } = entry
          const { ticket } = intent as { ticket: string }
          // Everything comes to an end, or waits for a person.
          const waits = state === 'needs-review' || (state === 'queued' && entry.held !== undefined)
          expect(isSettled(state) || waits).toBe(true)
          if (state === 'done') expect(desk.server.isCancelled(order, ticket)).toBe(true)
          if (state === 'failed' || state === 'withdrawn' || state === 'queued')
            expect(ledger).not.toContain(id)
          if (state === 'needs-review') expect(ledger).not.toContain(id)
          // What was carried out was on disk before.
          expect(foldEntry(desk.journal.history(id))).toEqual({ ok: true, value: entry })
        }
      }),
      { numRuns: 60 },
    )
  }, 120_000)
})
