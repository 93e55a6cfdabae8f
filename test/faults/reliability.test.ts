import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { operationKinds } from '../../electron/features/operation-kinds'
import type { Entry } from '../../electron/journal'
import { type LiveDesk, startLiveDesk } from '../support/live-desk'
import { type Scenario, scenarios } from './reliability-scenarios'
import { tableOf, withTable } from './reliability-table'

/**
 * Every kind of operation meets every class of fault, over real HTTP; the server's ledger is the judge. What came of each
 * is the table in docs/reliability.md: `GATEHOUSE_UPDATE_DOCS=1` writes it, every other run holds it to the truth.
 */

/** As the sandbox's control routes take it (electron/sandbox/faults/fault.ts). */
type Fault = { readonly kind: string; readonly [option: string]: unknown } | 'killed' | undefined

/** Far more than an answer takes on a busy machine: one that comes too late by itself would be another fault. */
const timeoutMs = 500
/** Longer than the client waits for an answer. */
const tooLong = { kind: 'delay', delayMs: 1.5 * timeoutMs } as const
const elsewhere = { kind: 'redirect', location: '/elsewhere' } as const

type FaultClass = readonly [name: string, fault: Fault, left?: 'alike' | 'slow']

const classes: readonly FaultClass[] = [
  ['none', undefined],
  ['refused (422)', { kind: 'status', status: 422 }],
  ['no such thing (404)', { kind: 'status', status: 404 }, 'alike'],
  ['conflict (409), nothing changed', { kind: 'status', status: 409 }],
  ['not allowed (403)', { kind: 'status', status: 403 }, 'alike'],
  ['token lapsed (401), renewed', { kind: 'expired-token' }],
  ['token refused again (401)', { kind: 'status', status: 401, count: 2 }],
  ['limit (429)', { kind: 'status', status: 429, retryAfter: 1 }],
  ['not implemented (501)', { kind: 'status', status: 501 }, 'alike'],
  ['server error (500) before the change', { kind: 'status', status: 500 }],
  ['server error (500) after the change', { kind: 'status', status: 500, after: true }],
  ['supplier time-out (504) after the change', { kind: 'status', status: 504, after: true }, 'alike'],
  ['time-out of the server (408) before the change', { kind: 'status', status: 408 }, 'alike'],
  ['time-out of the server (408) after the change', { kind: 'status', status: 408, after: true }],
  ['redirect before the change', elsewhere, 'alike'],
  ['redirect after the change', { ...elsewhere, after: true }],
  ['connection cut before the change', { kind: 'reset' }, 'alike'],
  ['connection cut after the change', { kind: 'reset', after: true }],
  ['no answer in time, changed after the last look', { ...tooLong, delayMs: 3 * timeoutMs }, 'slow'],
  ['no answer in time, changed at once', { ...tooLong, delayAfter: true }],
  ['half an answer', { kind: 'truncated' }],
  ['an answer that is not JSON', { kind: 'invalid-json' }, 'alike'],
  ['Gatehouse killed while it was sent', 'killed'],
]

/** Of classes that are treated alike the short run meets one, and none that takes seconds; the long run meets all. */
const isMet = ([, , left]: FaultClass): boolean =>
  left === undefined || Boolean(process.env.GATEHOUSE_TEST_LONG || process.env.GATEHOUSE_UPDATE_DOCS)
const faults = classes.filter(isMet).map(([name, fault]) => [name, fault] as const)

const outcomes = new Map<string, Map<string, string>>()

let desk: LiveDesk
beforeAll(async () => {
  desk = await startLiveDesk({ timeoutMs })
}, 60_000)
afterAll(() => desk.stop())

const arrived = async ({ method, path }: Scenario) => {
  const parts = path.split('*')
  return (await desk.control.arrivals(method)).filter((arrival) =>
    parts.every((part) => arrival.path.includes(part)),
  )
}

const atRest = ['done', 'failed', 'needs-review', 'withdrawn']

async function settle(id: string): Promise<Entry> {
  return vi.waitFor(
    async () => {
      const entry = await desk.journal().store.entry(id)
      if (!entry || !atRest.includes(entry.state)) throw new Error(`still ${entry?.state}`)
      return entry
    },
    { timeout: 15_000, interval: 10 },
  )
}

async function meet(scenario: Scenario, fault: Fault): Promise<string> {
  const { server, control } = desk
  await control.clear()
  await server.sandbox.reset()
  const { items } = await server.list(`order_external_reference=${scenario.on}`)
  const reference = items[0]?.order_reference ?? ''
  await scenario.prepare?.(server, reference)
  await control.call('DELETE', '/ledger')
  const where = { method: scenario.method, path: scenario.path }
  if (fault === 'killed') await control.fault({ ...where, kind: 'delay', delayMs: 150 })
  else if (fault) await control.fault({ ...where, ...fault })
  // A profile each: what one cell leaves open is nobody else's.
  const id = await scenario.run(desk, `cell-${++cells}`, await server.order(reference))
  if (fault === 'killed') {
    await vi.waitFor(async () => expect(await arrived(scenario)).toHaveLength(1), {
      timeout: 5_000,
      interval: 10,
    })
    await desk.restart()
  }
  return id
}
let cells = 0

describe.each(scenarios)('$kind', (scenario) => {
  test.each(faults)('%s: ends as the server has it, sent once', async (name, fault) => {
    const id = await meet(scenario, fault)
    const entry = await settle(id)
    await ended(fault)
    const times = (await arrived(scenario)).filter(({ committed }) => committed).length
    expect(times).toBeLessThanOrEqual(1)
    if (entry.state === 'done') expect(times).toBe(1)
    if (entry.state === 'failed') expect(times).toBe(0)
    expect(entry.state).not.toBe('withdrawn')
    const later = entry.state === 'needs-review' ? await desk.journal().engine.lookUpNow(id) : undefined
    if (later?.state === 'done') expect(times).toBe(1)
    const row = outcomes.get(name) ?? new Map<string, string>()
    outcomes.set(name, row.set(scenario.kind, inWords(entry, later)))
  })
})

/** The server notes what it did once it has answered, which may be after nobody listens any more. */
const ended = (fault: Fault) => {
  const delay = typeof fault === 'object' && fault.kind === 'delay' ? Number(fault.delayMs) : 0
  return new Promise((done) => setTimeout(done, delay + 50))
}

/** `later`: how it stands after a person asked for one more look. */
const inWords = ({ state, settledBy }: Entry, later: Entry | undefined): string => {
  if (state === 'needs-review')
    return later?.state === 'done' ? 'needs review, a look settles it' : 'needs review'
  return state === 'done' && settledBy === 'evidence' ? 'done, looked up' : state
}

test('every kind of operation is among them', () => {
  const kinds = operationKinds(desk.api, Date.now).map(({ definition }) => definition.kind)
  expect(scenarios.map(({ kind }) => kind).sort()).toEqual([...kinds].sort())
})

test('docs/reliability.md says what came of each', () => {
  const path = resolve(import.meta.dirname, '../../docs/reliability.md')
  const written = readFileSync(path, 'utf8')
  const table = tableOf(
    scenarios.map(({ kind }) => kind),
    outcomes,
  )
  if (process.env.GATEHOUSE_UPDATE_DOCS) writeFileSync(path, withTable(written, table))
  else expect(written.split('\n')).toEqual(expect.arrayContaining(table.split('\n')))
})
