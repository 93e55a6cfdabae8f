// The mirror is brought up to date on a disk that has no room: over real HTTP against the real sandbox, in a real file.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ok } from '@shared/kernel/result'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { systemClock } from '../../electron/journal/system-clock'
import { type LiveMirror, liveMirror } from '../../electron/mirror/live-mirror'
import { createMirrorStore } from '../../electron/mirror/mirror-store'
import type { SyncStore } from '../../electron/mirror/sync'
import { disposable, openDatabase } from '../../electron/store/database'
import { buildStoreChild } from '../support/build-store'
import { mirrorInProcess, noMirrorKey } from '../support/mirror-in-process'
import { openedMirror } from '../support/mirror-orders'
import { startStoreChild } from '../support/store-process'
import {
  type MirrorMethods,
  openSync,
  ordersOfMirror,
  ordersOfServer,
  runningClock,
  type SyncDesk,
  storeOf,
} from '../support/sync-desk'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'

const clock = runningClock()
const inAll = 120

let bundle: string
let client: TestClient
let home: string
let path: string
let methods: MirrorMethods
const desks: SyncDesk[] = []

beforeAll(async () => {
  bundle = await buildStoreChild('mirror-child')
  client = await startTestSandbox({ orders: inAll, validate: false }, clock)
})
afterAll(async () => {
  await client.sandbox.close()
  rmSync(dirname(bundle), { recursive: true })
})
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'gatehouse-sync-'))
  path = join(home, 'mirror.db')
})
afterEach(async () => {
  await Promise.all(desks.splice(0).map(({ sync }) => sync.stop()))
  rmSync(home, { recursive: true })
})

function open(store: SyncStore): SyncDesk {
  const desk = openSync(client.base, clock, store)
  desks.push(desk)
  return desk
}
const status = async () => methods['mirror.status']({})

test('a full disk stops it; what is held stays, and nothing is lost once there is room', async () => {
  methods = (await openedMirror({ path, maxPages: 120 })).methods
  const desk = open(storeOf(methods))
  await desk.sync.start()
  await desk.settled(({ sync }) => sync.state().why === 'disk-full')
  const kept = (await status()).orders
  expect(kept).toBeGreaterThan(0)
  expect(kept).toBeLessThan(inAll)
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect((await status()).orders).toBe(kept)
  expect(desk.sync.state()).toMatchObject({ state: 'paused', why: 'disk-full', isFilled: false })
  await methods['mirror.open']({ path, key: 'ab'.repeat(32), now: clock() })
  desk.sync.resume()
  await desk.settled()
  expect(await ordersOfMirror(methods)).toEqual(await ordersOfServer(client))
})

test('a disk that is full before the first order came says so, and takes nothing for begun', async () => {
  methods = (await openedMirror({ path, maxPages: 80 })).methods
  // What is saved first is small and finds a place in a page that is there: with blanks it needs pages of its own.
  const putState = async (state: string) => methods['mirror.putState']({ state: state.padEnd(400_000) })
  const desk = open({ ...storeOf(methods), putState })
  await desk.sync.start()
  await desk.settled(({ sync }) => sync.state().why === 'disk-full')
  expect(desk.sync.state()).toMatchObject({ state: 'paused', isFilled: false, orders: 0 })
  expect((await status()).state).toBeUndefined()
  expect(desk.reports).toEqual([])
  await methods['mirror.open']({ path, key: 'ab'.repeat(32), now: clock() })
  desk.sync.resume()
  await desk.settled()
  expect(await ordersOfMirror(methods)).toEqual(await ordersOfServer(client))
})

test('a mirror in memory stops at its limit; what is held stays, and nothing is written to the disk', async () => {
  const store = mirrorInProcess(path, { key: noMirrorKey, memoryBytes: 120 * 4096 })
  expect(await store.open()).toMatchObject({ state: 'open', inMemory: true })
  const desk = open(store)
  await desk.sync.start()
  await desk.settled(({ sync }) => sync.state().why === 'disk-full')
  expect(desk.sync.state()).toMatchObject({ state: 'paused', isFilled: false })
  const { orders, bytes } = await store.status()
  expect(orders).toBeGreaterThan(0)
  expect(orders).toBeLessThan(inAll)
  expect(bytes).toBeLessThanOrEqual(120 * 4096)
  expect(readdirSync(home)).toEqual([])
  await store.stop()
})

test('a mirror in memory may take a gigabyte where nobody says otherwise', async () => {
  const sent: unknown[] = []
  const spawn = () => ({
    ...{ post: (message: unknown) => void sent.push(message), onMessage: () => {}, onExit: () => {} },
    kill: () => {},
  })
  const store = createMirrorStore({ path, key: noMirrorKey, spawn, now: clock, died: () => {} })
  void store.open()
  await vi.waitFor(() => expect(JSON.stringify(sent)).toContain('"maxPages":262144'))
})

describe('the mirror of a profile, with its process', () => {
  const secret = randomBytes(32)
  const live: LiveMirror[] = []
  afterEach(async () => {
    await Promise.all(live.splice(0).map((mirror) => mirror.stop()))
  })

  /** @param maxFileBytes what the disk still has room for in any file */
  function open(maxFileBytes?: number): LiveMirror {
    const store = createMirrorStore({
      path: join(home, 'mirror', 'profile.db'),
      key: { get: async () => ok(secret), isGone: async () => false, remove: async () => ok(true) },
      spawn: () => startStoreChild(bundle, maxFileBytes),
      now: clock,
      died: () => {},
    })
    const rest = { startsPaused: false, startsMetered: false, retentionMonths: 13 }
    const mirror = liveMirror({
      ...{ account: 'a', store, sync: openSync(client.base, clock, store).sync, clock: systemClock },
      ...{ ...rest, filesLeft: async () => {}, changed: () => {} },
    })
    live.push(mirror)
    return mirror
  }
  const stateOf = (mirror: LiveMirror, wanted: object) =>
    vi.waitFor(async () => expect(await mirror.state()).toMatchObject(wanted), { timeout: 20_000 })

  test('can be read on a disk that was full before the start, and says that nothing more fits', async () => {
    const before = open()
    await stateOf(before, { state: 'fresh', orders: inAll })
    await before.stop()
    await before.store.stop()
    openDatabase(join(home, 'mirror', 'profile.db'), secret.toString('hex'), disposable).close()
    const mirror = open(4096)
    await stateOf(mirror, { state: 'paused', why: 'disk-full', orders: inAll })
    const query = { filters: {}, sort: { by: 'created', direction: 'desc' } } as const
    expect((await mirror.store.query({ query, rows: 200 })).rows).toHaveLength(inAll)
  })

  test('that the disk does not let be opened says so, and no more of another Gatehouse', async () => {
    writeFileSync(join(home, 'mirror'), 'not a folder')
    const mirror = open()
    expect(await mirror.state()).toMatchObject({ state: 'paused', why: 'disk', orders: 0 })
    rmSync(join(home, 'mirror'))
    await stateOf(mirror, { state: 'fresh', orders: inAll })
  })
})
