import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { appError } from '@shared/kernel/app-error'
import { ok } from '@shared/kernel/result'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type MirrorKey, mirrorKey } from '../../electron/mirror/mirror-key'
import { createMirrorStore, type MirrorStore } from '../../electron/mirror/mirror-store'
import { createKeychain } from '../../electron/platform/keychain'
import { StoreError, type StoreProcess } from '../../electron/platform/store-client'
import { disposable, openDatabase } from '../../electron/store/database'
import { buildStoreChild } from '../support/build-store'
import { keychainDouble } from '../support/keychain-double'
import { pageOf, smallOrder } from '../support/mirror-orders'
import { startStoreChild } from '../support/store-process'

let bundle: string
let folder: string
let path: string
const stores: MirrorStore[] = []

beforeAll(async () => {
  bundle = await buildStoreChild('mirror-child')
})
afterAll(() => rmSync(dirname(bundle), { recursive: true }))
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-mirror-'))
  path = join(folder, 'mirror', 'sandbox.db')
})
afterEach(() => {
  for (const store of stores.splice(0)) store.stop()
  rmSync(folder, { recursive: true, maxRetries: 5, retryDelay: 100 })
})

const secret = randomBytes(32)
const alwaysThere: MirrorKey = {
  get: async () => ok(secret),
  isGone: async () => false,
  remove: async () => ok(true),
}

function mirrorOver(spawn: () => StoreProcess = () => startStoreChild(bundle), key: MirrorKey = alwaysThere) {
  const died = vi.fn()
  let clock = 1_780_000_000_000
  const store = createMirrorStore({ path, key, spawn, now: () => ++clock, died })
  stores.push(store)
  return { store, died }
}

const page = (number: number) =>
  pageOf(
    Array.from({ length: 50 }, (_, at) =>
      smallOrder({
        order_reference: `PAGE${1000 + number}-${100 + at}`,
        order_created: new Date(1_770_000_000_000 - (number * 50 + at) * 60_000).toISOString(),
        order_notes: [{ note_value: `page${number} ${'note '.repeat(200)}` }],
      }),
    ),
  )
const everything = { filters: {}, sort: { by: 'created', direction: 'desc' } } as const
const all = { query: everything, rows: 10 } as const

/** Kills its process some time after a page was handed to it: while it reads it, while it writes it, or just after. */
function killedWhileTaking(delayMs: () => number): StoreProcess {
  const process = startStoreChild(bundle)
  return {
    ...process,
    post: (message) => {
      process.post(message)
      if ((message as { method: string }).method === 'mirror.take') setTimeout(process.kill, delayMs())
    },
  }
}

const kills = process.env.GATEHOUSE_TEST_LONG ? 60 : 6

describe('a mirror that is killed', () => {
  test('while it takes pages opens clean, with whole steps of each page, and the whole page where its state is', async () => {
    const begun = mirrorOver().store
    await begun.putState('begun')
    begun.stop()
    let acknowledged = 0
    let deaths = 0
    for (let number = 0; number < kills; number++) {
      const { store, died } = mirrorOver(() => killedWhileTaking(() => 5 + Math.random() * 60))
      // Where somebody asks, a page is written in several steps.
      if (number % 2 === 1) await store.query(all)
      const taken = await store
        .take({ text: page(number), askedAt: 1, state: `${number}` })
        .catch((thrown) => {
          expect(thrown).toBeInstanceOf(StoreError)
        })
      if (taken?.ok) acknowledged++
      store.stop()
      deaths += died.mock.calls.length
    }
    expect(deaths).toBeGreaterThan(kills / 3)
    const { store } = mirrorOver()
    const opened = await store.open()
    expect(opened).not.toHaveProperty('setAside')
    expect(opened).toMatchObject({ state: 'open', inMemory: false })
    const status = await store.status()
    expect(status.orders % 25).toBe(0)
    const { list } = await store.query(all)
    expect(await store.totals(list)).toMatchObject({ orders: status.orders })
    for (let number = 0; number < kills; number++) {
      const found = await store.query({ query: { ...everything, text: `page${number}` }, rows: 500 })
      const whole = found.rows.filter(({ reference }) => reference.startsWith(`PAGE${1000 + number}-`))
      expect(number % 2 === 1 ? [0, 25, 50] : [0, 50]).toContain(whole.length)
      if (status.state === `${number}`) expect(whole).toHaveLength(50)
    }
    // Without an fsync for each page, a process that is killed still loses nothing that it acknowledged.
    expect(status.orders).toBeGreaterThanOrEqual(acknowledged * 50)
  }, 300_000)

  test('is started anew with the next call; its lists are gone, its orders are not', async () => {
    const children: StoreProcess[] = []
    const { store, died } = mirrorOver(() => {
      const child = startStoreChild(bundle)
      children.push(child)
      return child
    })
    await store.take({ text: page(1), askedAt: 1 })
    const { list } = await store.query(all)
    children[0]?.kill()
    await vi.waitFor(() => expect(died).toHaveBeenCalled())
    expect(await store.rows({ list, from: 0, count: 10 })).toBe('gone')
    expect(await store.query(all)).toMatchObject({ rows: { length: 10 } })
    expect(children).toHaveLength(2)
  })

  test('again and again while it opens is given up', async () => {
    const { store } = mirrorOver(() => {
      const process = startStoreChild(bundle)
      process.kill()
      return process
    })
    expect(await store.open()).toEqual({ state: 'unusable', why: 'store-down' })
    await expect(store.status()).rejects.toThrow(StoreError)
  })

  test('that finds its file in use says so whenever it is asked, and opens it once it is free, with all that it held', async () => {
    const { store: first } = mirrorOver()
    await first.take({ text: page(1), askedAt: 1 })
    const { store, died } = mirrorOver()
    for (const _ of [1, 2]) expect(await store.open()).toEqual({ state: 'unusable', why: 'busy' })
    await expect(store.status()).rejects.toThrow(StoreError)
    expect(await first.status()).toMatchObject({ orders: 50 })
    await first.stop()
    expect(await store.open()).toMatchObject({ state: 'open', status: { orders: 50 } })
    expect(await store.query(all)).toMatchObject({ rows: { length: 10 } })
    expect(died).not.toHaveBeenCalled()
  })
})

