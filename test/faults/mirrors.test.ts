// The mirrors of profiles: real files, real processes, the real sandbox over HTTP.
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { MirrorState } from '@shared/features/mirror'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Mirrors } from '../../electron/mirror'
import { profileId } from '../support/api-client'
import { buildStoreChild } from '../support/build-store'
import { keychainDouble } from '../support/keychain-double'
import { killedExport } from '../support/killed-export'
import { mirrorTestKey } from '../support/mirror-in-process'
import { openMirrors } from '../support/open-mirrors'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'

const inAll = 60

let bundle: string
let client: TestClient
let folder: string
let keys: ReturnType<typeof keychainDouble>
let account: string | undefined
let spawned: number
let changed: string[]
let isLocal: boolean
const running: Mirrors[] = []

beforeAll(async () => {
  bundle = await buildStoreChild('mirror-child')
  client = await startTestSandbox({ orders: inAll, validate: false })
})
afterAll(async () => {
  await client.sandbox.close()
  rmSync(dirname(bundle), { recursive: true })
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-mirrors-'))
  keys = keychainDouble()
  account = 'a'.repeat(32)
  spawned = 0
  changed = []
  isLocal = false
})
afterEach(async () => {
  await Promise.all(running.splice(0).map((mirrors) => mirrors.stop()))
  rmSync(folder, { recursive: true, maxRetries: 5, retryDelay: 100 })
})

/** As the application has them; asked for again, as after a restart. */
function open(byDefault: 'kept' | 'off' = 'kept') {
  const installation = { ...{ folder, bundle, keys, changed, reported: [] }, base: client.base }
  const opened = openMirrors(installation, {
    byDefault,
    isLocal: () => isLocal,
    account: () => account,
    spawned: () => spawned++,
  })
  running.push(opened.mirrors)
  return opened
}

const stateOf = (mirrors: Mirrors, wanted: Partial<MirrorState>) =>
  vi.waitFor(async () => expect(await mirrors.state(profileId)).toMatchObject(wanted), {
    timeout: 20_000,
    interval: 20,
  })
const weighed = async (mirrors: Mirrors, months: number) => {
  const weight = await mirrors.weighRetention(profileId, months)
  if (!weight.ok) throw new Error(weight.error.code)
  return weight.value
}
const files = () => (existsSync(join(folder, 'mirror')) ? readdirSync(join(folder, 'mirror')) : [])
const keyNames = () => [...keys.entries.keys()].filter((name) => name.includes('mirror'))
const fresh = { state: 'fresh', isFilled: true, orders: inAll, inMemory: false } as const

const newestFirst = { filters: {}, sort: { by: 'created', direction: 'desc' } } as const

/** What is left of an export of its orders that was killed. */
async function leftOfExport(): Promise<string> {
  keys.entries.set(`test/key:mirror-${profileId}`, mirrorTestKey.toString('base64'))
  const { mirrors } = open()
  await stateOf(mirrors, fresh)
  await mirrors.stop()
  return killedExport(join(folder, 'mirror', files()[0] ?? ''), join(folder, 'orders.jsonl'))
}

