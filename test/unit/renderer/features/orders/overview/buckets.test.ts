import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  bucketsOf,
  stretchAround,
  stretchFrom,
} from '../../../../../../renderer/features/orders/overview/buckets'

test('days and weeks follow each other without gaps, whatever the clock does meanwhile', () => {
  const days = bucketsOf(['2026-03-28', '2026-03-31'], 1)
  expect(Array.from({ length: days.count }, (_, at) => days.at(at))).toEqual([
    '2026-03-28',
    '2026-03-29',
    '2026-03-30',
    '2026-03-31',
  ])
  const weeks = bucketsOf(['2026-10-19', '2026-11-02'], 7)
  expect(Array.from({ length: weeks.count }, (_, at) => weeks.at(at))).toEqual([
    '2026-10-19',
    '2026-10-26',
    '2026-11-02',
  ])
})

test('a day is in its bucket, or beside the nearest', () => {
  const weeks = bucketsOf(['2026-10-19', '2026-11-02'], 7)
  expect(['2026-01-01', '2026-10-25', '2026-10-26', '2027-01-01'].map(weeks.nearest)).toEqual([0, 0, 1, 2])
})

test('where there is nothing there are no buckets', () => {
  expect(bucketsOf([], 1).count).toBe(0)
})

test('a stretch is as long as it may be, and lies within what there is', () => {
  fc.assert(
    fc.property(
      fc.nat(500),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: -99, max: 600 }),
      (count, size, at) => {
        for (const { from, to } of [stretchAround(count, size, at), stretchFrom(count, size, at)]) {
          expect(to - from).toBe(Math.min(count, size))
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeLessThanOrEqual(count)
        }
        const { from, to } = stretchAround(count, size, at)
        if (at >= 0 && at < count) expect(at >= from && at < to).toBe(true)
      },
    ),
  )
})