test('a folder that cannot be is told as such, and is tried again with the next question', async () => {
  writeFileSync(dirname(path), 'not a folder')
  const { store, died } = mirrorOver()
  expect(await store.open()).toEqual({ state: 'unusable', why: 'disk' })
  await expect(store.query(all)).rejects.toThrow('the mirror is unusable')
  expect(readFileSync(dirname(path), 'utf8')).toBe('not a folder')
  expect(died).not.toHaveBeenCalled()
  rmSync(dirname(path))
  expect(await store.query(all)).toMatchObject({ rows: [] })
})

test('a disk that is full refuses the page and goes on answering', async () => {
  let limit: number | undefined = 1_500_000
  const { store } = mirrorOver(() => startStoreChild(bundle, limit))
  await store.putState('')
  let taken = 0
  let refused: unknown
  while (!refused) {
    const answer = await store.take({ text: page(taken), askedAt: 1, state: `${taken}` })
    if (answer.ok) taken++
    else refused = answer.error
  }
  expect(refused).toBe('disk-full')
  expect(await store.status()).toMatchObject({ orders: taken * 50, state: `${taken - 1}` })
  store.stop()
  limit = undefined
  expect(await store.open()).toMatchObject({ state: 'open', status: { orders: taken * 50 } })
  expect(await store.take({ text: page(taken), askedAt: 1 })).toMatchObject({ ok: true })
})

describe('a disk that is full when a mirror is opened lets all of it be read, and refuses what is new', () => {
  test.each([
    ['after a kill, with a log', () => {}],
    // As whatever opens it for a moment leaves it: without a log, so that going over to one would write.
    ['after it was closed', () => openDatabase(path, secret.toString('hex'), disposable).close()],
  ])('%s', async (_how, leave) => {
    const before = mirrorOver().store
    await before.take({ text: page(1), askedAt: 1 })
    await before.stop()
    leave()
    // Less than it takes to write a page anywhere.
    let limit: number | undefined = 4096
    const { store, died } = mirrorOver(() => startStoreChild(bundle, limit))
    expect(await store.open()).toMatchObject({ state: 'open', inMemory: false, status: { orders: 50 } })
    expect(await store.query({ ...all, query: { ...everything, text: 'page1' } })).toMatchObject({
      rows: { length: 10 },
    })
    expect((await store.order('PAGE1001-100'))?.text).toContain('page1')
    expect(await store.take({ text: page(2), askedAt: 2 })).toEqual({ ok: false, error: 'disk-full' })
    expect(await store.putState('anew')).toEqual({ ok: false, error: 'disk-full' })
    expect(await store.query(all)).toMatchObject({ rows: { length: 10 } })
    expect(await store.status()).toMatchObject({ orders: 50 })
    expect(died).not.toHaveBeenCalled()
    await store.stop()
    limit = undefined
    expect(await store.open()).toMatchObject({ state: 'open', status: { orders: 50 } })
    expect(await store.take({ text: page(2), askedAt: 2 })).toMatchObject({ ok: true })
    expect(await store.status()).toMatchObject({ orders: 100 })
  })

  test('but not where there is no mirror yet, which is told as the disk', async () => {
    const { store } = mirrorOver(() => startStoreChild(bundle, 4096))
    expect(await store.open()).toEqual({ state: 'unusable', why: 'disk' })
  })
})

