import { afterEach, describe, expect, test, vi } from 'vitest'
import { createFormat } from '../../../../renderer/lib/format'

const plain = (text: string | undefined) => text?.replaceAll(/[\u00a0\u202f]/g, ' ')

afterEach(() => vi.unstubAllEnvs())

describe('what the screen shows', () => {
  const format = createFormat('en')

  test('an amount has its currency and the digits of it', () => {
    expect(plain(format.money('1234.5', 'EUR'))).toBe('€1,234.50')
    expect(plain(createFormat('nl').money('1234.5', 'EUR'))).toBe('€ 1.234,50')
  })

  test('a missing amount is a dash, never a zero', () => {
    expect(format.money(undefined, 'EUR')).toBe('–')
  })

  test('a range of one figure is that figure', () => {
    expect(plain(format.range({ low: '4.10', high: '4.10' }, 'EUR'))).toBe('€4.10')
    expect(plain(format.range({ low: '0.00', high: '4.10' }, 'EUR'))).toBe('€0.00 – €4.10')
  })

  test('a moment is the wall clock at the activity, whatever the desk’s zone is (rule 48)', () => {
    vi.stubEnv('TZ', 'America/New_York')
    expect(format.moment('2026-11-22T10:00:00+01:00')).toBe('Sun, 22 Nov 2026, 10:00')
    expect(format.deskTime('2026-11-22T10:00:00+01:00')).toBe('Sun, 22 Nov 2026, 04:00')
  })

  test('the desk’s time is left out where the offsets agree', () => {
    vi.stubEnv('TZ', 'Europe/Amsterdam')
    expect(format.deskTime('2026-11-22T10:00:00+01:00')).toBeUndefined()
  })

  test('when something was recorded is told on the desk’s clock, of whatever offset it was sent with', () => {
    vi.stubEnv('TZ', 'UTC')
    expect(format.recorded('2026-11-22T13:08:00+01:00')).toBe('Sun, 22 Nov 2026, 12:08')
    expect(format.recorded('2026-11-22T13:08:00Z')).toBe('Sun, 22 Nov 2026, 13:08')
    expect(format.recorded('whenever')).toBe('whenever')
    expect(format.recorded(undefined)).toBe('–')
  })

  test('text that is no moment is shown as received', () => {
    expect(format.moment('whenever')).toBe('whenever')
    expect(format.moment(null)).toBe('–')
  })
})
