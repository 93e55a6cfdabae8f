import { describe, expect, test } from 'vitest'
import { backoff } from '../../../../../electron/api/flow/backoff'
import { readRetryAfter } from '../../../../../electron/api/flow/retry-after'

describe('the wait between tries', () => {
  const settings = { backoffMs: 400, maxBackoffMs: 1_000 }
  test.each([
    [1, 0, 200],
    [1, 1, 400],
    [2, 1, 800],
    [3, 1, 1_000],
    [30, 0, 500],
  ])('after try %i with chance %d is %i ms', (attempt, chance, ms) => {
    expect(backoff(attempt, chance, settings)).toBe(ms)
  })
})

describe('Retry-After', () => {
  const now = Date.parse('2026-11-22T10:00:00Z')
  test.each([
    ['seconds', { 'retry-after': '7' }, 7_000],
    ['a date', { 'retry-after': 'Sun, 22 Nov 2026 10:00:30 GMT' }, 30_000],
    [
      'a date by a clock that is an hour behind',
      { 'retry-after': 'Sun, 22 Nov 2026 09:00:30 GMT', date: 'Sun, 22 Nov 2026 09:00:00 GMT' },
      30_000,
    ],
    ['a date that has passed', { 'retry-after': 'Sun, 22 Nov 2026 09:59:00 GMT' }, 0],
    ['nothing', {}, undefined],
    ['nonsense', { 'retry-after': 'soon' }, undefined],
    ['a negative number', { 'retry-after': '-5x' }, undefined],
  ])('of %s', (_, headers, ms) => {
    expect(readRetryAfter(headers, now)).toBe(ms)
  })
})
