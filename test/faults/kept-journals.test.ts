import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { isSettled } from '@shared/features/operations'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { descriptionsOf, operationKinds } from '../../electron/features/operation-kinds'
import { toOperation } from '../../electron/features/operations/to-operation'
import type { Entry } from '../../electron/journal'
import { openJournal } from '../../electron/store/journal/journal-file'
import { clientFor, connectionTo, profileId } from '../support/api-client'
import { value } from '../support/batch-desk'
import { testSecret } from '../support/journal'
import { createDeskJournal } from '../support/order-desk'
import { shiftedClock } from '../support/shifted-clock'
import { type KeptServer, writeJournal } from '../support/write-journal'
import { CLIENT, startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'

/**
 * Journals that earlier versions of Gatehouse wrote and were killed in the middle of, with what the server had at that
 * moment (test/data/journals). `GATEHOUSE_KEEP_JOURNAL=format-5` has the present version write another.
 */

const kept = resolve(import.meta.dirname, '../data/journals')
const keep = process.env.GATEHOUSE_KEEP_JOURNAL
if (keep) await writeJournal(join(kept, keep))
const formats = readdirSync(kept, { withFileTypes: true }).flatMap((one) =>
  one.isDirectory() ? [one.name] : [],
)

let folder: string
let server: TestClient | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-kept-'))
})
afterEach(async () => {
  await server?.sandbox.close()
  server = undefined
  rmSync(folder, { recursive: true })
})

describe.each(formats)('a journal of %s', (format) => {
  const was: KeptServer = JSON.parse(readFileSync(join(kept, format, 'server.json'), 'utf8'))
  const path = () => join(folder, 'journal.db')
  /** Hours later: what was processed has come to an end, what waited is due. */
  const clock = () => shiftedClock(was.at + 2 * 3_600_000)

  /** The server as it was, and a desk of this version on a copy of the journal. */
  const openDesk = async () => {
    copyFileSync(join(kept, format, 'journal.db'), path())
    mkdirSync(join(folder, 'server', 'orders'), { recursive: true })
    for (const order of was.orders)
      writeFileSync(join(folder, 'server', 'orders', `${order.index}.json`), JSON.stringify(order))
    const time = clock()
    server = await startTestSandbox(
      { faultToken: FAULT_TOKEN, orders: 700, stateDir: join(folder, 'server') },
      time.now,
    )
    const { api } = clientFor(connectionTo(server.base, { ...CLIENT, inferredNames: true }), {
      settings: { pacing: { requests: 10_000, perMs: 1_000 } },
    })
    const desk = createDeskJournal(api, { clock: time, path: path(), scale: 60_000 })
    const entries = (): readonly Entry[] => desk.file.list({ profile: profileId }, undefined, 500).entries
    return { ...desk, api, entries, control: controlOf(server) }
  }

  test('holds its chain and what the keychain remembers of it, and every operation can be told', async () => {
    const desk = await openDesk()
    desk.file.close()
    const anchor = was.anchor && { ...was.anchor, at: was.at }
    const opened = openJournal(path(), testSecret, was.at, anchor)
    if (!opened.ok) throw new Error(opened.error)
    const file = opened.value
    expect(file.report.flaws).toEqual([])
    expect(file.report.gap).toBeUndefined()
    const { entries } = file.list({ profile: profileId }, undefined, 500)
    expect(entries).toHaveLength(file.report.entries)
    const descriptions = descriptionsOf(operationKinds(desk.api, Date.now))
    for (const entry of entries) {
      expect(file.history(entry.id)).toHaveLength(entry.ordinal)
      const { effect } = toOperation(entry, [entry], { descriptions, traits: desk.journal.traits })
      if (entry.purged) expect(effect).toEqual({ refunds: [], differences: [] })
      else
        expect(effect.before).toMatchObject({ total: expect.any(String), orderVersion: expect.any(Number) })
    }
    file.close()
  })

  test('settles: nothing is lost and nothing sent that was carried out before', async () => {
    const desk = await openDesk()
    const before = new Map(desk.entries().map((entry) => [entry.id, entry]))
    expect(new Set([...before.values()].map(({ state }) => state))).toEqual(
      new Set(['done', 'failed', 'needs-review', 'withdrawn', 'queued', 'sending', 'unknown', 'at-supplier']),
    )
    await desk.journal.open()
    const resting = () =>
      desk.entries().filter(({ state }) => !['sending', 'unknown', 'at-supplier'].includes(state))
    await vi.waitFor(() => expect(resting()).toHaveLength(before.size), { timeout: 20_000, interval: 20 })

    for (const { record } of await desk.journal.store.batches.open()) {
      expect(record.state).toBe('paused')
      value(await desk.journal.batches.resume(record.id))
    }
    // A person answers what is asked: send what was left queued, look at the server for what nothing shows.
    for (const { id, state, held, batch } of desk.entries()) {
      if (state === 'queued' && batch === undefined) {
        expect(held).toBe('restart')
        await desk.journal.engine.release(id, 'Bo')
      }
      if (state === 'needs-review') {
        const looked = await desk.journal.engine.lookUpNow(id)
        const happened = was.carriedOut.includes(id)
        if (looked?.state !== 'done') await desk.journal.engine.mark(id, { happened, why: 'Looked' }, 'Bo')
      }
    }
    await vi.waitFor(() => expect(desk.entries().every(({ state }) => isSettled(state))).toBe(true), {
      timeout: 20_000,
      interval: 20,
    })

    const carriedOut = [...was.carriedOut]
    for (const { versions, commits } of was.orders) {
      const truth = await desk.control.truth(versions[0]?.order_reference ?? '')
      carriedOut.push(...truth.commits.slice(commits.length).flatMap(({ operationId }) => operationId ?? []))
    }
    expect(carriedOut.length).toBeGreaterThan(was.carriedOut.length)
    for (const entry of desk.entries()) {
      const times = carriedOut.filter((id) => id === entry.id).length
      expect({ id: entry.id, kind: entry.kind, times }).toEqual({
        id: entry.id,
        kind: entry.kind,
        times: entry.state === 'done' ? 1 : 0,
      })
      const earlier = before.get(entry.id)
      if (earlier && isSettled(earlier.state)) expect(entry).toEqual(earlier)
    }
    expect(desk.entries()).toHaveLength(before.size)
    expect(value(await desk.journal.store.check(() => {}))).toMatchObject({ flaws: [] })
    await vi.waitFor(async () => expect(await desk.journal.store.batches.open()).toEqual([]))
    desk.journal.stop()
    desk.file.close()
  })
})
