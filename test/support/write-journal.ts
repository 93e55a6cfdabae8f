import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { vi } from 'vitest'
import { References } from '../../electron/sandbox/data/references'
import type { ChangedOrder } from '../../electron/sandbox/store/overlay'
import { giveEverythingBack, type Scenario, scenarios } from '../faults/reliability-scenarios'
import { CLIENT, NOW, startTestSandbox } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'
import { clientFor, connectionTo, profileId } from './api-client'
import { batchDeskOver, value } from './batch-desk'
import { createDeskJournal } from './order-desk'
import { shiftedClock } from './shifted-clock'

/** What the server had when the program was killed. */
export interface KeptServer {
  /** Milliseconds since 1970 UTC. */
  readonly at: number
  /** Head of the chain. */
  readonly anchor?: { readonly seq: number; readonly mac: string; readonly entries: number }
  /** Orders with unsettled operations. */
  readonly orders: readonly ChangedOrder[]
  /** Operations that the server carried out, as often as it did. */
  readonly carriedOut: readonly string[]
}

const seed = 1
/** What is about no order has its state elsewhere at the server, which is not kept. */
const ofNoOrder = ['update-contact', 'erase-contact', 'set-stock']
const ofOrders = scenarios.filter(({ kind }) => !ofNoOrder.includes(kind))
/** A minute of the schedule takes a millisecond. */
const hurry = 60_000
/** Longer than it takes to kill the desk. */
const slow = { kind: 'delay', delayMs: 5_000 } as const

/**
 * Has the very handlers of this version write a journal against the sandbox, with operations of every kind in every state,
 * and be killed in the middle of it. Makes `journal.db` and `server.json` in a folder.
 */
