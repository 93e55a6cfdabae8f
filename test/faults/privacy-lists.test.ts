// Lists of orders that Gatehouse wrote stay known to it, whatever becomes of the mirror that they were written from.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CopyPlace } from '@shared/features/privacy'
import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createExport } from '../../electron/features/mirror/export-orders'
import { profileId } from '../support/api-client'
import { caller, value } from '../support/batch-desk'
import { layoutOf } from '../support/export-layout'
import { forgotten, guestArrival } from '../support/forgotten-guest'
import { killedExport } from '../support/killed-export'
import { mirrorInProcess } from '../support/mirror-in-process'
import { openPrivacyDesk } from '../support/privacy-desk'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'
import { controlOf, FAULT_TOKEN } from '../unit/sandbox/support/control'

let server: TestClient
let folder: string
let desk: ReturnType<typeof openPrivacyDesk>
let mirror: ReturnType<typeof mirrorInProcess>
let isOff: boolean

beforeAll(async () => {
  server = await startTestSandbox({ orders: 300, faultToken: FAULT_TOKEN })
})
afterAll(() => server.sandbox.close())
beforeEach(async () => {
  await controlOf(server).call('POST', '/orders', guestArrival())
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-lists-'))
  mkdirSync(at('outside'))
  mirror = mirrorInProcess(at('mirror.db'))
  isOff = false
  desk = openDesk()
})
afterEach(async () => {
  await desk.stop()
  await mirror.stop()
  rmSync(folder, { recursive: true })
})

const at = (...names: string[]) => join(folder, ...names)
const list = () => at('outside', 'orders.csv')
const state = { inMemory: false, orders: 1, isFilled: true, retentionMonths: 13 } as const
const mirrors = {
  opened: async () => (isOff ? err(appError('NO_MIRROR', 'there is none')) : ok(mirror)),
  state: async () => ({ ...state, state: isOff ? ('off' as const) : ('fresh' as const) }),
}

const openDesk = () =>
  openPrivacyDesk(server.base, {
    ...{ path: at('journal.db'), mirrors },
    sawOrder: (text, askedAt) => void mirror.take({ text, askedAt }).catch(() => {}),
  })

/** As many orders as the server has, in the mirror. */
async function fill(): Promise<void> {
  const page = await desk.api.for(profileId).orders.page({ items_per_page: 100 })
  if (!page.ok) throw new Error(page.error.code)
  await mirror.take({ text: page.value.text ?? '', askedAt: 1 })
  expect((await mirror.status()).orders).toBeGreaterThan(60)
}

const exported = () => {
  const { exportOrders } = createExport({
    ...{ mirrors, journal: desk.journal, accountOf: () => undefined, now: Date.now },
    chooseSavePath: async () => list(),
    profileName: () => 'Canal Tours BV',
    showFile: () => {},
    progress: () => {},
    beforeQuit: () => {},
    report: () => {},
  })
  const query = { filters: {}, sort: { by: 'created', direction: 'desc' } } as const
  return exportOrders({ profile: profileId, query, as: 'csv', layout: layoutOf() }, caller)
}

/** What the checklist says of a place, once the person's orders were looked for and this computer was cleared. */
async function copyTold(place: CopyPlace, deleteFiles: string[] = []) {
  const [known] = value(await desk.privacy.listRequests({ profile: profileId }, caller)).requests
  const id = known?.id ?? (await desk.asked({ name: forgotten.name, emails: [forgotten.email] }))
  if (!known) {
    value(await desk.privacy.findPerson(desk.at(id), caller))
    await desk.erased(id)
  }
  const { request } = value(await desk.privacy.clearCopies({ ...desk.at(id), deleteFiles }, caller))
  return request.copies?.find((copy) => copy.place === place)
}
async function listsTold(deleteFiles: string[] = []) {
  const told = await copyTold('exports', deleteFiles)
  return { result: told?.result, files: (told?.files ?? []).map(({ path, state }) => [path, state]), told }
}

const notedAnywhere = async () => {
  const inJournal = await desk.journal.store.privacy.lists({ profile: profileId })
  return [...inJournal, ...(isOff ? [] : await mirror.files())].map(({ path }) => path)
}
const mirrorFiles = () => readdirSync(folder).filter((name) => name.startsWith('mirror.db'))

/** The program begins anew with a mirror that nothing can be read from. */
async function damaged(): Promise<void> {
  await mirror.stop()
  for (const name of mirrorFiles()) rmSync(at(name))
  writeFileSync(at('mirror.db'), 'not a mirror any more'.repeat(1000))
  mirror = mirrorInProcess(at('mirror.db'))
  expect(await mirror.open()).toMatchObject({ state: 'open', setAside: expect.stringContaining('damaged') })
  expect(await mirror.files()).toEqual([])
}

