import { profileDraftSchema, profileLimits } from '@shared/features/profiles'
import { describe, expect, test } from 'vitest'

const draft = {
  name: 'Canal Tours',
  environment: 'custom',
  clientId: 'client',
  distributorId: '501',
  readOnly: false,
}

describe('a field of a profile', () => {
  test.each(Object.entries(profileLimits))('%s takes %i characters and not one more', (field, limit) => {
    expect(profileDraftSchema.safeParse({ ...draft, [field]: 'x'.repeat(limit) }).success).toBe(true)
    expect(profileDraftSchema.safeParse({ ...draft, [field]: 'x'.repeat(limit + 1) }).success).toBe(false)
  })

  test('that is secret fits with the other into an entry of the Windows keychain: 2,560 bytes in UTF-16', () => {
    expect((profileLimits.clientSecret + profileLimits.apiKey) * 2).toBeLessThan(2_560)
  })
})
