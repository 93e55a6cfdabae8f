import { expect, test } from 'vitest'
import { remedyOf } from '../../../../../renderer/features/privacy/request-page/whom-to-ask'

test('a personal field that was kept is erased once more', () => {
  expect(remedyOf({ how: 'kept' })).toBe('again')
})

test('what an earlier version holds is out of reach of every call, so the vendor is asked (rules 190, 198)', () => {
  expect(remedyOf({ how: 'kept', version: 2 })).toBe('vendor')
  expect(remedyOf({ how: 'elsewhere', version: 1 })).toBe('vendor')
})

test('what stands in a field that is not personal is amended by hand', () => {
  expect(remedyOf({ how: 'elsewhere' })).toBe('by-hand')
})
