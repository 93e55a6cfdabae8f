// What the mirror holds goes by the server's clock: over real HTTP against the real sandbox.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { readSyncState } from '../../electron/mirror/sync/sync-state'
import { openedMirror } from '../support/mirror-orders'
import {
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
const day = 86_400_000

let client: TestClient
const desks: SyncDesk[] = []

beforeAll(async () => {
  client = await startTestSandbox({ orders: 120, faultToken: FAULT_TOKEN, validate: false }, clock)
})
afterEach(async () => {
  await Promise.all(desks.splice(0).map(({ sync }) => sync.stop()))
})
afterAll(() => client.sandbox.close())

/** What a first fill of three months brings to a desk whose clock is off, and what it brings once it is begun again. */
async function filledBy(daysOff: number) {
  const off = runningClock()
  off.advance(daysOff * day)
  const { methods } = await openedMirror()
  const opened = async () => {
    const desk = openSync(client.base, off, storeOf(methods), { retentionMonths: 3 })
    desks.push(desk)
    await desk.sync.start()
    await desk.settled()
    const { orders, state } = await methods['mirror.status']({})
    const { heldFrom = 0 } = readSyncState(state) ?? {}
    return { desk, orders, heldFrom }
  }
  const first = await opened()
  const estimate = await first.desk.sync.estimate()
  await first.desk.sync.stop()
  const again = await opened()
  return { first, again, estimated: estimate.ok ? estimate.value.orders : undefined }
}

test.each([60, -60])(
  'a desk whose clock is %i days off holds as many orders as any other, also once it is begun again',
  async (daysOff) => {
    const right = await filledBy(0)
    const { first, again, estimated } = await filledBy(daysOff)
    expect(right.first.orders).toBeGreaterThan(20)
    expect([first.orders, again.orders, estimated]).toEqual(Array(3).fill(right.first.orders))
    for (const { heldFrom } of [first, again])
      expect(Math.abs(heldFrom - right.first.heldFrom)).toBeLessThan(60_000)
  },
)

test('a desk whose clock is put right waits for nothing longer because of it', async () => {
  const hours = 3_600_000
  const ahead = runningClock()
  ahead.advance(3 * hours)
  const { methods } = await openedMirror()
  const desk = openSync(client.base, ahead, storeOf(methods), { pace: { atOnce: 2, perSecond: 100 } })
  desks.push(desk)
  await desk.sync.start()
  await desk.settled()
  expect(desk.sync.state().clockSkew).toBeGreaterThan(2 * hours)
  desk.changed.splice(0)
  ahead.advance(-3 * hours)
  const [reference] = (await ordersOfServer(client)).keys()
  await controlOf(client).call('POST', `/touch/${reference}`, { what: 'note', value: 'put right' })
  await desk.settled(() => desk.changed.length > 0)
  expect(await ordersOfMirror(methods)).toEqual(await ordersOfServer(client))
  expect(await desk.sync.estimate()).toMatchObject({ ok: true })
  expect(desk.sync.state().clockSkew).toBeUndefined()
})