describe('the key', () => {
  const keyIn = (double: ReturnType<typeof keychainDouble>) =>
    mirrorKey(createKeychain({ service: 'test', load: async () => double.backend }), 'sandbox')

  test('is made with the file, and opens it on the next start', async () => {
    const keychain = keychainDouble()
    const first = mirrorOver(undefined, keyIn(keychain)).store
    await first.take({ text: page(1), askedAt: 1 })
    expect([...keychain.entries.keys()]).toEqual(['test/key:mirror-sandbox'])
    first.stop()
    const { store } = mirrorOver(undefined, keyIn(keychain))
    expect(await store.open()).toMatchObject({ state: 'open', inMemory: false, status: { orders: 50 } })
  })

  test('that cannot be kept anywhere means a mirror in memory only, which says so', async () => {
    const { store } = mirrorOver(undefined, keyIn(keychainDouble('missing')))
    expect(await store.open()).toMatchObject({ state: 'open', inMemory: true })
    await store.take({ text: page(1), askedAt: 1 })
    expect(await store.query(all)).toMatchObject({ rows: { length: 10 } })
    expect(existsSync(path)).toBe(false)
  })

  test('that is locked leaves the file as it is, starts nothing and is asked for again', async () => {
    const keychain = keychainDouble()
    const first = mirrorOver(undefined, keyIn(keychain)).store
    await first.take({ text: page(1), askedAt: 1 })
    first.stop()
    const before = readdirSync(dirname(path))
    keychain.behaviour = 'locked'
    const spawn = vi.fn(() => startStoreChild(bundle))
    const { store } = mirrorOver(spawn, keyIn(keychain))
    expect(await store.open()).toMatchObject({ state: 'locked', error: { code: 'KEYCHAIN_LOCKED' } })
    await expect(store.query(all)).rejects.toMatchObject({ reason: 'failed' })
    expect(spawn).not.toHaveBeenCalled()
    expect(readdirSync(dirname(path))).toEqual(before)
    keychain.behaviour = 'open'
    expect(await store.open()).toMatchObject({ state: 'open', status: { orders: 50 } })
  })

  test('that is gone for good puts the file aside, says so and begins anew with another one', async () => {
    const keychain = keychainDouble()
    const first = mirrorOver(undefined, keyIn(keychain)).store
    await first.take({ text: page(1), askedAt: 1 })
    first.stop()
    keychain.entries.clear()
    const { store } = mirrorOver(undefined, keyIn(keychain))
    const opened = await store.open()
    expect(opened).toMatchObject({ state: 'open', status: { orders: 0 } })
    const aside = opened.state === 'open' ? opened.setAside : undefined
    expect(aside).toMatch(/^sandbox\.db\.without-key-/)
    expect(readdirSync(dirname(path))).toContain(aside)
  })

  test('is never made anew over a file by a keychain that says nothing', async () => {
    await mirrorOver().store.take({ text: page(1), askedAt: 1 })
    stores.pop()?.stop()
    const silent: MirrorKey = {
      ...alwaysThere,
      get: async () => ({ ok: false, error: appError('KEYCHAIN_LOCKED', 'locked') }),
    }
    expect(await mirrorOver(undefined, silent).store.open()).toMatchObject({ state: 'locked' })
    expect(readdirSync(dirname(path))).toContain('sandbox.db')
  })
})

test('forgetting deletes the file, what was put aside of it and the key, and nothing of another profile', async () => {
  const keychain = keychainDouble()
  const key = mirrorKey(createKeychain({ service: 'test', load: async () => keychain.backend }), 'sandbox')
  const { store } = mirrorOver(undefined, key)
  await store.take({ text: page(1), askedAt: 1 })
  const other = join(dirname(path), 'sandbox-2.db')
  for (const file of [`${path}.damaged-2026`, other]) writeFileSync(file, 'x')
  expect(await store.forget()).toEqual(ok(undefined))
  expect(readdirSync(dirname(path))).toEqual(['sandbox-2.db'])
  expect(readFileSync(other, 'utf8')).toBe('x')
  expect(keychain.entries.size).toBe(0)
  await expect(store.status()).rejects.toThrow('closed')
  expect(await store.open()).toEqual({ state: 'closed' })
  expect(readdirSync(dirname(path))).toEqual(['sandbox-2.db'])
})
