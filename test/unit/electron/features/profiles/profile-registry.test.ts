import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ok } from '@shared/kernel/result'
import { describe, expect, test } from 'vitest'
import { caller, ownFolder, setUp } from '../../../../support/profiles-installation'

const folder = ownFolder()

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

  test('those that work where and as whom one does are told with it, and no other', async () => {
    const { saved, profiles } = setUp()
    const { profile } = await saved()
    const { profile: second } = await saved({ name: 'The same, for support' })
    const { profile: elsewhere } = await saved({ name: 'Elsewhere', distributorId: '43' })
    expect(profiles.sameAccount(profile.id)).toEqual([profile.id, second.id])
    expect(profiles.sameAccount(second.id)).toEqual([second.id, profile.id])
    expect(profiles.sameAccount(elsewhere.id)).toEqual([elsewhere.id])
  })

  test('one that is removed takes its secret with it, and windows fall back to the first', async () => {
    const { saved, list, profiles, double, removed } = setUp()
    const { profile } = await saved()
    profiles.handlers.selectProfile({ profile: profile.id }, caller)
    expect(await profiles.handlers.removeProfile({ profile: profile.id }, caller)).toEqual(ok({}))
    const after = await list()
    expect(after.profiles.map(({ environment }) => environment)).toEqual(['built-in-sandbox'])
    expect(after.active).toBe(after.profiles[0]?.id)
    expect(double.entries.size).toBe(0)
    expect(removed.mock.calls).toEqual([[profile.id]])
  })

  test('of one that is removed, what is kept for it is noted while it is still there: a kill may come any time', async () => {
    const { saved, profiles, leaving, removed } = setUp()
    const { profile } = await saved()
    leaving.mockImplementation(() => expect(profiles.accountOf(profile.id)).toBeDefined())
    expect(await profiles.handlers.removeProfile({ profile: profile.id }, caller)).toEqual(ok({}))
    expect(leaving.mock.calls).toEqual([[profile.id]])
    expect(removed).toHaveBeenCalledAfter(leaving)
  })

  test('one of which that cannot be noted stays', async () => {
    const { saved, list, profiles, leaving, removed } = setUp()
    const { profile } = await saved()
    leaving.mockImplementation(() => {
      throw new Error('the disk refuses')
    })
    await expect(profiles.handlers.removeProfile({ profile: profile.id }, caller)).rejects.toThrow('refuses')
    expect((await list()).profiles.map(({ id }) => id)).toContain(profile.id)
    expect(removed).not.toHaveBeenCalled()
  })

  test('one that a person keeps after all, in a native dialog, stays with its secret', async () => {
    const { saved, list, profiles, double, confirm, leaving, removed } = setUp()
    const { profile } = await saved()
    confirm.mockResolvedValue(false)
    expect(await profiles.handlers.removeProfile({ profile: profile.id }, caller)).toMatchObject({
      ok: false,
      error: { code: 'DECLINED', changed: 'no' },
    })
    expect(confirm).toHaveBeenCalledExactlyOnceWith('removeProfile', { name: profile.name }, caller)
    expect((await list()).profiles.map(({ id }) => id)).toContain(profile.id)
    expect(double.entries.size).toBe(1)
    expect(leaving).not.toHaveBeenCalled()
    expect(removed).not.toHaveBeenCalled()
  })

  test('a sandbox is asked about in words of its own', async () => {
    const { saved, list, profiles, confirm } = setUp()
    await saved()
    const sandboxId = (await list()).profiles[0]?.id ?? ''
    expect(await profiles.handlers.removeProfile({ profile: sandboxId }, caller)).toEqual(ok({}))
    expect(confirm.mock.calls).toMatchObject([['removeSandbox', {}, caller]])
  })

  test('the last one stays', async () => {
    const { list, profiles, removed } = setUp()
    const { active } = await list()
    expect(await profiles.handlers.removeProfile({ profile: active }, caller)).toMatchObject({
      ok: false,
      error: { code: 'LAST_PROFILE' },
    })
    expect((await list()).active).toBe(active)
    expect(removed).not.toHaveBeenCalled()
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
  writeFileSync(join(folder(), 'profiles.json'), '{"version":1,"profiles":')
  const later = first.again()
  expect(later.profiles.setAside).toMatch(/^profiles\.unusable-/)
  expect((await later.list()).profiles).toMatchObject([{ environment: 'built-in-sandbox' }])
  await later.keychain.check()
  expect([...first.double.entries.values()].join()).toContain('s3cret')
})

describe('every window is told', () => {
  test('which profile was saved or reset, as its orders may be others', async () => {
    const { saved, list, profiles, changed } = setUp()
    const { profile } = await saved()
    expect(changed).toHaveBeenLastCalledWith([profile.id])
    const { active } = await list()
    await profiles.handlers.resetSandbox({ profile: active }, caller)
    expect(changed).toHaveBeenLastCalledWith([active], true)
  })

  test('of a keychain that became ready, without asking for orders anew', async () => {
    const { keychain, changed } = setUp()
    await keychain.check()
    expect(changed.mock.calls).toEqual([[[]]])
  })
})