const storeOf = async (mirrors: Mirrors) => {
  const opened = await mirrors.opened(profileId)
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

describe('what an export that was killed left in plain text', () => {
  test('is deleted when the mirror is next opened, and forgotten then', async () => {
    const part = await leftOfExport()
    const { mirrors } = open()
    const { files: noted } = await storeOf(mirrors)
    await vi.waitFor(async () => expect(await noted()).toEqual([]))
    expect(existsSync(part)).toBe(false)
    await stateOf(mirrors, fresh)
  })

  test('is deleted with the mirror when the profile is removed before it is opened again', async () => {
    const part = await leftOfExport()
    const { mirrors } = open()
    account = undefined
    await mirrors.removed(profileId)
    expect(existsSync(part)).toBe(false)
    expect([files(), keyNames()]).toEqual([[], []])
  })

  test('is deleted with the mirror when the profile is forgotten before it is opened again', async () => {
    const part = await leftOfExport()
    const { mirrors } = open()
    expect(await mirrors.forget(profileId)).toMatchObject({ ok: true })
    expect(existsSync(part)).toBe(false)
    expect([files(), keyNames()]).toEqual([[], []])
  })
})

describe('the mirror of a profile', () => {
  test('is none until somebody asks for one: no file, no key, no process', async () => {
    const { mirrors } = open('off')
    expect(await mirrors.state(profileId)).toMatchObject({ state: 'off', orders: 0 })
    expect(await mirrors.opened(profileId)).toMatchObject({ ok: false, error: { code: 'NO_MIRROR' } })
    expect(await mirrors.estimate(profileId)).toMatchObject({ ok: true, value: { orders: inAll } })
    expect([files(), keyNames(), spawned]).toEqual([[], [], 0])
    await mirrors.start(profileId)
    await stateOf(mirrors, fresh)
  })

  test('is brought up to date also when a list or an order of it is the first thing asked', async () => {
    const { mirrors } = open()
    expect(await mirrors.opened(profileId)).toMatchObject({ ok: true })
    await stateOf(mirrors, fresh)
  })

  test('that is opened ahead of the first question brings nothing in before it: the connection may be metered', async () => {
    const { mirrors } = open()
    await mirrors.warm(profileId)
    // Long enough for all that it would bring in.
    await sleep(1_000)
    expect([spawned, keyNames().length, changed]).toEqual([1, 1, []])
    mirrors.metered(true)
    await stateOf(mirrors, { state: 'paused', why: 'metered', orders: 0 })
    await mirrors.start(profileId)
    await stateOf(mirrors, fresh)
    expect(spawned).toBe(1)
  })

  test('is the same after a restart, and a pause stays one until somebody goes on', async () => {
    const first = open().mirrors
    await stateOf(first, fresh)
    await first.pause(profileId)
    await first.stop()
    const again = open().mirrors
    await stateOf(again, { state: 'paused', why: 'by-hand', orders: inAll })
    await again.start(profileId)
    await stateOf(again, fresh)
  })

  test('has an order as it was read or changed at once, without asking for it', async () => {
    const { mirrors, orders } = open()
    await stateOf(mirrors, fresh)
    await mirrors.pause(profileId)
    const store = await storeOf(mirrors)
    const { rows } = await store.query({
      query: { filters: { statuses: ['ORDER_CONFIRMED'] }, sort: { by: 'created', direction: 'desc' } },
      rows: 1,
    })
    const reference = rows[0]?.reference ?? ''
    changed.length = 0
    const operationId = '8b0f6c1e-52b8-4d5a-9a6c-0c1f3a7f0a11'
    await orders.cancel(reference, { level: 'order' }, { operationId, refundToGuest: false })
    await vi.waitFor(async () => {
      const held = await store.order(reference)
      expect(JSON.parse(held?.text ?? '{}').order_status).not.toBe('ORDER_CONFIRMED')
    })
    expect(changed).toEqual([reference])
  })

  test('that is forgotten leaves neither file nor key, and does not come back by itself', async () => {
    const { mirrors } = open()
    await stateOf(mirrors, fresh)
    expect([files().length > 0, keyNames().length]).toEqual([true, 1])
    expect(await mirrors.forget(profileId)).toMatchObject({ ok: true, value: { state: 'off' } })
    expect([files(), keyNames()]).toEqual([[], []])
    expect(await open().mirrors.state(profileId)).toMatchObject({ state: 'off' })
    expect(files()).toEqual([])
  })

  test('that is forgotten while it is asked does not come back with what was asked of it', async () => {
    const { mirrors } = open()
    await stateOf(mirrors, fresh)
    const store = await storeOf(mirrors)
    const before = spawned
    const asked = Array.from({ length: 20 }, () => store.query({ query: newestFirst, rows: 100 }))
    const [forgotten, ...answers] = await Promise.allSettled([mirrors.forget(profileId), ...asked])
    expect(forgotten).toMatchObject({ status: 'fulfilled', value: { ok: true } })
    expect(answers.some(({ status }) => status === 'rejected')).toBe(true)
    await expect(store.status()).rejects.toThrow('closed')
    expect(await store.open()).toEqual({ state: 'closed' })
    expect([files(), keyNames(), spawned]).toEqual([[], [], before])
  })

  test('of an account that is no more is not begun for the next one before somebody is asked (rule 77)', async () => {
    const { mirrors } = open('off')
    await mirrors.start(profileId)
    await stateOf(mirrors, fresh)
    account = 'b'.repeat(32)
    await mirrors.renewed(profileId, false)
    expect(await mirrors.state(profileId)).toMatchObject({ state: 'off' })
    expect(files()).toEqual([])
  })

  test('leaves nothing of another account in the folder, and what was put aside for a week only', async () => {
    const { mirrors } = open()
    await stateOf(mirrors, fresh)
    await mirrors.stop()
    const [own = ''] = files()
    const at = (name: string) => join(folder, 'mirror', name)
    for (const name of [`${profileId}-0123.db`, `${own}.damaged-old`, `${own}.damaged-new`])
      writeFileSync(at(name), 'x')
    utimesSync(at(`${own}.damaged-old`), new Date(0), new Date(0))
    await stateOf(open().mirrors, fresh)
    expect(
      files()
        .filter((name) => !/-(wal|journal)$/.test(name))
        .sort(),
    ).toEqual([own, `${own}.damaged-new`])
  })

  test('is begun anew when the profile works elsewhere: no order of the other account stays', async () => {
    const { mirrors } = open()
    await stateOf(mirrors, fresh)
    const before = files()
    account = 'b'.repeat(32)
    await mirrors.renewed(profileId, false)
    expect(files()).toEqual([])
    await stateOf(mirrors, fresh)
    expect(files().filter((name) => before.includes(name))).toEqual([])
  })

  describe('of an account that is no more leaves own views to the next one, and nothing of its guests', () => {
    const views = JSON.stringify([{ name: 'Groups of Zoë' }])
    const putBy = async (mirrors: Mirrors) => {
      await stateOf(mirrors, fresh)
      const store = await storeOf(mirrors)
      await store.keep('views', views)
      await store.keep('searches', '["okafor"]')
      account = 'b'.repeat(32)
    }
    const expectViews = async (mirrors: Mirrors) => {
      const store = await storeOf(mirrors)
      expect([await store.kept('views'), await store.kept('searches')]).toEqual([views, undefined])
      expect(files().filter((name) => !name.startsWith(`${profileId}-bbbb`))).toEqual([])
      await stateOf(mirrors, fresh)
    }

    test('while it is open', async () => {
      const { mirrors } = open()
      await putBy(mirrors)
      await mirrors.renewed(profileId, false)
      await expectViews(mirrors)
    })

    test('while it is not', async () => {
      const first = open().mirrors
      await putBy(first)
      await first.stop()
      const { mirrors } = open()
      await mirrors.renewed(profileId, false)
      await expectViews(mirrors)
    })

    test('where somebody has to be asked first, when they are (rule 77)', async () => {
      const { mirrors } = open('off')
      await mirrors.start(profileId)
      await putBy(mirrors)
      await mirrors.renewed(profileId, false)
      expect(await mirrors.state(profileId)).toMatchObject({ state: 'off', orders: 0 })
      await mirrors.start(profileId)
      await expectViews(mirrors)
    })
  })

  test('stays when something else about the profile changed', async () => {
    const { mirrors } = open()
    await stateOf(mirrors, fresh)
    const before = spawned
    await mirrors.renewed(profileId, false)
    expect(await mirrors.state(profileId)).toMatchObject(fresh)
    expect(spawned).toBe(before)
  })

  test('is kept in memory where there is no keychain, which it says, and nothing is written', async () => {
    keys.behaviour = 'missing'
    const { mirrors } = open()
    await stateOf(mirrors, { ...fresh, inMemory: true })
    expect(files()).toEqual([])
  })

  test('is kept for as many months as somebody chooses: what is settled and older goes, and comes back', async () => {
    const { mirrors } = open()
    await stateOf(mirrors, { ...fresh, retentionMonths: 13 })
    await storeOf(mirrors)
    const { removes } = await weighed(mirrors, 1)
    expect(removes).toBeGreaterThan(0)
    expect(removes).toBeLessThan(inAll)
    expect(await mirrors.state(profileId)).toMatchObject({ ...fresh, retentionMonths: 13 })

    changed.length = 0
    await mirrors.chooseRetention(profileId, 1)
    await stateOf(mirrors, { ...fresh, orders: inAll - removes, retentionMonths: 1 })
    expect(await weighed(mirrors, 1)).toMatchObject({ removes: 0 })
    await mirrors.stop()

    const again = open().mirrors
    await stateOf(again, { ...fresh, orders: inAll - removes, retentionMonths: 1 })
    const { reads, removes: none } = await weighed(again, 13)
    expect(none).toBe(0)
    expect(reads?.orders).toBeGreaterThanOrEqual(removes)
    expect(reads?.orders).toBeLessThan(inAll)
    await again.chooseRetention(profileId, 13)
    await stateOf(again, { ...fresh, retentionMonths: 13 })
  })

  test('that is none has its months chosen all the same, which a profile that is gone takes with it', async () => {
    const { mirrors } = open('off')
    expect(await weighed(mirrors, 2)).toEqual({ removes: 0 })
    expect(await mirrors.chooseRetention(profileId, 2)).toMatchObject({ state: 'off', retentionMonths: 2 })
    expect([files(), keyNames(), spawned]).toEqual([[], [], 0])
    expect(await open('off').mirrors.state(profileId)).toMatchObject({ retentionMonths: 2 })
    await mirrors.removed(profileId)
    expect(await mirrors.state(profileId)).toMatchObject({ retentionMonths: 13 })
  })

  test('waits while the connection is metered, until somebody goes on all the same', async () => {
    const { mirrors } = open()
    const waiting = { state: 'paused', why: 'metered' } as const
    mirrors.metered(true)
    await stateOf(mirrors, { ...waiting, orders: 0 })
    expect(await mirrors.refresh(profileId)).toMatchObject({ ...waiting, orders: 0 })
    await mirrors.pause(profileId)
    mirrors.metered(false)
    expect(await mirrors.state(profileId)).toMatchObject({ state: 'paused', why: 'by-hand', orders: 0 })
    mirrors.metered(true)
    await mirrors.start(profileId)
    await stateOf(mirrors, fresh)
    mirrors.metered(false)
    mirrors.metered(true)
    await stateOf(mirrors, { ...waiting, orders: inAll })
    mirrors.metered(false)
    await stateOf(mirrors, fresh)
  })

  test('of the sandbox on this computer does not mind a metered connection', async () => {
    isLocal = true
    const { mirrors } = open()
    mirrors.metered(true)
    await stateOf(mirrors, fresh)
    mirrors.metered(false)
    mirrors.metered(true)
    expect(await mirrors.state(profileId)).toMatchObject(fresh)
  })

  test('waits for a keychain that is locked', async () => {
    const first = open().mirrors
    await stateOf(first, fresh)
    await first.stop()
    keys.behaviour = 'locked'
    const { mirrors } = open()
    expect(await mirrors.state(profileId)).toMatchObject({ state: 'paused', why: 'no-keychain' })
    expect(await mirrors.opened(profileId)).toMatchObject({ ok: false, error: { code: 'NO_MIRROR' } })
    keys.behaviour = 'open'
    await stateOf(mirrors, fresh)
  })
})
