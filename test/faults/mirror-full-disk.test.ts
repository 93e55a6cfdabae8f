// The mirror is brought up to date on a disk that has no room: over real HTTP against the real sandbox, in a real file.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createMirrorStore } from '../../electron/mirror/mirror-store'
import type { SyncStore } from '../../electron/mirror/sync'
import { mirrorInProcess, noMirrorKey } from '../support/mirror-in-process'
import { openedMirror } from '../support/mirror-orders'
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

let client: TestClient
let home: string
let path: string
let methods: MirrorMethods
const desks: SyncDesk[] = []

beforeAll(async () => {
  client = await startTestSandbox({ orders: inAll, validate: false }, clock)
})
afterAll(() => client.sandbox.close())
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
