import { ok } from '@shared/kernel/result'
import { describe, expect, test } from 'vitest'
import { disk, ownFolder, setUp } from '../../../../support/profiles-installation'

ownFolder()

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
