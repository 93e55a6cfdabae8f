import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ProfileDraft, profileDraftSchema } from '@shared/features/profiles'
import { ok } from '@shared/kernel/result'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createProfiles } from '../../../../../electron/features/profiles'
import { createKeychain } from '../../../../../electron/platform/keychain'
import { type KeychainBehaviour, keychainDouble } from '../../../../support/keychain-double'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-profiles-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const caller = { windowId: 1 }
const secret = 's3cret+%:"value'

/** An installation; `again` is the next start of the same one. */
function setUp(behaviour: KeychainBehaviour = 'open', double = keychainDouble(behaviour)) {
  const keychain = createKeychain({ service: 'Gatehouse', load: async () => double.backend, patienceMs: 50 })
  const sandbox = {
    origin: vi.fn(async (_id: string, _credentials: { clientId: string; clientSecret: string }) =>
      ok('http://127.0.0.1:5000'),
    ),
    reset: vi.fn(async () => {}),
    stopAll: vi.fn(),
  }
  const confirm = vi.fn(async () => true)
  const changed = vi.fn()
  const profiles = createProfiles({ folder, keychain, sandbox, confirm, rememberSecret: vi.fn(), changed })
  const { handlers } = profiles
  return {
    double,
    keychain,
    sandbox,
    confirm,
    changed,
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
const disk = () =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')

describe('the first start', () => {
  test('has the built-in sandbox as its only and active profile, the same one on the next start', async () => {
    const first = await setUp().list()
    expect(first.profiles).toMatchObject([
      { name: 'Sandbox', environment: 'built-in-sandbox', access: 'full' },
    ])
    expect(first.active).toBe(first.profiles[0]?.id)
    expect((await setUp().list()).active).toBe(first.active)
  })

  test('asks the keychain nothing until a connection is needed', async () => {
    const { list } = setUp('mute')
    expect((await list()).keychain.state).toBe('unchecked')
  })

  test('signs in to the sandbox with a secret made here, the same on the next start', async () => {
    const first = setUp()
    const { active } = await first.list()
    const [connection] = await Promise.all([
      first.profiles.connection(active),
      first.profiles.connection(active),
    ])
    expect(connection).toMatchObject({
      ok: true,
      value: { baseAddress: 'http://127.0.0.1:5000/v3.8/distributor', inferredNames: true },
    })
    const given = first.sandbox.origin.mock.calls.map(([, credentials]) => credentials.clientSecret)
    expect(new Set(given).size).toBe(1)
    expect(given[0]).toHaveLength(32)
    const second = first.again()
    expect(await second.profiles.connection(active)).toEqual(connection)
    expect(disk()).not.toContain(given[0])
  })

  test.each(['missing', 'locked'] as const)(
    'reads the sandbox with a keychain that is %s, and changes nothing: there is no journal',
    async (behaviour) => {
      const { profiles, list } = setUp(behaviour)
      const { active } = await list()
      expect(await profiles.connection(active)).toMatchObject({ ok: true })
      expect(profiles.mayCommand(active)).toMatchObject({ ok: false, error: { code: 'NO_JOURNAL' } })
      expect(await list()).toMatchObject({
        keychain: { state: behaviour },
        profiles: [{ secret: 'session', access: 'no-journal' }],
      })
    },
  )

  test('keeps the sandbox secret once the keychain is unlocked, and may change things then', async () => {
    const { profiles, list, double, keychain } = setUp('locked')
    const { active } = await list()
    const before = await profiles.connection(active)
    double.behaviour = 'open'
    await keychain.check()
    expect(await profiles.connection(active)).toEqual(before)
    expect(profiles.mayCommand(active)).toEqual(ok(undefined))
  })
})

describe('a saved profile', () => {
  test('connects with its secret on the next start; the secret is in the keychain alone', async () => {
    const first = setUp()
    const { profile } = await first.saved({ apiKey: 'the-api-key', scope: 'bookings' })
    expect(profile).toMatchObject({
      baseAddress: 'https://api.example.com/v3.8/distributor',
      secret: 'keychain',
      hasApiKey: true,
    })
    expect(JSON.stringify(await first.list())).not.toContain('s3cret')
    expect(await first.again().profiles.connection(profile.id)).toEqual(
      ok({
        profileId: profile.id,
        baseAddress: 'https://api.example.com/v3.8/distributor',
        clientId: 'client',
        clientSecret: secret,
        scope: 'bookings',
        apiKey: 'the-api-key',
        distributorId: '42',
        inferredNames: false,
      }),
    )
    expect(disk()).not.toMatch(/s3cret|the-api-key/)
    expect([...first.double.entries.keys()]).toEqual([`Gatehouse/profile:${profile.id}`])
  })

  test('keeps its secret when other fields change, and drops only the API key when asked', async () => {
    const { saved, profiles } = setUp()
    const { profile } = await saved({ apiKey: 'the-api-key' })
    const renamed = await saved({ id: profile.id, name: 'Renamed', clientSecret: undefined, apiKey: null })
    expect(renamed).toMatchObject({ secretErased: false, profile: { name: 'Renamed', hasApiKey: false } })
    expect(await profiles.connection(profile.id)).toMatchObject({
      value: { clientSecret: secret, apiKey: undefined },
    })
  })

  test.each([
    ['address', { baseAddress: 'https://other.example.com' }],
    ['environment', { environment: 'production' }],
  ] as const)(
    'whose %s changes loses its secret and API key, in the keychain too, and says so',
    async (_, change) => {
      const { saved, profiles, double, list } = setUp()
      const { profile } = await saved({ apiKey: 'the-api-key' })
      const moved = await saved({ id: profile.id, clientSecret: undefined, ...change })
      expect(moved).toMatchObject({ secretErased: true, profile: { secret: 'none', hasApiKey: false } })
      expect([...double.entries.values()].join()).not.toContain('s3cret')
      expect(await profiles.connection(profile.id)).toMatchObject({
        ok: false,
        error: { code: 'SIGNED_OUT', params: { reason: 'secret-missing' } },
      })
      // Going back does not bring it back.
      await saved({ id: profile.id, clientSecret: undefined })
      expect((await list()).profiles.at(-1)?.secret).toBe('none')
      expect(await profiles.connection(profile.id)).toMatchObject({ ok: false })
    },
  )

  test('whose path changes keeps its secret: the origin is the same', async () => {
    const { saved, profiles } = setUp()
    const { profile } = await saved()
    const moved = await saved({
      id: profile.id,
      baseAddress: 'https://api.example.com/other',
      clientSecret: undefined,
    })
    expect(moved.secretErased).toBe(false)
    expect(await profiles.connection(profile.id)).toMatchObject({ value: { clientSecret: secret } })
  })

  test('whose file was edited by hand does not send its secret elsewhere', async () => {
    const first = setUp()
    const { profile } = await first.saved()
    const file = join(folder, 'profiles.json')
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('https://api.example.com', 'https://evil.example.com'),
    )
    expect(await first.again().profiles.connection(profile.id)).toMatchObject({
      ok: false,
      error: { code: 'SIGNED_OUT' },
    })
  })

  test.each([
    ['an address over plain HTTP', { baseAddress: 'http://api.example.com' }, { baseAddress: 'not-https' }],
    ['no client ID', { clientId: ' ' }, { clientId: 'empty' }],
    ['an API key alone', { clientSecret: undefined, apiKey: 'k' }, { clientSecret: 'empty' }],
  ])('with %s is refused, and nothing is kept', async (_, change, fields) => {
    const { save, list, double } = setUp()
    expect(await save(change)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', fields } })
    expect((await list()).profiles).toHaveLength(1)
    expect(double.entries.size).toBe(0)
  })
})

describe('a keychain that does not keep the secret', () => {
  test.each([
    ['missing', 'KEYCHAIN_MISSING'],
    ['locked', 'KEYCHAIN_LOCKED'],
    ['forgetful', 'KEYCHAIN_LOCKED'],
    ['mute', 'KEYCHAIN_LOCKED'],
  ] as const)(
    '(%s) refuses the profile; nothing is saved, nothing in plain text',
    async (behaviour, code) => {
      const { save, list } = setUp(behaviour)
      expect(await save()).toMatchObject({ ok: false, error: { code, changed: 'no' } })
      expect((await list()).profiles).toHaveLength(1)
      expect(disk()).not.toContain('s3cret')
    },
  )

  test('can be done without for this session: reading only, and gone after it', async () => {
    const first = setUp('missing')
    const { profile } = await first.saved({ keepIn: 'session' })
    expect(profile).toMatchObject({ secret: 'session', access: 'no-journal' })
    expect(await first.profiles.connection(profile.id)).toMatchObject({ value: { clientSecret: secret } })
    expect(first.profiles.mayCommand(profile.id)).toMatchObject({ ok: false, error: { code: 'NO_JOURNAL' } })
    expect(disk()).not.toContain('s3cret')
    expect(await first.again().profiles.connection(profile.id)).toMatchObject({
      ok: false,
      error: { code: 'SIGNED_OUT', params: { reason: 'secret-missing' } },
    })
  })

  test.each([
    ['locked', 'keychain-locked'],
    ['forgetful', 'keychain-locked'],
    ['missing', 'keychain-missing'],
  ] as const)(
    '(%s on a later start) is told from a secret that was never given',
    async (behaviour, reason) => {
      const first = setUp()
      const { profile } = await first.saved()
      first.double.behaviour = behaviour
      const later = first.again()
      expect(await later.profiles.connection(profile.id)).toMatchObject({
        ok: false,
        error: { code: 'SIGNED_OUT', params: { reason } },
      })
      expect((await later.list()).profiles.at(-1)).toMatchObject({ secret: 'keychain', access: 'no-journal' })
      first.double.behaviour = 'open'
      expect(await later.profiles.connection(profile.id)).toMatchObject({ value: { clientSecret: secret } })
    },
  )

  test('keeps what is to be erased in mind, and erases it once it is unlocked', async () => {
    const first = setUp()
    const { profile } = await first.saved()
    first.double.behaviour = 'locked'
    const later = first.again()
    await later.profiles.handlers.removeProfile({ profile: profile.id }, caller)
    expect((await later.list()).profiles).toHaveLength(1)
    expect([...first.double.entries.values()].join()).toContain('s3cret')
    first.double.behaviour = 'open'
    await later.keychain.check()
    await vi.waitFor(() => expect([...first.double.entries.values()].join()).not.toContain('s3cret'))
  })
})

describe('read-only', () => {
  test('refuses commands, lets queries connect', async () => {
    const { saved, profiles } = setUp()
    const { profile } = await saved({ readOnly: true })
    expect(profiles.mayCommand(profile.id)).toMatchObject({ ok: false, error: { code: 'READ_ONLY' } })
    expect(await profiles.connection(profile.id)).toMatchObject({ ok: true })
  })

  test('is switched off only after a yes in the native dialog', async () => {
    const { saved, save, confirm, profiles } = setUp()
    const { profile } = await saved({ readOnly: true })
    expect(confirm).not.toHaveBeenCalled()
    confirm.mockResolvedValueOnce(false)
    const declined = await save({
      id: profile.id,
      name: 'Other',
      readOnly: false,
      clientSecret: 'new-secret',
    })
    expect(declined).toMatchObject({ ok: false, error: { code: 'DECLINED' } })
    expect(profiles.mayCommand(profile.id)).toMatchObject({ ok: false, error: { code: 'READ_ONLY' } })
    expect(await profiles.connection(profile.id)).toMatchObject({ value: { clientSecret: secret } })
    expect(await save({ id: profile.id, readOnly: false })).toMatchObject({ ok: true })
    expect(confirm).toHaveBeenLastCalledWith('allowChanges', { name: 'Canal Tours' }, caller)
    expect(profiles.mayCommand(profile.id)).toEqual(ok(undefined))
  })

  test('stays as it is when it was off', async () => {
    const { saved, confirm } = setUp()
    const { profile } = await saved()
    await saved({ id: profile.id, name: 'Other' })
    expect(confirm).not.toHaveBeenCalled()
  })

  test('an unknown profile may change nothing', () => {
    expect(setUp().profiles.mayCommand('nobody')).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  })
})

describe('several profiles', () => {
  test('are chosen per window; a new window begins with the last choice', async () => {
    const { saved, list, profiles } = setUp()
    const sandboxId = (await list(1)).active
    await list(2)
    const { profile } = await saved()
    profiles.handlers.selectProfile({ profile: profile.id }, { windowId: 1 })
    expect((await list(1)).active).toBe(profile.id)
    expect((await list(2)).active).toBe(sandboxId)
    expect((await list(3)).active).toBe(profile.id)
  })

  test('one that is removed takes its secret with it, and windows fall back to the first', async () => {
    const { saved, list, profiles, double } = setUp()
    const { profile } = await saved()
    profiles.handlers.selectProfile({ profile: profile.id }, caller)
    expect(await profiles.handlers.removeProfile({ profile: profile.id }, caller)).toEqual(ok({}))
    const after = await list()
    expect(after.profiles.map(({ environment }) => environment)).toEqual(['built-in-sandbox'])
    expect(after.active).toBe(after.profiles[0]?.id)
    expect(double.entries.size).toBe(0)
  })

  test('the last one stays', async () => {
    const { list, profiles } = setUp()
    const { active } = await list()
    expect(await profiles.handlers.removeProfile({ profile: active }, caller)).toMatchObject({
      ok: false,
      error: { code: 'LAST_PROFILE' },
    })
    expect((await list()).active).toBe(active)
  })

  test('only a built-in sandbox is reset', async () => {
    const { saved, list, profiles, sandbox } = setUp()
    const { profile } = await saved()
    expect(await profiles.handlers.resetSandbox({ profile: profile.id }, caller)).toMatchObject({
      ok: false,
      error: { code: 'NOT_A_SANDBOX' },
    })
    expect(sandbox.reset).not.toHaveBeenCalled()
    const { active } = await list(7)
    await profiles.handlers.resetSandbox({ profile: active }, caller)
    expect(sandbox.reset).toHaveBeenCalledExactlyOnceWith(active)
  })
})

test('a damaged profiles.json is put aside unharmed, reported, and no secret is deleted for it', async () => {
  const first = setUp()
  await first.saved()
  writeFileSync(join(folder, 'profiles.json'), '{"version":1,"profiles":')
  const later = first.again()
  expect(later.profiles.setAside).toMatch(/^profiles\.unusable-/)
  expect((await later.list()).profiles).toMatchObject([{ environment: 'built-in-sandbox' }])
  await later.keychain.check()
  expect([...first.double.entries.values()].join()).toContain('s3cret')
})
