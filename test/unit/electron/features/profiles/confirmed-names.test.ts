import { describe, expect, test } from 'vitest'
import { caller, ownFolder, setUp } from '../../../../support/profiles-installation'

ownFolder()

describe('parameters with guessed names (rule 156)', () => {
  const both = ['amendmentPriceAdjustment', 'amendmentPriceAdjustmentReseller'] as const

  test('are sent to the vendor only once a person said yes in the native dialog', async () => {
    const { saved, save, confirm, profiles } = setUp()
    const { profile } = await saved()
    expect(await profiles.connection(profile.id)).toMatchObject({ value: { inferredNames: false } })
    confirm.mockResolvedValueOnce(false)
    expect(await save({ id: profile.id, confirmedNames: [...both] })).toMatchObject({
      ok: false,
      error: { code: 'DECLINED' },
    })
    const declined = await profiles.connection(profile.id)
    expect(declined.ok && declined.value.confirmedNames).toBeUndefined()
    await saved({ id: profile.id, confirmedNames: [...both] })
    expect(confirm).toHaveBeenLastCalledWith(
      'confirmNames',
      { name: 'Canal Tours', names: 'amendment_price_adjustment, amendment_price_adjustment_reseller' },
      caller,
    )
    expect(await profiles.connection(profile.id)).toMatchObject({
      value: { inferredNames: false, confirmedNames: both },
    })
  })

  test('stay confirmed when other fields change, and are asked for no second time', async () => {
    const { saved, confirm, profiles } = setUp()
    const { profile } = await saved({ confirmedNames: [both[0]] })
    confirm.mockClear()
    await saved({ id: profile.id, name: 'Other', confirmedNames: undefined })
    await saved({ id: profile.id, name: 'Another', confirmedNames: [both[0]] })
    expect(confirm).not.toHaveBeenCalled()
    expect(await profiles.connection(profile.id)).toMatchObject({ value: { confirmedNames: [both[0]] } })
  })

  test('are asked for again where the profile points elsewhere', async () => {
    const { saved, save, confirm } = setUp()
    const { profile } = await saved({ confirmedNames: [both[0]] })
    confirm.mockClear()
    confirm.mockResolvedValueOnce(false)
    expect(await save({ id: profile.id, baseAddress: 'https://other.example.com' })).toMatchObject({
      ok: false,
    })
    expect(confirm).toHaveBeenCalledOnce()
  })

  test('the preview can be confirmed by nobody', async () => {
    const { save } = setUp()
    await expect(save({ confirmedNames: ['amendmentPreview'] as never })).rejects.toThrow()
  })
})
