import { type OffsetDateTime, parseOffsetDateTime, readInstant } from '@shared/kernel/time'
import { atOffset, compactClock, formatCompact, weekdayTime } from '@shared/kernel/time-compact'
import { describe, expect, it } from 'vitest'

const moment = (text: string): OffsetDateTime => {
  const parsed = parseOffsetDateTime(text)
  if (!parsed) throw new Error(`unreadable: ${text}`)
  return parsed
}
const en = { locale: 'en-GB', thisYear: 2025 }

describe('a moment where space is short', () => {
  it('is the wall clock at the activity, whatever its offset (rule 48)', () => {
    expect(formatCompact(moment('2025-11-22T10:00:00+01:00'), en)).toBe('Sat 22 Nov 10:00')
    expect(formatCompact(moment('2025-11-22T10:00:00+14:00'), en)).toBe('Sat 22 Nov 10:00')
    expect(formatCompact(moment('2025-11-22T00:05:00-11:00'), { ...en, locale: 'nl-NL' })).toBe(
      'za 22 nov 00:05',
    )
  })

  it('names the year when it is another one', () => {
    expect(formatCompact(moment('2027-11-20T10:00:00+01:00'), en)).toBe('Sat 20 Nov 2027 10:00')
  })

  it('leaves the clock out where only the day is meant', () => {
    expect(formatCompact(moment('2025-11-22T00:00:00+01:00'), { ...en, dateOnly: true })).toBe('Sat 22 Nov')
  })
})

describe('a wall clock as milliseconds', () => {
  it('is written like the moment it was read from', () => {
    for (const text of [
      '2025-11-22T10:00:00+01:00',
      '2027-02-28T23:59:59.999-09:30',
      '2024-02-29T00:00:00Z',
    ]) {
      const { epochMs = Number.NaN, offsetMs = Number.NaN } = readInstant(text) ?? {}
      expect(compactClock(epochMs + offsetMs, en), text).toBe(formatCompact(moment(text), en))
    }
  })
})

describe('the same instant elsewhere', () => {
  it('may be on another day', () => {
    const there = atOffset(moment('2025-11-22T08:00:00+09:00'), '-08:00')
    expect(formatCompact(there, en)).toBe('Fri 21 Nov 15:00')
    expect(weekdayTime(Date.UTC(2025, 10, 21, 15), 'nl-NL')).toBe('vr 15:00')
    expect(there.epochMs).toBe(moment('2025-11-22T08:00:00+09:00').epochMs)
  })
})
