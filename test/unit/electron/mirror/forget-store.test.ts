import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { forgetStore } from '../../../../electron/mirror/live-mirror'
import { mirrorInProcess } from '../../../support/mirror-in-process'
import { SimulatedTime } from '../../../support/simulated-time'
import { temporaryFolder } from '../../../support/temporary-folder'

let folder: string
let store: ReturnType<typeof mirrorInProcess>
beforeEach(async () => {
  filesLeft.mockReset()
  folder = temporaryFolder()
  store = mirrorInProcess(join(folder, 'mirror.db'))
  for (const name of ['first.csv.part', 'second.csv.part']) {
    writeFileSync(join(folder, name), 'a guest')
    await store.noteFile({ path: join(folder, name), at: 1, kind: 'part', orders: 0 })
  }
})

const filesLeft = vi.fn(async () => {})
const isThere = (name: string) => existsSync(join(folder, name))

test('a disk that does not answer holds up neither the forgetting of a mirror for long nor what lies on another', async () => {
  const { forgetFile } = store
  // As it is where deleting the first one never comes to an end.
  vi.spyOn(store, 'forgetFile').mockImplementation((path) =>
    path.includes('first') ? new Promise(() => {}) : forgetFile(path),
  )
  const time = new SimulatedTime(0)
  const ended = vi.fn()
  const forgetting = forgetStore(store, time, filesLeft).then(ended)
  await vi.waitFor(() => expect(isThere('second.csv.part')).toBe(false))
  await time.pass(9_000)
  expect(ended).not.toHaveBeenCalled()
  expect(isThere('mirror.db')).toBe(true)
  await time.pass(1_000)
  await forgetting
  expect(ended).toHaveBeenCalledWith({ ok: true, value: undefined })
  expect(isThere('mirror.db')).toBe(false)
})

test('a mirror is forgotten once what was left of its exports is deleted, without waiting any longer', async () => {
  expect(await forgetStore(store, new SimulatedTime(0), filesLeft)).toMatchObject({ ok: true })
  for (const name of ['first.csv.part', 'second.csv.part', 'mirror.db']) expect(isThere(name)).toBe(false)
})

const list = { path: '/home/desk/orders.csv', at: 2, kind: 'csv', orders: 12 } as const

test('which lists lie outside is told before the mirror that knew of them is gone', async () => {
  await store.noteFile(list)
  filesLeft.mockImplementation(async () => expect(isThere('mirror.db')).toBe(true))
  expect(await forgetStore(store, new SimulatedTime(0), filesLeft)).toMatchObject({ ok: true })
  expect(filesLeft.mock.calls).toEqual([[[list]]])
  expect(isThere('mirror.db')).toBe(false)
})

test('a mirror is forgotten also where nobody can be told', async () => {
  await store.noteFile(list)
  filesLeft.mockRejectedValue(new Error('the journal is locked'))
  expect(await forgetStore(store, new SimulatedTime(0), filesLeft)).toMatchObject({ ok: true })
  expect(isThere('mirror.db')).toBe(false)
})
