import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ProfileDraft, profileDraftSchema } from '@shared/features/profiles'
import { ok } from '@shared/kernel/result'
import { afterEach, beforeEach, vi } from 'vitest'
import type { Connection, ConnectionCheck } from '../../electron/api'
import { createProfiles } from '../../electron/features/profiles'
import type { CountPending, CountUnsettled } from '../../electron/features/profiles/unfinished'
import type { Confirm } from '../../electron/platform/confirm'
import { createKeychain } from '../../electron/platform/keychain'
import { type KeychainBehaviour, keychainDouble } from './keychain-double'

let folder = ''

/** Gives every test of a file a user-data folder of its own; answers its path. */
export function ownFolder(): () => string {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gatehouse-profiles-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  return () => folder
}

export const caller = { windowId: 1 }
export const secret = 's3cret+%:"value'

/** An installation; `again` is the next start of the same one. */
export function setUp(behaviour: KeychainBehaviour = 'open', double = keychainDouble(behaviour)) {
  const keychain = createKeychain({ service: 'Gatehouse', load: async () => double.backend, patienceMs: 50 })
  const sandbox = {
    origin: vi.fn(async (_id: string, _credentials: { clientId: string; clientSecret: string }) =>
      ok('http://127.0.0.1:5000'),
    ),
    reset: vi.fn(async () => {}),
    stopAll: vi.fn(),
  }
  const confirm = vi.fn<Confirm>(async () => true)
  const changed = vi.fn()
  const check = vi.fn(async (_connection: Connection): Promise<ConnectionCheck> => ({ clockSkewSeconds: 0 }))
  const rememberSecret = vi.fn()
  const unsettled = vi.fn<CountUnsettled>(async () => ok(0))
  const pending = vi.fn<CountPending>(async () => ok(0))
  const leaving = vi.fn()
  const removed = vi.fn()
  const profiles = createProfiles({
    ...{ folder, keychain, sandbox, confirm, check, rememberSecret, changed, leaving, removed },
    unfinished: { unsettled, pending },
  })
  const { handlers } = profiles
  return {
    double,
    keychain,
    sandbox,
    confirm,
    check,
    changed,
    unsettled,
    pending,
    leaving,
    removed,
    rememberSecret,
    profiles,
    list: async (windowId = 1) => {
      const answer = await handlers.listProfiles({}, { windowId })
      if (!answer.ok) throw new Error(answer.error.code)
      return answer.value
    },
    save: async (change: Partial<ProfileDraft> = {}) =>
      handlers.saveProfile(profileDraftSchema.parse({ ...draft, ...change }), caller),
    saved: async (change: Partial<ProfileDraft> = {}) => {
      const answer = await handlers.saveProfile(profileDraftSchema.parse({ ...draft, ...change }), caller)
      if (!answer.ok) throw new Error(answer.error.code)
      return answer.value
    },
    tested: (change: Partial<ProfileDraft> = {}) =>
      handlers.testConnection(profileDraftSchema.parse({ ...draft, ...change }), caller),
    again: () => setUp(double.behaviour, double),
  }
}

const draft = {
  name: 'Canal Tours',
  environment: 'custom',
  baseAddress: 'https://api.example.com',
  clientId: 'client',
  clientSecret: secret,
  distributorId: '42',
  readOnly: false,
}

/** Everything that is on disk, as text. */
export const disk = () =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
