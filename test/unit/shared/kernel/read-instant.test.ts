import { parseOffsetDateTime, readInstant } from '@shared/kernel/time'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const part = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'))
/** Moments as the API writes them, and what is nearly one. */
const moments = fc
  .tuple(
    fc.integer({ min: 0, max: 9999 }).map((year) => String(year).padStart(4, '0')),
    part(13),
    part(32),
    fc.constantFrom('T', 't', ' '),
    part(24),
    part(60),
    fc.constantFrom('', ':00', ':59', ':60', ':61', ':07.5', ':07.123456789', ':07.'),
    fc.oneof(
      fc.constantFrom('Z', 'z', '', '+2'),
      fc.tuple(fc.constantFrom('+', '-'), part(24), part(60)).map(([sign, h, m]) => `${sign}${h}:${m}`),
    ),
  )
  .map(
    ([year, month, day, between, hour, minute, second, zone]) =>
      `${year}-${month}-${day}${between}${hour}:${minute}${second}${zone}`,
  )

test('a moment as numbers is the one that the calendar reads, and what it cannot read is none', () => {
  fc.assert(
    fc.property(moments, (text) => {
      expect(readInstant(text)?.epochMs, text).toBe(parseOffsetDateTime(text)?.epochMs)
    }),
    { numRuns: 3000 },
  )
})

test('the offset is that of the clock it was written with', () => {
  expect(readInstant('2026-05-12T14:00:00+05:30')).toEqual({
    epochMs: Date.parse('2026-05-12T08:30:00Z'),
    offsetMs: 5.5 * 3_600_000,
  })
  expect(readInstant('2026-05-12T14:00:00-03:00')?.offsetMs).toBe(-3 * 3_600_000)
  for (const nothing of [undefined, null, '', 'soon', '2026-05-12'])
    expect(readInstant(nothing)).toBeUndefined()
})
