// Whose a mirror is: a person is looked for in that of the profile and account which are asked with, and a list that it knew of
// is told of to whoever forgets a person with those. Real files and real processes, and the real sandbox over HTTP.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { noteLists } from '../../electron/journal/note-file'
import { systemClock } from '../../electron/journal/system-clock'
import { createMirrors, type Mirrors, mirrorsSpec, mirrorWishes } from '../../electron/mirror'
import { openJsonDocument } from '../../electron/platform/json-document'
import { createKeychain } from '../../electron/platform/keychain'
import { profileId } from '../support/api-client'
import { caller, value } from '../support/batch-desk'
import { buildStoreChild } from '../support/build-store'
import { forgotten } from '../support/forgotten-guest'
import { keychainDouble } from '../support/keychain-double'
import { orderLike, pageOf } from '../support/mirror-orders'
import { openPrivacyDesk } from '../support/privacy-desk'
import { startStoreChild } from '../support/store-process'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'

const other = 'other-profile'
const [first, second, third] = ['a', 'b', 'c'].map((sign) => sign.repeat(32)) as [string, string, string]

let bundle: string
let server: TestClient
let folder: string
let accounts: Record<string, string>
let keys: ReturnType<typeof keychainDouble>
let mirrors: Mirrors
let desk: ReturnType<typeof openPrivacyDesk>

beforeAll(async () => {
  bundle = await buildStoreChild('mirror-child')
  server = await startTestSandbox({ orders: 20 })
})
afterAll(async () => {
  await server.sandbox.close()
  rmSync(dirname(bundle), { recursive: true })
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-owner-'))
  accounts = { [profileId]: first, [other]: second }
  keys = keychainDouble()
  desk = openPrivacyDesk(server.base, {
    mirrors: { opened: (of) => mirrors.opened(of), state: (of) => mirrors.state(of) },
  })
  mirrors = open()
})
afterEach(async () => {
  await mirrors.stop()
  await desk.stop()
  rmSync(folder, { recursive: true, maxRetries: 5, retryDelay: 100 })
})

/** As the application has them, which keep what they are given and ask for nothing. */
const open = () =>
  createMirrors({
    folder: join(folder, 'mirror'),
    keychain: createKeychain({ service: 'test', load: async () => keys.backend }),
    api: desk.api,
    wishes: mirrorWishes(openJsonDocument(folder, mirrorsSpec)),
    byDefault: () => 'paused',
    isOnThisComputer: () => false,
    accountOf: (profile) => accounts[profile],
    syncSettings: () => ({}),
    spawn: () => startStoreChild(bundle),
    clock: systemClock,
    changed: () => {},
    stateChanged: () => {},
    filesLeft: (profile, account, files) =>
      noteLists({ open: async () => {}, store: desk.journal.store }, { profile, account }, files),
    report: () => {},
  })
async function restarted(): Promise<void> {
  await mirrors.stop()
  mirrors = open()
}
const storeOf = async (profile: string) => value(await mirrors.opened(profile))

describe('a person is found in the mirror', () => {
  const reference = '90000000000000001'
  /** An order of theirs that the server has no more. */
  const hold = async (profile: string) => {
    const order = orderLike({
      order_reference: reference,
      order_contacts: [{ contact_type: 'BOOKER', contact_email: forgotten.email }],
    })
    await (await storeOf(profile)).take({ text: pageOf([order]), askedAt: 1 })
  }
  const found = async (): Promise<readonly string[]> => {
    const id = await desk.asked({ emails: [forgotten.email] })
    const { request } = value(await desk.privacy.findPerson(desk.at(id), caller))
    expect(request.searched).toContainEqual(expect.objectContaining({ place: 'mirror', state: 'searched' }))
    return request.orders.map((order) => order.reference)
  }

  test('of the profile that asks', async () => {
    await hold(profileId)
    await storeOf(other)
    expect(await found()).toEqual([reference])
    await restarted()
    expect(await found()).toEqual([reference])
  })

  test('and in that of no other profile', async () => {
    await storeOf(profileId)
    await hold(other)
    expect(await found()).toEqual([])
    await restarted()
    expect(await found()).toEqual([])
  })

  test.each([
    ['while it is open', async () => mirrors.renewed(profileId, false)],
    ['while nothing is', restarted],
  ])('and of no account that the profile had before it was changed %s', async (_when, becomes) => {
    await hold(profileId)
    accounts = { ...accounts, [profileId]: third }
    await becomes()
    expect(await found()).toEqual([])
  })
})

describe('a list that a mirror knew of is told of once that is forgotten', () => {
  const list = () => join(folder, 'orders.csv')
  const note = async (profile: string) => {
    writeFileSync(list(), 'of guests')
    await (await storeOf(profile)).noteFile({ path: list(), kind: 'csv', orders: 1, at: 7 })
  }
  const toldTo = async (profile: string, account: string) =>
    (await desk.journal.store.privacy.lists({ profile, account })).map(({ path }) => path)
  /** To the profile, to another one of that account, and to one that has neither. */
  const told = async (profile: string, account: string) => ({
    own: await toldTo(profile, third),
    sameAccount: await toldTo('a-third-profile', account),
    neither: await toldTo('a-third-profile', third),
  })
  const toOwners = () => ({ own: [list()], sameAccount: [list()], neither: [] })

  test('to its profile and to those of its account', async () => {
    await note(other)
    await storeOf(profileId)
    value(await mirrors.forget(other))
    expect(await told(other, second)).toEqual(toOwners())
    expect(await toldTo(profileId, first)).toEqual([])
  })

  test('also where nobody opened it since the program began', async () => {
    await note(other)
    await restarted()
    await mirrors.removed(other)
    expect(await told(other, second)).toEqual(toOwners())
    expect(await toldTo(profileId, first)).toEqual([])
  })

  test('also where its profile works as another account by then, to those of the one that it had', async () => {
    await note(profileId)
    accounts = { ...accounts, [profileId]: second }
    await mirrors.renewed(profileId, false)
    expect(await told(profileId, first)).toEqual(toOwners())
    expect(await toldTo('a-third-profile', second)).toEqual([])
  })

  test('and to everybody where nobody knows any more which account that was', async () => {
    await note(profileId)
    await mirrors.stop()
    accounts = { ...accounts, [profileId]: second }
    mirrors = open()
    await mirrors.renewed(profileId, false)
    expect(await told(profileId, first)).toEqual({ ...toOwners(), neither: [list()] })
  })
})
