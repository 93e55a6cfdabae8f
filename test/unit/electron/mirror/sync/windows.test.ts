import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planWindows } from '../../../../../electron/mirror/sync/plan-windows'
import { type Span, second, splitSpan } from '../../../../../electron/mirror/sync/span'

const now = Date.parse('2026-11-22T10:00:00.500Z')
const settings = { retentionMonths: 13, windowMonths: 3 }
const text = (moment: number) => new Date(moment).toISOString().slice(0, 19)

/** Whether every moment between the ends lies within some span, however the server takes the ends of one. */
function coversWithoutGap(spans: readonly Span[], from: number, to: number): boolean {
  const oldestFirst = [...spans].reverse()
  return (
    oldestFirst[0]?.from === from &&
    oldestFirst.at(-1)?.to === to &&
    oldestFirst.every((span, index) => {
      const newer = oldestFirst[index + 1]
      return span.from < span.to && (newer === undefined || newer.from < span.to)
    })
  )
}

const isWhole = ({ from, to }: Span) => from % second === 0 && to % second === 0

describe('the windows of a first fill', () => {
  test('are of three months, newest first, back to the oldest orders that are held (rule 152)', () => {
    expect(planWindows(now, settings).map(({ from }) => text(from))).toEqual([
      '2026-08-22T10:00:00',
      '2026-05-22T10:00:00',
      '2026-02-22T10:00:00',
      '2025-11-22T10:00:00',
      '2025-10-22T10:00:00',
    ])
  })

  test('reach into the newer one by a second, whether or not the server counts an end', () => {
    const [newest, second] = planWindows(now, settings)
    expect((second?.to ?? 0) - (newest?.from ?? 0)).toBe(1000)
  })

  test('have an open end: a desk whose clock is late loses nothing', () => {
    expect(planWindows(now, settings)[0]?.to).toBeGreaterThan(now + 300 * 86_400_000)
  })

  test('begin on the last day of a month that has fewer days', () => {
    const [newest] = planWindows(Date.parse('2026-05-31T08:00:00Z'), settings)
    expect(text(newest?.from ?? 0)).toBe('2026-02-28T08:00:00')
  })

  test('cover all that is held without a gap, for any moment and retention', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2040-01-01') }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 12 }),
        (at, retentionMonths, windowMonths) => {
          const windows = planWindows(at, { retentionMonths, windowMonths })
          const { from = 0 } = windows.at(-1) ?? {}
          const days = (at - from) / 86_400_000
          expect(days).toBeGreaterThan(retentionMonths * 28)
          expect(days).toBeLessThan(retentionMonths * 31 + 4)
          expect(coversWithoutGap(windows, from, windows[0]?.to ?? 0)).toBe(true)
          expect(windows.every(isWhole)).toBe(true)
          expect(windows).toHaveLength(Math.ceil(retentionMonths / windowMonths))
        },
      ),
    )
  })
})

describe('a span with more orders than the API gives positions for (rule 36)', () => {
  const span: Span = { from: 0, to: 100_000, at: 1 }

  test('is split in as many parts as it takes, newest first', () => {
    expect(splitSpan(span, 25, 10)).toEqual([
      { from: 66_000, to: 100_000, at: 1, left: 9 },
      { from: 33_000, to: 67_000, at: 1, left: 9 },
      { from: 0, to: 34_000, at: 1, left: 9 },
    ])
  })

  test('is left as it is where its parts would be no shorter', () => {
    const short = { from: 0, to: 7_000, at: 1 }
    expect(splitSpan(short, 25, 10)).toEqual([{ ...short, left: 25 }])
  })

  test('is covered by its parts without a gap, and every part is shorter: splitting ends', () => {
    const arbitrary = fc.record({
      from: fc.integer({ min: 0, max: 1e6 }),
      length: fc.integer({ min: 1, max: 1e5 }),
      left: fc.integer({ min: 1, max: 1e5 }),
      most: fc.integer({ min: 10, max: 10_000 }),
    })
    fc.assert(
      fc.property(arbitrary, ({ from, length, left, most }) => {
        const whole = { from: from * second, to: (from + length) * second, at: 1 }
        const parts = splitSpan(whole, left, most)
        expect(coversWithoutGap(parts, whole.from, whole.to)).toBe(true)
        expect(parts.every(isWhole)).toBe(true)
        expect(parts.length === 1 || parts.every(({ from, to }) => to - from < whole.to - whole.from)).toBe(
          true,
        )
      }),
    )
  })
})