const forgottenMirror = async (): Promise<void> => {
  expect(await mirror.forget()).toMatchObject({ ok: true })
  isOff = true
}
const madeAnew = async (): Promise<void> => {
  await forgottenMirror()
  isOff = false
  mirror = mirrorInProcess(at('mirror.db'))
}

describe('a list that was exported is named to who clears this computer, and deleted where they say so', () => {
  test.each([
    ['from a mirror that is there', async () => {}],
    ['from a mirror that was damaged since, and put aside', damaged],
    ['from a mirror that was forgotten since', forgottenMirror],
    ['from a mirror that was forgotten and made anew since', madeAnew],
  ])('%s', async (_from, becomes) => {
    await fill()
    expect(await exported()).toMatchObject({ ok: true, value: { savedAs: 'orders.csv' } })
    await becomes()
    const beside = `${list()}.summary.json`
    const { result, files, told } = await listsTold()
    expect(result).toBe('by-hand')
    expect(files.sort()).toEqual([
      [list(), 'there'],
      [beside, 'there'],
    ])
    const again = await listsTold(told?.files?.map(({ id }) => id))
    expect(again.result).toBe('done')
    expect([existsSync(list()), existsSync(beside)]).toEqual([false, false])
    // Its name may be the person's: nothing remembers where it was.
    expect(await notedAnywhere()).toEqual([])
  })

  test('and stays known where it was left', async () => {
    await fill()
    expect(await exported()).toMatchObject({ ok: true })
    await listsTold()
    expect(await notedAnywhere()).toEqual([list(), list()])
  })
})

test('what a killed export left is named although the mirror that knew of it was damaged', async () => {
  await fill()
  await desk.stop()
  // This process holds its own to the end.
  for (const name of mirrorFiles()) copyFileSync(at(name), at(`copy-${name}`))
  const part = await killedExport(at('copy-mirror.db'), list(), at('journal.db'))
  await damaged()
  desk = openDesk()
  const { result, files } = await listsTold()
  expect(result).toBe('by-hand')
  expect(files).toContainEqual([part, 'there'])
  rmSync(part)
  expect((await listsTold()).files).toContainEqual([part, 'gone'])
})

test('a mirror that was set aside is deleted when this computer is cleared: nobody can search it for the person', async () => {
  await fill()
  await damaged()
  const aside = () => readdirSync(folder).filter((name) => name.includes('.damaged-'))
  expect(aside()).toHaveLength(1)
  writeFileSync(at('another.db.damaged-then'), 'somebody else')
  // No file, so that it cannot be deleted as one.
  mkdirSync(at('mirror.db.damaged-held'))
  expect(await copyTold('mirror')).toMatchObject({ result: 'by-hand', why: 'ASIDE_LEFT' })
  expect(aside().sort()).toEqual(['another.db.damaged-then', 'mirror.db.damaged-held'])
  expect(mirror.state()).toHaveProperty('setAside')

  rmSync(at('mirror.db.damaged-held'), { recursive: true })
  writeFileSync(at('mirror.db.without-key-then'), 'of a key that is gone')
  expect(await copyTold('mirror')).toMatchObject({ result: 'done' })
  expect(mirrorFiles().filter((name) => /damaged|without-key/.test(name))).toEqual([])
  expect(aside()).toEqual(['another.db.damaged-then'])
  expect(mirror.state()).toMatchObject({ state: 'open' })
  expect(mirror.state()).not.toHaveProperty('setAside')
})

test('what is written of a person is theirs alone to read, and its part is noted in case of a kill', async () => {
  const id = await desk.asked({ name: forgotten.name, emails: [forgotten.email] })
  value(await desk.privacy.findPerson(desk.at(id), caller))
  const path = at('outside', 'person.json')
  desk.chosen.save = path
  const noted = vi.spyOn(desk.journal.store.privacy, 'noteFile')
  expect(value(await desk.privacy.exportPerson({ ...desk.at(id), as: 'json' }, caller))).toMatchObject({
    savedAs: 'person.json',
  })
  expect(noted.mock.calls).toMatchObject([[{ path: expect.stringMatching(/person\.json\..*\.part$/) }]])
  // The request itself knows of the file, and its part is there no more.
  expect(await notedAnywhere()).toEqual([])
  expect(statSync(path).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
})

test('a computer that never wrote a list has none', async () => {
  await fill()
  expect(await listsTold()).toMatchObject({ result: 'nothing-there', files: [] })
})
