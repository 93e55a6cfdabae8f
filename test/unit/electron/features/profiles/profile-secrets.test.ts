import { describe, expect, test, vi } from 'vitest'
import { caller, disk, ownFolder, secret, setUp } from '../../../../support/profiles-installation'

ownFolder()

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

test('every secret that is given or read is kept out of the log', async () => {
  const first = setUp()
  const { profile } = await first.saved({ apiKey: 'the-api-key' })
  expect(first.rememberSecret.mock.calls.flat()).toEqual(expect.arrayContaining([secret, 'the-api-key']))
  const later = first.again()
  await later.profiles.connection(profile.id)
  expect(later.rememberSecret.mock.calls.flat()).toEqual([secret, 'the-api-key'])
})
