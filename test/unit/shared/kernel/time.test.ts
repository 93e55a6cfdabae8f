import { formatLocal, parseOffsetDateTime, toRequestDateTime } from '@shared/kernel/time'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

describe('a moment of an activity', () => {
  test('keeps the wall clock and offset it was sent with (rule 48)', () => {
    const moment = parseOffsetDateTime('2020-05-12T14:00:00+04:00')
    expect(moment?.local.toString()).toBe('2020-05-12T14:00:00')
    expect(moment?.offset).toBe('+04:00')
    expect(moment?.epochMs).toBe(Date.UTC(2020, 4, 12, 10))
    expect(moment && formatLocal(moment, 'en-GB', 'time')).toBe('14:00')
  })

  test('is read leniently with Z and milliseconds (rule 49)', () => {
    expect(parseOffsetDateTime('2025-06-29T22:27:44.065Z')?.offset).toBe('+00:00')
  })

  test.each([
    undefined,
    null,
    '',
    'tomorrow',
    '2025-13-01T00:00:00Z',
    '2025-02-30T00:00:00+01:00',
    '2025-06-29',
  ])('%s is not a moment', (text) => {
    expect(parseOffsetDateTime(text)).toBeUndefined()
  })

  test('written for a request it carries its offset, never Z, and reads back as the same instant', () => {
    const seconds = fc.integer({ min: 0, max: 4_000_000_000 })
    const offset = fc.constantFrom('+00:00', '+02:00', '-03:30', '+05:45', '+14:00', '-11:00')
    fc.assert(
      fc.property(seconds, offset, (epoch, zone) => {
        const text = toRequestDateTime(epoch * 1000, zone)
        expect(text).not.toContain('Z')
        expect(parseOffsetDateTime(text)).toMatchObject({ epochMs: epoch * 1000, offset: zone })
      }),
    )
  })
})
