// Orders that the copy cannot keep are told of, also after a restart, and keep nothing else from being read.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { openedMirror } from '../support/mirror-orders'
import {
  type MirrorMethods,
  openSync,
  type Page,
  runningClock,
  type SyncDesk,
  storeOf,
} from '../support/sync-desk'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'

const inAll = 40
const clock = runningClock()
let client: TestClient
let methods: MirrorMethods
const desks: SyncDesk[] = []

beforeAll(async () => {
  client = await startTestSandbox({ orders: inAll, validate: false }, clock)
})
afterAll(() => client.sandbox.close())
beforeEach(async () => {
  methods = (await openedMirror()).methods
})
afterEach(() => Promise.all(desks.splice(0).map(({ sync }) => sync.stop())))

async function filled(through?: (page: Page) => Page): Promise<SyncDesk> {
  const desk = openSync(client.base, clock, storeOf(methods), {}, through)
  desks.push(desk)
  await desk.sync.start()
  await desk.settled()
  return desk
}

/** The order as no server should send it. */
const spoilt =
  (reference: string) =>
  (page: Page): Page =>
  async (...asked) => {
    const answer = await page(...asked)
    if (!answer.ok || answer.value.text === undefined) return answer
    const document = JSON.parse(answer.value.text)
    for (const order of document.data.items)
      if (order.order_reference === reference) order.order_created = 'soon'
    return { ...answer, value: { ...answer.value, text: JSON.stringify(document) } }
  }

test('nothing is said while all could be kept', async () => {
  const { sync } = await filled()
  expect(sync.state()).toMatchObject({ orders: inAll })
  expect(sync.state()).not.toHaveProperty('leftOut')
})

test('an order without a moment that can be read is left out and said so, after a restart as well', async () => {
  const [{ order_reference: reference } = { order_reference: '' }] = (await client.list('items_per_page=3'))
    .items
  const before = await filled(spoilt(reference))
  expect(before.sync.state()).toMatchObject({ state: 'fresh', orders: inAll - 1, leftOut: true })
  expect(before.reports).toContainEqual({ event: 'mirror.unreadable-orders', details: { orders: 1 } })
  // What is saved with a page is of those before it: the next one brings it.
  await vi.waitFor(async () => expect((await methods['mirror.status']({})).state).toContain('"leftOut":true'))
  await before.sync.stop()
  const { sync } = await filled()
  expect(sync.state()).toMatchObject({ leftOut: true })
})
