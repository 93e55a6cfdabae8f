// The mirror is brought up to date over real HTTP against the real sandbox.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SyncSettings } from '../../electron/mirror/sync'
import type { OrderDocument } from '../../electron/sandbox/orders/document'
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
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'

const clock = runningClock()
/** Enough for ten pages of the desk, and no more: every test reads them all. */
const inAll = 120

let client: TestClient
let control: ReturnType<typeof controlOf>
let server: Map<string, OrderDocument>
let methods: MirrorMethods

beforeAll(async () => {
  client = await startTestSandbox({ orders: inAll, faultToken: FAULT_TOKEN, validate: false }, clock)
  control = controlOf(client)
})
afterAll(() => client.sandbox.close())

const desks: SyncDesk[] = []
beforeEach(async () => {
  methods = (await openedMirror()).methods
  server = await ordersOfServer(client)
  await control.call('DELETE', '/ledger')
})
afterEach(async () => {
  await Promise.all(desks.splice(0).map(({ sync }) => sync.stop()))
  await control.clear()
})

function open(over: Partial<SyncSettings> = {}): SyncDesk {
  const desk = openSync(client.base, clock, storeOf(methods), over)
  desks.push(desk)
  return desk
}
async function filled(over: Partial<SyncSettings> = {}): Promise<SyncDesk> {
  const desk = open(over)
  await desk.sync.start()
  await desk.settled()
  return desk
}
/** What the sync asked; what the tests ask themselves has no such header. */
const lists = async () =>
  (await control.arrivals('GET')).filter(
    ({ path, headers }) => path === '/orders' && headers['app-name'] !== undefined,
  )
const asked = async () => (await lists()).map(({ query }) => new URLSearchParams(query))
const touch = async (reference: string, deed: object = { what: 'note', value: `at ${Math.random()}` }) => {
  const answer = await control.call('POST', `/touch/${reference}`, deed)
  if (answer.status !== 200) throw new Error(answer.text)
}
const expectExact = async () => expect(await ordersOfMirror(methods)).toEqual(await ordersOfServer(client))
const status = async () => methods['mirror.status']({})
const held = async () => (await status()).orders

describe('a first fill', () => {
  test('brings every order that is held, newest first, and says how far it is', async () => {
    const desk = open({ pace: { atOnce: 1, perSecond: Number.POSITIVE_INFINITY } })
    const states: string[] = []
    await desk.sync.start()
    await desk.settled(({ sync }) => {
      states.push(sync.state().state)
      return sync.state().state === 'fresh'
    })
    await expectExact()
    expect(server.size).toBe(inAll)
    expect(states).toContain('filling')
    expect(desk.sync.state()).toMatchObject({ state: 'fresh', isFilled: true, orders: inAll })
    expect(new Set(desk.changed).size).toBe(inAll)
    expect(desk.changed).toHaveLength(inAll)
    const newest = [...server.keys()].slice(0, 13)
    expect(newest).toContain(desk.changed[0])
  })

  test('is through before the indexes of its sorts are made', async () => {
    const heldThen: number[] = []
    const store = storeOf(methods)
    const indexSorts = async () => {
      heldThen.push(await held())
      return store.indexSorts()
    }
    const desk = openSync(client.base, clock, { ...store, indexSorts })
    desks.push(desk)
    await desk.sync.start()
    await desk.settled(() => heldThen.length > 0)
    expect(heldThen).toEqual([inAll])
    await desk.settled()
    desk.sync.refresh()
    await desk.settled()
    expect(heldThen).toEqual([inAll])
  })

  test('names both ends of creation in every question, with an offset, and never goes past the last position', async () => {
    await filled({ lastPosition: 20 })
    await expectExact()
    for (const query of await asked()) {
      expect(query.get('order_created_from')).toMatch(/\+00:00$/)
      expect(query.get('order_created_to')).toMatch(/\+00:00$/)
      expect(Number(query.get('start_index') ?? 1)).toBeLessThanOrEqual(20)
      expect(query.get('page')).toBeNull()
    }
  })

  test('follows the page size of the answer, also when it changes (rule 35)', async () => {
    await control.fault({ kind: 'page-size', method: 'GET', path: '/orders', pageSize: 5, skip: 8, count: 9 })
    await filled()
    await expectExact()
  })
})

