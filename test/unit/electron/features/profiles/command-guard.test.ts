import { ok } from '@shared/kernel/result'
import { describe, expect, test } from 'vitest'
import { caller, ownFolder, secret, setUp } from '../../../../support/profiles-installation'

ownFolder()

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