export async function writeJournal(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'journal.db')
  const clock = shiftedClock(NOW)
  const config = { faultToken: FAULT_TOKEN, orders: 700, seed, processingMs: 3_600_000, tokenSeconds: 86_400 }
  const server = await startTestSandbox(config, () => clock.now())
  const control = controlOf(server)
  const account = { ...CLIENT, inferredNames: true }
  const { api } = clientFor(connectionTo(server.base, account), {
    settings: { pacing: { requests: 10_000, perMs: 1_000 }, maxRetryAfterMs: 100 },
  })

  const open = (how: { scale: number; undoWindow?: number }) => {
    const opened = createDeskJournal(api, { ...how, clock, path })
    return { ...opened, desk: { api, server, control, journal: () => opened.journal } }
  }
  let now = open({ scale: hurry })

  const used = new Set<string>()
  const others = [
    ...(await server.list('items_per_page=100')).items,
    ...(await server.list('items_per_page=100&page=2')).items,
  ]
  const direct = others.filter(({ order_settlement_type }) => order_settlement_type === 'DIRECT')
  const ordinary = direct.map((order) => order.order_external_reference ?? '')
  /** No supplier has the last word on these, hours later. */
  const own = direct
    .filter(({ order_bookings }) => !order_bookings.some((booking) => booking.booking_supplier_reference))
    .map((order) => order.order_external_reference ?? '')

  /** Has an operation of a kind recorded on the first order that is left and on which it is possible. */
  const record = async (
    kind: string,
    { on, fault }: { on?: string; fault?: object } = {},
  ): Promise<string> => {
    const scenario = scenarios.find((one) => one.kind === kind)
    if (!scenario) throw new Error(`no scenario for ${kind}`)
    let refusal: unknown
    const candidates = kind === 'release-voucher' ? notReleased : [scenario.on, ...demos, ...ordinary]
    for (const key of on ? [on] : candidates) {
      if (used.has(key)) continue
      try {
        const id = await recordOn(scenario, key, fault)
        used.add(key)
        return id
      } catch (thrown) {
        refusal = thrown
        await control.clear()
      }
    }
    throw refusal
  }
  const recordOn = async (scenario: Scenario, key: string, fault?: object): Promise<string> => {
    const { method, path } = scenario
    const { items } = await server.list(`order_external_reference=${key}`)
    const reference = items[0]?.order_reference ?? ''
    const prepare = scenario.kind === 'send-payment-email' ? giveEverythingBack : scenario.prepare
    await prepare?.(server, reference)
    const order = await server.order(reference)
    if (fault) await control.fault({ method, path, ...fault })
    return scenario.run(now.desk, profileId, order)
  }
  const standing = (id: string, ...states: readonly string[]) =>
    vi.waitFor(
      () => {
        const entry = now.file.entry(id)
        if (!entry || !states.includes(entry.state)) throw new Error(`${entry?.kind} is ${entry?.state}`)
        return entry
      },
      { timeout: 10_000, interval: 5 },
    )
  const meeting = (kind: string, fault: object): Promise<string> => record(kind, { fault })
  const lost = { kind: 'status', status: 500 }

  /** Waits until the server has the request of an operation. */
  const inFlight = (id: string) =>
    vi.waitFor(
      async () => {
        const arrived = (await control.arrivals()).map(({ headers }) => headers['app-operation-id'])
        if (!arrived.includes(id)) throw new Error(`${id} has not arrived`)
      },
      { timeout: 5_000, interval: 5 },
    )

  // What has come to an end.
  const done: string[] = []
  for (const { kind } of ofOrders) {
    const id = await record(kind)
    done.push((await standing(id, 'done')).order)
  }
  await standing(await meeting('cancel-order', { kind: 'status', status: 422 }), 'failed')
  for (const kind of ['cancel-order', 'refund-payment', 'amend-order', 'cancel-order', 'amend-order']) {
    await standing(await meeting(kind, lost), 'needs-review')
  }
  await standing(await meeting('send-tickets', { kind: 'reset', after: true }), 'needs-review')
  for (const happened of [true, false]) {
    const id = await meeting('send-payment-email', { kind: 'reset', after: happened })
    await standing(id, 'needs-review')
    await now.journal.engine.mark(id, { happened, why: 'The guest told us so' }, 'Bo')
  }
  value(await now.journal.purge({ profile: profileId, order: done[0] ?? '' }, 'Bo', 'The guest asked for it'))
  await end()

  // What the undo window keeps back, and what a restart then asks about.
  now = open({ scale: 1, undoWindow: 600_000 })
  await now.journal.open()
  const takenBack = await record('cancel-order')
  await now.journal.engine.withdraw(takenBack, 'Amara')
  await record('cancel-order')
  await record('send-tickets')
  await end()
  clock.putForward(1)
  now = open({ scale: 1 })
  await now.journal.open()

  // What the last run was in the middle of.
  await standing(await record('cancel-order', { on: 'DEMO-SUPPLIER-LATER' }), 'at-supplier')
  const refused = await meeting('amend-order', { kind: 'status', status: 429, retryAfter: 900 })
  await vi.waitFor(() => {
    if (now.file.entry(refused)?.requeues !== 1) throw new Error('not queued again')
  })
  for (const kind of ['refund-payment', 'cancel-order']) await standing(await meeting(kind, lost), 'unknown')
  for (const { kind } of ofOrders) await inFlight(await meeting(kind, { ...slow, delayAfter: true }))
  for (const kind of ['cancel-order', 'send-payment-email']) await inFlight(await meeting(kind, slow))
  await control.fault({ ...slow, delayAfter: true, method: 'DELETE', path: '/orders/*', count: 0 })
  const batch = batchDeskOver(api, now.journal, clock.now)
  const id = await batch.started(own.filter((key) => !used.has(key)).slice(0, 20))
  await vi.waitFor(
    async () => {
      const { sending = 0, queued = 0 } = (await batch.batch(id)).counts
      if (sending < 2 || queued === 0) throw new Error(`${sending} of the batch are being sent`)
    },
    { timeout: 4_000, interval: 5 },
  )
  await end()
  await keep()
  await server.sandbox.close()

  /** As a kill does. */
  async function end(): Promise<void> {
    now.journal.stop()
    now.file.close()
  }

  async function keep(): Promise<void> {
    const { file } = createDeskJournal(api, { clock, path })
    const { entries } = file.list({ profile: profileId }, undefined, 500)
    const unsettled = new Set(file.unsettled().map(({ order }) => order))
    const references = new References(seed)
    const orders: ChangedOrder[] = []
    const carriedOut: string[] = []
    for (const reference of new Set(entries.map(({ order }) => order))) {
      const { versions, ...truth } = await control.truth(reference)
      carriedOut.push(...truth.commits.flatMap(({ operationId }) => operationId ?? []))
      if (!unsettled.has(reference)) continue
      const index = references.decode(reference) ?? 0
      orders.push({ index, versions: versions.slice(-1), ...truth })
    }
    const kept: KeptServer = { at: clock.now(), anchor: file.mark(), orders, carriedOut }
    writeFileSync(join(folder, 'server.json'), JSON.stringify(kept))
    file.close()
  }
}

/** Orders of the data set on which most can be done. */
const demos = [
  'DEMO-TERMS-RISING',
  'DEMO-TERMS-SHARE',
  'DEMO-TERMS-FIXED',
  'DEMO-COMBI',
  'DEMO-BUNDLE',
  'DEMO-SEATS',
  'DEMO-FAMILY',
  'DEMO-SPLIT-BOOKINGS',
]
const notReleased = ['DEMO-NOT-RELEASED', 'DEMO-PENDING-GUEST', 'DEMO-PENDING-DISTRIBUTOR']
