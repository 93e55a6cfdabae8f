import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import { describe, expect, test } from 'vitest'
import { caller, ownFolder, secret, setUp } from '../../../../support/profiles-installation'

ownFolder()

/** A profile with three operations that are not settled, beside the sandbox of the first start. */
async function busy() {
  const installation = setUp()
  const { profile } = await installation.saved()
  installation.unsettled.mockResolvedValue(ok(3))
  return { ...installation, profile }
}
const open = { ok: false, error: { code: 'OPERATIONS_OPEN', changed: 'no', params: { count: 3 } } }

describe('a profile whose operations are not settled', () => {
  test('is not removed, and keeps its secret', async () => {
    const { profiles, profile, list, removed } = await busy()
    expect(await profiles.handlers.removeProfile({ profile: profile.id }, caller)).toMatchObject(open)
    expect((await list()).profiles.map(({ id }) => id)).toContain(profile.id)
    expect(await profiles.connection(profile.id)).toMatchObject({ value: { clientSecret: secret } })
    expect(removed).not.toHaveBeenCalled()
  })

  test('is not even asked about', async () => {
    const { profiles, profile, confirm } = await busy()
    await profiles.handlers.removeProfile({ profile: profile.id }, caller)
    expect(confirm).not.toHaveBeenCalled()
  })

  test('stays when they came up while the question was open', async () => {
    const { profiles, profile, confirm, unsettled, list } = await busy()
    unsettled.mockResolvedValueOnce(ok(0))
    expect(await profiles.handlers.removeProfile({ profile: profile.id }, caller)).toMatchObject(open)
    expect(confirm).toHaveBeenCalledOnce()
    expect((await list()).profiles).toHaveLength(2)
  })

  test.each([
    ['address', { baseAddress: 'https://other.example.com' }],
    ['environment', { environment: 'production' }],
    ['client', { clientId: 'another' }],
    ['distributor', { distributorId: '43' }],
  ] as const)('does not get another %s, and nothing of it changes', async (_, change) => {
    const { save, profile, profiles } = await busy()
    const before = profiles.accountOf(profile.id)
    expect(await save({ id: profile.id, ...change })).toMatchObject(open)
    expect(profiles.accountOf(profile.id)).toBe(before)
    expect(await profiles.connection(profile.id)).toMatchObject({
      value: { clientSecret: secret, clientId: 'client', distributorId: '42' },
    })
  })

  test('may get another name, secret, or be read-only', async () => {
    const { save, profile } = await busy()
    const change = { name: 'Renamed', clientSecret: 'another', readOnly: true }
    expect(await save({ id: profile.id, ...change })).toMatchObject({ ok: true })
  })

  test('keeps its sandbox as it is', async () => {
    const { profiles, list, sandbox } = await busy()
    const [first] = (await list()).profiles
    expect(await profiles.handlers.resetSandbox({ profile: first?.id ?? '' }, caller)).toMatchObject(open)
    expect(sandbox.reset).not.toHaveBeenCalled()
  })

  test('stays as well while the journal that would tell cannot be read', async () => {
    const { profiles, profile, unsettled, list } = await busy()
    unsettled.mockResolvedValue(err(appError('NO_JOURNAL', 'locked')))
    expect(await profiles.handlers.removeProfile({ profile: profile.id }, caller)).toMatchObject({
      ok: false,
      error: { code: 'NO_JOURNAL' },
    })
    expect((await list()).profiles).toHaveLength(2)
  })
})

/** A profile with two requests to be forgotten that are pending. */
async function asked() {
  const installation = setUp()
  const { profile } = await installation.saved()
  installation.pending.mockResolvedValue(ok(2))
  return { ...installation, profile }
}
const pendingStill = { ok: false, error: { code: 'REQUESTS_OPEN', changed: 'no', params: { count: 2 } } }

describe('a profile whose requests to be forgotten are pending', () => {
  test('is not removed nor asked about, and keeps its secret', async () => {
    const { profiles, profile, list, removed, confirm, pending } = await asked()
    expect(await profiles.handlers.removeProfile({ profile: profile.id }, caller)).toMatchObject(pendingStill)
    expect(pending).toHaveBeenCalledExactlyOnceWith(profile.id, undefined)
    expect((await list()).profiles.map(({ id }) => id)).toContain(profile.id)
    expect(await profiles.connection(profile.id)).toMatchObject({ value: { clientSecret: secret } })
    expect(confirm).not.toHaveBeenCalled()
    expect(removed).not.toHaveBeenCalled()
  })

  test('stays when one was written down while the question was open', async () => {
    const { profiles, profile, confirm, pending, list } = await asked()
    pending.mockResolvedValueOnce(ok(0))
    expect(await profiles.handlers.removeProfile({ profile: profile.id }, caller)).toMatchObject(pendingStill)
    expect(confirm).toHaveBeenCalledOnce()
    expect((await list()).profiles).toHaveLength(2)
  })

  test('does not get another account, and those that were begun as the new one are not in the way', async () => {
    const { save, profile, profiles, pending } = await asked()
    const before = profiles.accountOf(profile.id)
    expect(await save({ id: profile.id, distributorId: '43' })).toMatchObject(pendingStill)
    expect(profiles.accountOf(profile.id)).toBe(before)
    pending.mockResolvedValue(ok(0))
    expect(await save({ id: profile.id, distributorId: '43' })).toMatchObject({ ok: true })
    expect(profiles.accountOf(profile.id)).not.toBe(before)
    expect(pending).toHaveBeenLastCalledWith(profile.id, profiles.accountOf(profile.id))
  })

  test('may get another name, secret, or be read-only', async () => {
    const { save, profile } = await asked()
    const change = { name: 'Renamed', clientSecret: 'another', readOnly: true }
    expect(await save({ id: profile.id, ...change })).toMatchObject({ ok: true })
  })
})

test('a profile that is removed is forgotten everywhere', async () => {
  const { profiles, saved, removed } = setUp()
  const { profile } = await saved()
  expect(await profiles.handlers.removeProfile({ profile: profile.id }, caller)).toMatchObject({ ok: true })
  expect(removed).toHaveBeenCalledExactlyOnceWith(profile.id)
  expect(profiles.accountOf(profile.id)).toBeUndefined()
})
