import { appError } from '@shared/kernel/app-error'
import { ok } from '@shared/kernel/result'
import { describe, expect, test } from 'vitest'
import { ownFolder, secret, setUp } from '../../../../support/profiles-installation'

ownFolder()

describe('testing a connection', () => {
  test('tries what is filled in, and keeps none of it', async () => {
    const { tested, check, list, double } = setUp()
    expect(await tested({ apiKey: 'the-api-key' })).toEqual(ok({ clockSkewSeconds: 0 }))
    expect(check.mock.lastCall?.[0]).toMatchObject({
      baseAddress: 'https://api.example.com/v3.8/distributor',
      clientSecret: secret,
      apiKey: 'the-api-key',
      distributorId: '42',
    })
    expect((await list()).profiles).toHaveLength(1)
    expect(double.entries.size).toBe(0)
  })

  test('takes the kept secret for the same origin, with the other fields as they are filled in', async () => {
    const { saved, tested, check } = setUp()
    const { profile } = await saved()
    await tested({ id: profile.id, clientSecret: undefined, clientId: 'other', scope: 'more' })
    expect(check.mock.lastCall?.[0]).toMatchObject({ clientId: 'other', scope: 'more', clientSecret: secret })
  })

  test('never sends the kept secret to another origin', async () => {
    const { saved, tested, check } = setUp()
    const { profile } = await saved()
    const elsewhere = { id: profile.id, clientSecret: undefined, baseAddress: 'https://evil.example.com' }
    expect(await tested(elsewhere)).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', fields: { clientSecret: 'empty' } },
    })
    expect(await tested({ ...elsewhere, apiKey: 'k' })).toMatchObject({ ok: false })
    expect(check).not.toHaveBeenCalled()
  })

  test('says what is wrong, with the words of the server', async () => {
    const { tested, check } = setUp()
    const upstream = { status: 403, description: 'scope missing' }
    check.mockResolvedValueOnce({ problem: 'scope', error: appError('FORBIDDEN', 'refused', { upstream }) })
    expect(await tested()).toEqual(ok({ problem: 'scope', upstream }))
  })

  test('tries the running built-in sandbox', async () => {
    const { list, tested, check } = setUp()
    const { active } = await list()
    await tested({ id: active, environment: 'built-in-sandbox', clientSecret: undefined })
    expect(check.mock.lastCall?.[0]).toMatchObject({ baseAddress: 'http://127.0.0.1:5000/v3.8/distributor' })
  })
})
