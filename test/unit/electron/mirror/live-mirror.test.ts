import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type LiveMirror, liveMirror } from '../../../../electron/mirror/live-mirror'
import type { Sync } from '../../../../electron/mirror/sync'
import { mirrorInProcess } from '../../../support/mirror-in-process'
import { SimulatedTime } from '../../../support/simulated-time'
import { temporaryFolder } from '../../../support/temporary-folder'

const minute = 60_000

let store: ReturnType<typeof mirrorInProcess>
let time: SimulatedTime
let mirror: LiveMirror
beforeEach(() => {
  store = mirrorInProcess(join(temporaryFolder(), 'mirror.db'))
  time = new SimulatedTime(Date.parse('2026-06-01T00:00:00Z'))
  mirror = liveMirror({
    ...{ account: 'a', store, sync: upToDate(), clock: time, retentionMonths: 13 },
    ...{ startsPaused: false, startsMetered: false, filesLeft: async () => {}, changed: () => {} },
  })
})
afterEach(() => mirror.stop())

/** Nothing is to be brought in: what is removed is what this is about. */
const upToDate = (): Sync => ({
  ...{ start: async () => {}, pause: () => {}, resume: () => {}, refresh: () => {}, stop: async () => {} },
  ...{ holdFor: async () => {}, release: async () => {}, recount: async () => {} },
  estimate: async () => ({ ok: true, value: { orders: 0, calls: 0, duration: 0 } }),
  state: () => ({ state: 'fresh', orders: 0, isFilled: true, through: time.now() }),
})
/** More than anybody would put into a test is old. */
const purged = () =>
  vi.spyOn(store, 'purge').mockImplementation(async ({ limit }) => ({ removed: limit, more: true }))

test('between the parts of a long purge there is calm, so that whoever looks at a list has it whole', async () => {
  const parts = purged()
  await mirror.open()
  await time.pass(5 * minute)
  await vi.waitFor(() => expect(parts).toHaveBeenCalledTimes(1))
  await time.pass(9_000)
  expect(parts).toHaveBeenCalledTimes(1)
  for (const times of [2, 3]) {
    await time.pass(10_000)
    await vi.waitFor(() => expect(parts).toHaveBeenCalledTimes(times))
  }
})

test('a purge that is calm keeps nobody waiting who closes the mirror or has orders kept for longer', async () => {
  const parts = purged()
  await mirror.open()
  await time.pass(5 * minute)
  await vi.waitFor(() => expect(parts).toHaveBeenCalledTimes(1))
  await mirror.holdFor(24)
  await vi.waitFor(() => expect(parts).toHaveBeenCalledTimes(2))
  await mirror.stop()
  await time.pass(minute)
  expect(parts).toHaveBeenCalledTimes(2)
})
