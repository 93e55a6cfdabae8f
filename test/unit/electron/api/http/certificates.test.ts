import { describe, expect, test } from 'vitest'
import { trustedCertificates } from '../../../../../electron/api/http/certificates'

describe('trusted certificates', () => {
  test("are the runtime's own and those of the system, each once", () => {
    const read = (source: 'system' | 'default') => (source === 'system' ? ['a', 'company'] : ['a', 'b'])
    expect(trustedCertificates(read)).toEqual(['a', 'b', 'company'])
  })

  test.each([
    ['cannot read the system store', undefined],
    ['finds it empty', () => []],
    [
      'fails on it',
      () => {
        throw new Error('store is locked')
      },
    ],
  ])("are the runtime's own alone where it %s", (_, read) => {
    expect(trustedCertificates(read ?? null)).toBeUndefined()
  })
})
