// How long a first fill takes, before anything is kept (rule 77), and the pace that it keeps to: over real HTTP, the real sandbox.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { SyncSettings } from '../../electron/mirror/sync'
import { openedMirror } from '../support/mirror-orders'
import { type MirrorMethods, openSync, runningClock, type SyncDesk, storeOf } from '../support/sync-desk'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'

const inAll = 120
const clock = runningClock()

let client: TestClient
let control: ReturnType<typeof controlOf>
let methods: MirrorMethods
const desks: SyncDesk[] = []

beforeAll(async () => {
  client = await startTestSandbox({ orders: inAll, faultToken: FAULT_TOKEN, validate: false }, clock)
  control = controlOf(client)
})
afterAll(() => client.sandbox.close())
beforeEach(async () => {
  methods = (await openedMirror()).methods
  await control.call('DELETE', '/ledger')
})
afterEach(async () => {
  await Promise.all(desks.splice(0).map(({ sync }) => sync.stop()))
  await control.clear()
})

function open(over: Partial<SyncSettings>): SyncDesk {
  const desk = openSync(client.base, clock, storeOf(methods), over)
  desks.push(desk)
  return desk
}
const lists = async () => (await control.arrivals('GET')).filter(({ path }) => path === '/orders')
async function estimated(over: Partial<SyncSettings>) {
  const estimate = await open(over).sync.estimate()
  if (!estimate.ok) throw new Error(estimate.error.code)
  return estimate.value
}

test('a fill is estimated by one order of each window and one page, and nothing is kept', async () => {
  const { orders, calls, duration } = await estimated({ pace: { atOnce: 2, perSecond: 2 }, pageSize: 100 })
  expect(orders).toBe(inAll)
  // Five windows, none of which has more than two pages.
  expect(calls).toBeGreaterThanOrEqual(5)
  expect(calls).toBeLessThan(10)
  expect(duration).toBeGreaterThanOrEqual(calls * 500)
  expect(duration).toBeLessThan(calls * 1_000)
  const sizes = (await lists()).map(({ query }) => new URLSearchParams(query).get('items_per_page'))
  expect(sizes).toEqual(['1', '1', '1', '1', '1', '100'])
  const { orders: held, state } = await methods['mirror.status']({})
  expect([held, state]).toEqual([0, undefined])
})

test('what a whole page takes counts, not what one order does', async () => {
  const pace = { atOnce: 1, perSecond: 1_000 }
  const quick = await estimated({ pace, pageSize: 30 })
  await control.fault({ kind: 'delay', method: 'GET', path: '/orders', skip: 5, delayMs: 700 })
  const slow = await estimated({ pace, pageSize: 30 })
  expect(slow.calls).toBe(quick.calls)
  expect(slow.duration).toBeGreaterThanOrEqual(slow.calls * 700)
  expect(slow.duration).toBeLessThan(slow.calls * 1_400)
})

test('a server that gives fewer orders at once than it is asked for makes it more requests (rule 35)', async () => {
  const most = await estimated({ pageSize: 100 })
  await control.fault({ kind: 'page-size', method: 'GET', path: '/orders', skip: 5, pageSize: 5 })
  const { calls } = await estimated({ pageSize: 100 })
  expect(most.calls).toBeLessThan(10)
  expect(calls).toBeGreaterThanOrEqual(inAll / 5)
})

test('it keeps to its pace', async () => {
  await open({ pace: { atOnce: 2, perSecond: 20 } }).sync.start()
  await vi.waitFor(async () => expect((await lists()).length).toBeGreaterThan(12), { timeout: 5_000 })
  const times = (await lists()).map(({ at }) => Date.parse(at))
  const spent = (times.at(-1) ?? 0) - (times[0] ?? 0)
  expect(spent).toBeGreaterThanOrEqual((times.length - 1) * 50 - 60)
})