describe('after the first fill', () => {
  test('what changes comes in, whenever the order was made', async () => {
    const desk = await filled()
    const old = [...server.keys()].at(-1) ?? ''
    desk.changed.splice(0)
    await touch(old)
    await desk.settled(() => desk.changed.includes(old))
    await expectExact()
    expect(desk.changed.filter((reference) => reference !== old)).toEqual([])
    for (const query of (await asked()).filter((each) => each.has('order_modified'))) {
      expect(query.has('order_created_from')).toBe(true)
    }
  })

  test('an order older than is held comes in when it changes, and a purge keeps it unless it is settled', async () => {
    const desk = await filled({ retentionMonths: 3 })
    const before = clock() - 93 * 86_400_000
    const older = [...server.values()].filter(({ order_created }) => Date.parse(order_created) < before)
    const isAhead = (order?: OrderDocument) => JSON.stringify(order?.order_bookings).includes('date":"2027')
    const two = [older.find(isAhead), older.at(-3)].map((order) => order?.order_reference ?? '')
    expect([...(await ordersOfMirror(methods)).keys()].filter((each) => two.includes(each))).toEqual([])
    for (const reference of two) await touch(reference)
    await desk.settled(() => two.every((reference) => desk.changed.includes(reference)))
    await desk.sync.stop()
    await methods['mirror.purge']({ before, limit: 1_000 })
    expect([...(await ordersOfMirror(methods)).keys()].filter((each) => two.includes(each))).toEqual([two[0]])
  })

  test('orders that are to be held for longer are told as coming until they are here', async () => {
    const desk = await filled({ retentionMonths: 3 })
    await control.fault({ kind: 'status', status: 500, method: 'GET', path: '/orders', count: 0 })
    void desk.sync.holdFor(13)
    await desk.settled(({ sync }) => sync.state().olderComing !== undefined)
    expect(desk.sync.state().isFilled).toBe(true)
    expect(clock() - (desk.sync.state().olderComing ?? 0)).toBeGreaterThan(80 * 86_400_000)
    await control.clear()
    await desk.settled()
    expect(desk.sync.state()).not.toHaveProperty('olderComing')
    await expectExact()
  })

  test('nothing new costs one conditional request, which is answered with 304 (rule 40)', async () => {
    const desk = await filled({ overlapMs: 1_000 })
    clock.advance(120_000)
    await vi.waitFor(
      async () => expect((await lists()).slice(-3).map(({ status }) => status)).toEqual([304, 304, 304]),
      { timeout: 5_000 },
    )
    const through = desk.sync.state().through ?? 0
    expect(clock() - through).toBeLessThan(5_000)
    await touch([...server.keys()][7] ?? '')
    await desk.settled(() => desk.changed.length > inAll)
    await expectExact()
  })

  test('a change that the cache hid comes in all the same (rule 42)', async () => {
    const desk = await filled()
    const reference = [...server.keys()][5] ?? ''
    await touch(reference)
    await desk.settled(() => desk.changed.length > inAll)
    await control.fault({ kind: 'stale-read', method: 'GET', path: '/orders', count: 0 })
    await touch(reference)
    clock.advance(60_000)
    const before = (await lists()).length
    await vi.waitFor(async () => expect((await lists()).length).toBeGreaterThan(before + 3))
    await control.clear()
    await desk.settled(() => desk.changed.length > inAll + 1)
    await expectExact()
  })

  test('asks at once when told to', async () => {
    const desk = await filled({ pollMs: 600_000 })
    await touch([...server.keys()][3] ?? '')
    desk.sync.refresh()
    await desk.settled(() => desk.changed.length > inAll)
    await expectExact()
  })

  test('goes by the clock of the server, and says when the desk is far off it', async () => {
    const late = runningClock()
    late.advance(-3 * 86_400_000)
    const desk = openSync(client.base, late, storeOf(methods))
    desks.push(desk)
    await desk.sync.start()
    await desk.settled()
    await touch([...server.keys()][0] ?? '')
    await desk.settled(() => desk.changed.length > inAll)
    await expectExact()
    const { clockSkew = 0, through = 0 } = desk.sync.state()
    expect(Math.abs(clockSkew + clock() - late())).toBeLessThan(5_000)
    expect(Math.abs(through - clock())).toBeLessThan(5_000)
  })
})

