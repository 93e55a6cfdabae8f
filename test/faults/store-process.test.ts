import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createJournalStore, type JournalStore } from '../../electron/journal/journal-store'
import type { StoreProcess } from '../../electron/platform/store-client'
import { AnchorShelf } from '../support/anchor-place'
import { buildStoreChild } from '../support/build-store'
import { placed, recordedEvent } from '../support/journal'
import { startStoreChild } from '../support/store-process'

const key = randomBytes(32)
let bundle: string
let folder: string
let path: string
const stores: JournalStore[] = []

beforeAll(async () => {
  bundle = await buildStoreChild()
})
afterAll(() => rmSync(dirname(bundle), { recursive: true }))
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-store-'))
  path = join(folder, 'journal', 'journal.db')
})
afterEach(() => {
  for (const store of stores.splice(0)) store.stop()
  rmSync(folder, { recursive: true })
})

function journalOver(
  spawn: () => StoreProcess,
  options: Partial<Parameters<typeof createJournalStore>[0]> = {},
) {
  const died = vi.fn()
  const getKey = vi.fn(async (_has: { existingData: boolean }) => ok(key))
  const anchor = new AnchorShelf().keeper()
  const store = createJournalStore({ path, key: getKey, anchor, spawn, now: () => 0, died, ...options })
  stores.push(store)
  return { store, died, getKey }
}

/** Dies with its third to eighth request, some of the time before it is done, some of the time before it answers. */
function killedSoonAfterUse(process: StoreProcess): StoreProcess {
  let left = 3 + Math.floor(Math.random() * 6)
  return {
    ...process,
    post: (message) => {
      process.post(message)
      if (--left === 0) setTimeout(process.kill, Math.random() * 6)
    },
  }
}

