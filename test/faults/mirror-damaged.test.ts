// A copy that turns out to be damaged while it is in use: real files and processes, the real sandbox over HTTP.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { MirrorState } from '@shared/features/mirror'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { Mirrors } from '../../electron/mirror'
import { profileId } from '../support/api-client'
import { buildStoreChild } from '../support/build-store'
import { keychainDouble } from '../support/keychain-double'
import { openMirrors } from '../support/open-mirrors'
import { startTestSandbox, type TestClient } from '../unit/sandbox/support/client'

const inAll = 60
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-damaged-'))
const keys = keychainDouble()
const reported: string[] = []
let bundle: string
let client: TestClient
let mirrors: Mirrors

beforeAll(async () => {
  bundle = await buildStoreChild('mirror-child')
  client = await startTestSandbox({ orders: inAll, validate: false })
})
afterEach(() => mirrors.stop())
afterAll(async () => {
  await client.sandbox.close()
  for (const path of [dirname(bundle), folder])
    rmSync(path, { recursive: true, maxRetries: 5, retryDelay: 100 })
})

const open = () => {
  const installation = { folder, bundle, keys, base: client.base, changed: [], reported }
  mirrors = openMirrors(installation, {
    byDefault: 'kept',
    isLocal: () => false,
    account: () => 'a'.repeat(32),
    spawned: () => {},
  }).mirrors
}
const stateIs = (wanted: Partial<MirrorState>) =>
  vi.waitFor(async () => expect(await mirrors.state(profileId)).toMatchObject(wanted), {
    timeout: 20_000,
    interval: 20,
  })
const files = () => readdirSync(join(folder, 'mirror'))

test('a copy that turns out to be damaged deep inside is put aside, which is said, and filled again', async () => {
  open()
  await stateIs({ state: 'fresh', orders: inAll })
  await mirrors.stop()
  const path = join(folder, 'mirror', files()[0] ?? '')
  const bytes = readFileSync(path)
  writeFileSync(path, bytes.fill(0x5a, Math.floor(bytes.length / 2)))
  open()
  expect(await mirrors.state(profileId)).not.toHaveProperty('setAside')
  const opened = await mirrors.opened(profileId)
  if (!opened.ok) throw new Error(opened.error.code)
  const everything = { filters: {}, sort: { by: 'created', direction: 'desc' } } as const
  await expect(opened.value.query({ query: everything, rows: inAll })).rejects.toThrow()
  await stateIs({ state: 'paused', why: 'begun-anew', isFilled: false })
  await stateIs({ state: 'fresh', isFilled: true, orders: inAll })
  const { setAside } = await mirrors.state(profileId)
  expect(files().filter((name) => name === setAside)).toHaveLength(1)
  expect(reported).toEqual(['mirror.begun-anew'])
})
