// What is left of the mirror of a profile that a person removes: real files, real processes, the real sandbox over HTTP.
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { systemClock } from '../../electron/journal/system-clock'
import { createMirrors, type Mirrors, mirrorsSpec, mirrorWishes } from '../../electron/mirror'
import { openJsonDocument } from '../../electron/platform/json-document'
import { createKeychain } from '../../electron/platform/keychain'
import { clientFor, connectionTo, profileId } from '../support/api-client'
import { buildStoreChild } from '../support/build-store'
import { keychainDouble } from '../support/keychain-double'
import { startStoreChild } from '../support/store-process'
import { CLIENT, startTestSandbox, type TestClient } from '../unit/sandbox/support/client'

const other = 'c0ffee00-0000-4000-8000-000000000001'

let bundle: string
let client: TestClient
let folder: string
let keys: ReturnType<typeof keychainDouble>
let accounts: Record<string, string>
let reports: string[]
const running: Mirrors[] = []

beforeAll(async () => {
  bundle = await buildStoreChild('mirror-child')
  client = await startTestSandbox({ orders: 20, validate: false })
})
afterAll(async () => {
  await client.sandbox.close()
  rmSync(dirname(bundle), { recursive: true })
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-leaving-'))
  keys = keychainDouble()
  accounts = { [profileId]: 'a'.repeat(32), [other]: 'b'.repeat(32) }
  reports = []
})
afterEach(async () => {
  vi.restoreAllMocks()
  await Promise.all(running.splice(0).map((mirrors) => mirrors.stop()))
  rmSync(folder, { recursive: true, maxRetries: 5, retryDelay: 100 })
})

/** As the application has them; asked for again, as after a restart. */
function open(): Mirrors {
  const { api } = clientFor(connectionTo(client.base, { ...CLIENT, inferredNames: false }))
  const mirrors = createMirrors({
    folder: join(folder, 'mirror'),
    keychain: createKeychain({ service: 'test', load: async () => keys.backend }),
    api,
    wishes: wishes(),
    byDefault: () => 'paused',
    isOnThisComputer: () => false,
    accountOf: (profile) => accounts[profile],
    syncSettings: () => ({}),
    spawn: () => startStoreChild(bundle),
    clock: systemClock,
    changed: () => {},
    stateChanged: () => {},
    filesLeft: async () => {},
    report: (what) => reports.push(what),
  })
  running.push(mirrors)
  return mirrors
}
const wishes = () => mirrorWishes(openJsonDocument(folder, mirrorsSpec))

const held = (profile: string) => ({
  files: (existsSync(join(folder, 'mirror')) ? readdirSync(join(folder, 'mirror')) : []).some((name) =>
    name.startsWith(profile),
  ),
  key: keys.entries.has(`test/key:mirror-${profile}`),
})
const both = { files: true, key: true }
const neither = { files: false, key: false }

/** Mirrors of two profiles, open. */
async function opened(): Promise<Mirrors> {
  const mirrors = open()
  for (const profile of [profileId, other]) expect(await mirrors.opened(profile)).toMatchObject({ ok: true })
  expect([held(profileId), held(other)]).toEqual([both, both])
  return mirrors
}
/** As main does when a person removes it. */
function remove(mirrors: Mirrors): Promise<void> {
  mirrors.leaves(profileId)
  delete accounts[profileId]
  return mirrors.removed(profileId)
}

describe('the mirror of a profile that is removed', () => {
  test('is gone, file and key, before the program ends', async () => {
    const mirrors = await opened()
    void remove(mirrors)
    await mirrors.stop()
    expect([held(profileId), held(other)]).toEqual([neither, both])
    await vi.waitFor(() => expect(wishes().leaving()).toEqual([]))
    expect(reports).toEqual([])
  })

  test('is deleted at the next start when the program was killed before it was, and no other with it', async () => {
    const before = await opened()
    before.leaves(profileId)
    delete accounts[profileId]
    await before.stop()
    expect(held(profileId)).toEqual(both)
    await open().finishLeaving()
    expect([held(profileId), held(other)]).toEqual([neither, both])
    expect(wishes().leaving()).toEqual([])
  })

  test('of which the key could not be deleted is reported, and its key deleted once the keychain is unlocked', async () => {
    const mirrors = await opened()
    await mirrors.stop()
    keys.behaviour = 'locked'
    const again = open()
    await remove(again)
    expect([held(profileId), reports]).toEqual([{ files: false, key: true }, ['mirror.not-forgotten']])
    await again.finishLeaving()
    expect(held(profileId).key).toBe(true)
    keys.behaviour = 'open'
    await again.finishLeaving()
    expect([held(profileId), held(other)]).toEqual([neither, both])
    expect(wishes().leaving()).toEqual([])
  })

  test('stays as it is at a start with a locked keychain: what it left outside could not be read', async () => {
    const before = await opened()
    before.leaves(profileId)
    delete accounts[profileId]
    await before.stop()
    keys.behaviour = 'locked'
    await open().finishLeaving()
    expect([held(profileId), wishes().leaving()]).toEqual([both, [profileId]])
  })
})

test('a mirror whose forgetting a kill cut short is gone after the next start, and its profile has none', async () => {
  const mirrors = await opened()
  const forgetting = mirrors.forget(profileId)
  const atKill = join(folder, 'at-kill')
  for (const name of ['mirror', 'mirrors.json'])
    cpSync(join(folder, name), join(atKill, name), { recursive: true })
  const keysAtKill = [...keys.entries]
  expect(await forgetting).toMatchObject({ ok: true })
  expect(wishes().leaving()).toEqual([])
  await mirrors.stop()

  for (const [name, key] of keysAtKill) keys.entries.set(name, key)
  rmSync(join(folder, 'mirror'), { recursive: true })
  cpSync(atKill, folder, { recursive: true })
  expect(held(profileId)).toEqual(both)
  const after = open()
  await after.finishLeaving()
  expect([held(profileId), held(other)]).toEqual([neither, both])
  expect(wishes().leaving()).toEqual([])
  expect(await after.state(profileId)).toMatchObject({ state: 'off' })
})

describe('a start deletes nothing of a profile', () => {
  test('that was to be removed and is there all the same', async () => {
    const before = await opened()
    before.leaves(profileId)
    await before.stop()
    const mirrors = open()
    await mirrors.finishLeaving()
    expect([held(profileId), wishes().leaving()]).toEqual([both, []])
    expect(await mirrors.opened(profileId)).toMatchObject({ ok: true })
  })

  test('that is not in the list and that nobody removed: the list may have been lost', async () => {
    await (await opened()).stop()
    accounts = {}
    await open().finishLeaving()
    expect([held(profileId), held(other)]).toEqual([both, both])
  })

  test('and asks no keychain where none was removed', async () => {
    await (await opened()).stop()
    const asked = vi.spyOn(keys.backend, 'setPassword')
    await open().finishLeaving()
    expect(asked).not.toHaveBeenCalled()
  })
})