describe('a store that is killed', () => {
  test('has every event that it acknowledged, and no event twice, however often it is killed', async () => {
    const { store, died } = journalOver(() => killedSoonAfterUse(startStoreChild(bundle)))
    const acknowledged: string[] = []
    for (let n = 0; n < 40; n++) {
      const id = randomUUID()
      await store.open()
      const sending = { type: 'sending', body: { attempt: 1 }, payload: { before: null } } as const
      const result = await store.append(placed(id, recordedEvent(`ticket:${n}`), sending))
      // Three deaths in a row under one append are possible; then it says so.
      if (result.ok) acknowledged.push(id)
      else expect(result.error.reason).toBe('unavailable')
    }
    const found = await store.unsettled()
    expect(store.status()).toMatchObject({ state: 'ready', report: { flaws: [] } })
    expect(found.map((entry) => entry.id)).toEqual(expect.arrayContaining(acknowledged))
    expect(new Set(found.map((entry) => entry.id)).size).toBe(found.length)
    expect(found.every((entry) => entry.ordinal === 2)).toBe(true)
    expect(died.mock.calls.length).toBeGreaterThan(3)
    expect(acknowledged.length).toBeGreaterThan(20)
  }, 120_000)

  test('while it opens, again and again, is given up, and the file is left as it is', async () => {
    const first = journalOver(() => startStoreChild(bundle)).store
    await first.open()
    await first.append(placed(randomUUID(), recordedEvent('ticket:1')))
    first.stop()
    const before = readFileSync(path)
    const spawned = vi.fn(() => {
      const process = startStoreChild(bundle)
      process.kill()
      return process
    })
    const { store } = journalOver(spawned)
    expect(await store.open()).toEqual({ state: 'unusable', why: 'store-down' })
    expect(spawned).toHaveBeenCalledTimes(3)
    expect(await store.append(placed(randomUUID(), recordedEvent('ticket:2')))).toMatchObject({
      ok: false,
      error: { reason: 'unavailable' },
    })
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('is killed itself when it does not answer', async () => {
    const silent = journalOver(() => {
      const process = startStoreChild(bundle)
      return { ...process, post: () => setTimeout(process.kill, 50) }
    })
    expect(await silent.store.open()).toMatchObject({ state: 'unusable' })
    expect(silent.died).toHaveBeenCalled()
  })
})

describe('a disk that is full', () => {
  test('refuses the append and keeps what was acknowledged before', async () => {
    let limit: number | undefined = 160_000
    const { store } = journalOver(() => startStoreChild(bundle, limit))
    await store.open()
    const recorded: string[] = []
    let refused: unknown
    for (let n = 0; n < 200 && !refused; n++) {
      const id = randomUUID()
      const result = await store.append(placed(id, recordedEvent(`ticket:${n}`)))
      if (result.ok) recorded.push(id)
      else refused = result.error
    }
    expect(refused).toMatchObject({ reason: 'unavailable' })
    store.stop()
    limit = undefined
    await store.open()
    expect(store.status()).toMatchObject({ state: 'ready', report: { flaws: [] } })
    expect((await store.unsettled()).map((entry) => entry.id)).toEqual(recorded)
  })
})

describe('an event that the store cannot take', () => {
  test('is refused by itself: those that are made durable together with it are on disk', async () => {
    const { store } = journalOver(() => startStoreChild(bundle))
    await store.open()
    const [first, bad, good] = [randomUUID(), randomUUID(), randomUUID()]
    const results = await Promise.all([
      store.append(placed(first, recordedEvent('ticket:1'))),
      // Text of SQL ends at this character.
      store.append(placed(bad, recordedEvent('ticket:\0'))),
      store.append(placed(good, recordedEvent('ticket:3'))),
    ])
    expect(results).toMatchObject([
      { ok: true },
      { ok: false, error: { reason: 'unavailable' } },
      { ok: true },
    ])
    expect((await store.unsettled()).map(({ id }) => id)).toEqual([first, good])
  })
})

describe('the key', () => {
  test('that is gone while the file is there means locked: no new key, no process, no change', async () => {
    const first = journalOver(() => startStoreChild(bundle)).store
    await first.open()
    first.stop()
    const before = readFileSync(path)
    const spawn = vi.fn(() => startStoreChild(bundle))
    const noKey = async ({ existingData }: { existingData: boolean }) => {
      expect(existingData).toBe(true)
      return err(appError('KEYCHAIN_LOCKED', 'no entry'))
    }
    const { store } = journalOver(spawn, { key: noKey })
    expect(await store.open()).toMatchObject({ state: 'locked', error: { code: 'KEYCHAIN_LOCKED' } })
    expect(await store.append(placed(randomUUID(), recordedEvent('ticket:1')))).toMatchObject({ ok: false })
    expect(spawn).not.toHaveBeenCalled()
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('may be made when there is no file yet, and is asked for again after it was locked', async () => {
    let locked = true
    const answer = async ({ existingData }: { existingData: boolean }) => {
      expect(existingData).toBe(false)
      return locked ? err(appError('KEYCHAIN_LOCKED', 'locked')) : ok(key)
    }
    const { store } = journalOver(() => startStoreChild(bundle), { key: answer })
    expect(await store.open()).toMatchObject({ state: 'locked' })
    expect(existsSync(path)).toBe(false)
    locked = false
    expect(await store.open()).toMatchObject({ state: 'ready' })
  })

  test('that is another one leaves the file as it is', async () => {
    const first = journalOver(() => startStoreChild(bundle)).store
    await first.open()
    first.stop()
    const before = readFileSync(path)
    const { store } = journalOver(() => startStoreChild(bundle), { key: async () => ok(randomBytes(32)) })
    expect(await store.open()).toEqual({ state: 'unusable', why: 'wrong-key' })
    expect(readFileSync(path).equals(before)).toBe(true)
  })
})

test('a damaged journal is opened for reading, says so and takes nothing more', async () => {
  const { store } = journalOver(() => startStoreChild(bundle))
  await store.open()
  await store.append(placed(randomUUID(), recordedEvent('ticket:1')))
  store.stop()
  const bytes = readFileSync(path)
  // The last page in use holds rows; which ones does not matter.
  bytes.fill(0, bytes.length - 4096)
  writeFileSync(path, bytes)
  const status = await store.open()
  expect(['damaged', 'unusable']).toContain(status.state)
  expect(await store.append(placed(randomUUID(), recordedEvent('ticket:2')))).toMatchObject({ ok: false })
  expect(readFileSync(path).equals(bytes)).toBe(true)
})

describe('the anchor in the keychain', () => {
  /** A run of the program on the same file and keychain. */
  const runWith = (shelf: AnchorShelf, delayMs: number) =>
    journalOver(() => startStoreChild(bundle), { anchor: shelf.keeper({ delayMs }) }).store

  test('lags behind the file when the program is killed between commit and anchor, and the next run catches up', async () => {
    const shelf = new AnchorShelf()
    const first = runWith(shelf, 60_000)
    await first.open()
    await first.append(placed(randomUUID(), recordedEvent('ticket:1')))
    // As by kill -9: nobody stops it in an orderly way, and nothing was kept.
    expect(shelf.anchor).toBeUndefined()
    const { entries } = await first.list({ profile: 'canal-tours', limit: 10 })
    stores.pop()
    first.stop()
    shelf.text = undefined
    const second = runWith(shelf, 60_000)
    expect(await second.open()).toMatchObject({ state: 'ready', report: { events: 1 } })
    await second.stop()
    expect(entries).toHaveLength(1)
    expect(shelf.anchor).toMatchObject({ seq: 1, entries: 1 })
  })

  test('shows that the file was deleted; nothing is made in its place before a person accepts that', async () => {
    const shelf = new AnchorShelf()
    const first = runWith(shelf, 60_000)
    await first.open()
    await first.append(placed(randomUUID(), recordedEvent('ticket:1')))
    await first.stop()
    rmSync(path)
    const { store } = journalOver(() => startStoreChild(bundle), { anchor: shelf.keeper() })
    expect(await store.open()).toMatchObject({ state: 'damaged', report: { gap: { what: 'deleted' } } })
    expect(await store.append(placed(randomUUID(), recordedEvent('ticket:2')))).toMatchObject({ ok: false })
    expect(existsSync(path)).toBe(false)
    expect(shelf.anchor?.seq).toBe(1)
    const before = shelf.text
    expect(await store.accept('Amara')).toMatchObject({ state: 'ready', report: { events: 1, entries: 0 } })
    expect(shelf.text).not.toBe(before)
    expect(shelf.anchor).toMatchObject({ seq: 1, entries: 0 })
    expect(await store.append(placed(randomUUID(), recordedEvent('ticket:2')))).toMatchObject({ ok: true })
  })

  test('is what a store that died and comes back has to hold: all that was acknowledged, not only what was kept', async () => {
    const children: ReturnType<typeof startStoreChild>[] = []
    const shelf = new AnchorShelf()
    const spawn = () => {
      const child = startStoreChild(bundle)
      children.push(child)
      return child
    }
    const { store, died } = journalOver(spawn, { anchor: shelf.keeper({ delayMs: 60_000 }) })
    await store.open()
    const older = readFileSync(path)
    await store.append(placed(randomUUID(), recordedEvent('ticket:1')))
    children[0]?.kill()
    await vi.waitFor(() => expect(died).toHaveBeenCalled())
    writeFileSync(path, older)
    await store.unsettled()
    expect(store.status()).toMatchObject({ state: 'damaged', report: { gap: { what: 'cut' } } })
    expect(shelf.anchor).toBeUndefined()
  })
})
