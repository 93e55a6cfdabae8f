import { lineStates } from '@shared/features/batches'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groups, percentThrough, progressOf } from '../../../../../renderer/features/batches/progress'

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

test('every state of a line is counted in exactly one group', () => {
  expect(Object.values(groups).flat().sort()).toEqual([...lineStates].sort())
})

test('the groups add up to the lines, whatever their states, and the share stays within 0 and 100', () => {
  const counts = fc.dictionary(fc.constantFrom(...lineStates), fc.nat(2000))
  fc.assert(
    fc.property(counts, (counts) => {
      expect(sum(Object.values(progressOf({ counts })))).toBe(sum(Object.values(counts)))
      expect(percentThrough({ counts })).toBeGreaterThanOrEqual(0)
      expect(percentThrough({ counts })).toBeLessThanOrEqual(100)
    }),
  )
})

test('a batch is not through before its last line is: 99.9 is no 100', () => {
  expect(percentThrough({ counts: { done: 999, queued: 1 } })).toBe(99)
  expect(percentThrough({ counts: { done: 999, 'at-supplier': 1 } })).toBe(100)
})

test('what was never to be sent does not count as progress', () => {
  expect(percentThrough({ counts: { queued: 10, 'not-sent': 90 } })).toBe(0)
})