describe('what goes wrong', () => {
  const isLong = Boolean(process.env.GATEHOUSE_TEST_LONG)
  const treatedAlike = ['server errors', 'bodies that are no JSON', 'tokens that lapse (rule 63)']
  const faults = [
    ['cut connections', { kind: 'reset', count: 3 }],
    ['server errors', { kind: 'status', status: 500, count: 5 }],
    ['limits (rule 70)', { kind: 'status', status: 429, retryAfter: 1, count: 2 }],
    ['bodies cut short', { kind: 'truncated', count: 2 }],
    ['bodies that are no JSON', { kind: 'invalid-json', count: 5 }],
    ['tokens that lapse (rule 63)', { kind: 'expired-token', count: 1 }],
  ] as const
  test.each(faults.filter(([name]) => isLong || !treatedAlike.includes(name)))(
    '%s in the middle of a fill: it goes on by itself, and every order is there',
    async (_, fault) => {
      await control.fault({ method: 'GET', path: '/orders', skip: 9, ...fault })
      await filled()
      await expectExact()
    },
  )

  test.each([
    ['server', { kind: 'status', status: 502 }],
    ['offline', { kind: 'reset' }],
    ['server', { kind: 'invalid-json' }],
    ['rate-limited', { kind: 'status', status: 429 }],
  ])('is told as %s while it lasts (%j)', async (why, fault) => {
    const desk = open()
    await control.fault({ method: 'GET', path: '/orders', skip: 8, count: 0, ...fault })
    await desk.sync.start()
    await desk.settled(({ sync }) => sync.state().why === why)
    expect(desk.sync.state()).toMatchObject({ state: 'paused', isFilled: false })
    expect(await held()).toBeGreaterThan(0)
    await control.clear()
    await desk.settled()
    await expectExact()
  })

  test('a Retry-After is waited for before anything is asked again (rule 70)', async () => {
    const desk = await filled()
    await control.call('DELETE', '/ledger')
    await control.fault({
      method: 'GET',
      path: '/orders',
      kind: 'status',
      status: 429,
      retryAfter: 2,
      count: 1,
    })
    await desk.settled(({ sync }) => sync.state().why === 'rate-limited')
    const after = await vi.waitFor(
      async () => {
        const all = await lists()
        const limited = all.findIndex(({ status }) => status === 429)
        const [refused, next] = all.slice(limited, limited + 2)
        if (limited < 0 || !refused || !next) throw new Error('nothing was asked again')
        return Date.parse(next.at) - Date.parse(refused.at)
      },
      { timeout: 10_000 },
    )
    expect(after).toBeGreaterThanOrEqual(1_900)
  })

  test('a desk that is not let in waits for a person', async () => {
    const desk = open()
    await control.fault({ method: 'GET', path: '/orders', kind: 'status', status: 403, skip: 8, count: 1 })
    await desk.sync.start()
    await desk.settled(({ sync }) => sync.state().why === 'signed-out')
    const before = (await lists()).length
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect((await lists()).length).toBeLessThanOrEqual(before + 1)
    desk.sync.resume()
    await desk.settled()
    await expectExact()
  })

  test('a mirror that was begun anew meanwhile is filled again, whether or not anything changes', async () => {
    const desk = await filled({ overlapMs: 1_000 })
    clock.advance(120_000)
    await vi.waitFor(async () => expect((await lists()).at(-1)?.status).toBe(304), { timeout: 5_000 })
    await methods['mirror.open']({ key: 'cd'.repeat(32), now: clock() })
    expect(await held()).toBe(0)
    await desk.settled(({ changed }) => changed.length === 2 * inAll)
    await desk.settled()
    await expectExact()
  })

  test('a mirror that is begun anew in the middle of a fill is filled from the beginning', async () => {
    const desk = open()
    await desk.sync.start()
    await desk.settled(({ changed }) => changed.length > 50)
    await methods['mirror.open']({ key: 'cd'.repeat(32), now: clock() })
    await desk.settled()
    await expectExact()
  })

  test('a store that does not answer for a while loses nothing', async () => {
    const calls = storeOf(methods)
    let failing = 0
    const failingAtTimes =
      <Input extends unknown[], Output>(call: (...input: Input) => Promise<Output>) =>
      (...input: Input): Promise<Output> =>
        ++failing % 9 === 0 ? Promise.reject(new Error('lost')) : call(...input)
    const desk = openSync(client.base, clock, {
      take: failingAtTimes(calls.take),
      putState: calls.putState,
      indexSorts: failingAtTimes(calls.indexSorts),
      status: failingAtTimes(calls.status),
    })
    desks.push(desk)
    await desk.sync.start()
    await desk.settled(({ sync }) => sync.state().isFilled)
    expect(desk.reports.some(({ event }) => event === 'mirror.no-answer')).toBe(true)
    await expectExact()
  })

  test('letting go of old orders while the server cannot be reached does not end the trying', async () => {
    const desk = await filled()
    await control.fault({ kind: 'reset', method: 'GET', path: '/orders', count: 0 })
    desk.sync.refresh()
    await desk.settled(({ sync }) => sync.state().why === 'offline')
    await desk.sync.release(clock() - 40 * 24 * 60 * 60_000)
    expect(desk.sync.state()).toMatchObject({ state: 'paused', why: 'offline' })
    await control.clear()
    await desk.settled()
  })

  test('a pause asks for nothing more until it ends', async () => {
    const desk = open()
    await control.fault({ kind: 'delay', method: 'GET', path: '/orders', delayMs: 20, count: 0 })
    await desk.sync.start()
    await desk.settled(({ changed }) => changed.length > 50)
    desk.sync.pause('by-hand')
    const before = (await lists()).length
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect((await lists()).length).toBe(before)
    expect(desk.sync.state()).toMatchObject({ state: 'paused', why: 'by-hand' })
    desk.sync.refresh()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect((await lists()).length).toBe(before)
    await control.clear()
    desk.sync.resume()
    await desk.settled()
    await expectExact()
  })

  test('after a kill in the middle it goes on where it was: at most the pages under way come again', async () => {
    const first = open()
    await control.fault({ kind: 'delay', method: 'GET', path: '/orders', delayMs: 20, count: 0 })
    await first.sync.start()
    await first.settled(({ changed }) => changed.length > 100)
    const { orders: kept, state } = await status()
    // What a page would still do after that comes to nothing: it is as if nothing had run any more.
    await first.sync.stop()
    await methods['mirror.putState']({ state: state ?? '' })
    const known = await held()
    await control.clear()
    await control.call('DELETE', '/ledger')
    const again = await filled()
    await expectExact()
    expect(again.changed).toHaveLength(inAll - known)
    const fills = (await asked()).filter((query) => !query.has('order_modified'))
    // Two pages that were under way, and of every page the orders that it shares with the next one.
    expect(fills.length).toBeLessThanOrEqual(Math.ceil((inAll - kept) / 12) + 2 + 5)
  })

  test('a state that another version saved is begun anew, and what is held stays', async () => {
    await filled()
    await Promise.all(desks.splice(0).map(({ sync }) => sync.stop()))
    await methods['mirror.putState']({ state: '{"version":99}' })
    const desk = await filled()
    expect(desk.changed).toEqual([])
    await expectExact()
  })
})
