import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ok } from '@shared/kernel/result'
import { describe, expect, test } from 'vitest'
import { disk, ownFolder, secret, setUp } from '../../../../support/profiles-installation'

const folder = ownFolder()

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
    const file = join(folder(), 'profiles.json')
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
