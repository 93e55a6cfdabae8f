import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  atLocal,
  localDate,
  localTime,
  parseOffsetTime,
  wallClockDay,
} from '../../../../electron/sandbox/time/local-time'
import { offsetAt } from '../../../../electron/sandbox/time/zones'

describe('times of an activity carry its own offset (rules 48, 50)', () => {
  it.each([
    ['Asia/Dubai', '2026-05-12T10:00:00Z', '2026-05-12T14:00:00+04:00'],
    ['America/New_York', '2026-03-08T06:59:59Z', '2026-03-08T01:59:59-05:00'],
    ['America/New_York', '2026-03-08T07:00:00Z', '2026-03-08T03:00:00-04:00'],
    ['Europe/Amsterdam', '2026-10-25T00:59:59Z', '2026-10-25T02:59:59+02:00'],
    ['Europe/Amsterdam', '2026-10-25T01:00:00Z', '2026-10-25T02:00:00+01:00'],
    ['Australia/Adelaide', '2026-06-01T00:00:00Z', '2026-06-01T09:30:00+09:30'],
    ['Australia/Adelaide', '2026-12-01T00:00:00Z', '2026-12-01T10:30:00+10:30'],
    ['Asia/Kolkata', '2026-12-31T20:00:00Z', '2027-01-01T01:30:00+05:30'],
    ['Europe/London', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00+00:00'],
  ])('%s at %s is %s', (zone, at, local) => {
    expect(localTime(zone, Date.parse(at))).toBe(local)
  })

  it('name the same moment whatever the place, and the day it is there', () => {
    const zones = ['Europe/Rome', 'America/New_York', 'Asia/Tokyo', 'Australia/Adelaide', 'Europe/Athens']
    const from = Date.parse('2021-01-01T00:00:00Z')
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 480_000_000 }), (zone, seconds) => {
        const at = from + seconds * 1000
        expect(Date.parse(localTime(zone, at))).toBe(at)
        expect(localTime(zone, at).startsWith(localDate(zone, at))).toBe(true)
        expect(new Date(wallClockDay(zone, at)).toISOString().slice(0, 10)).toBe(localDate(zone, at))
      }),
    )
  })

  it('are found from what the clock shows, on days of 23 and 25 hours too', () => {
    for (const day of ['2026-03-29', '2026-10-25', '2026-07-01']) {
      const at = atLocal('Europe/Amsterdam', Date.parse(`${day}T09:00:00Z`))
      expect(localTime('Europe/Amsterdam', at).slice(0, 19)).toBe(`${day}T09:00:00`)
    }
  })

  it('agree with Intl outside the years of the table', () => {
    expect(offsetAt('Europe/Amsterdam', Date.parse('2015-07-01T00:00:00Z'))).toBe(120)
    expect(offsetAt('Europe/Amsterdam', Date.parse('2040-01-01T00:00:00Z'))).toBe(60)
  })
})

describe('times of a request (rule 49)', () => {
  it('carry a numeric offset', () => {
    expect(parseOffsetTime('2026-11-21T12:00:00+01:00')).toBe(Date.parse('2026-11-21T11:00:00Z'))
    expect(parseOffsetTime('2026-11-21T12:00:00.250-00:30')).toBe(Date.parse('2026-11-21T12:30:00.250Z'))
    expect(parseOffsetTime('2028-02-29T12:00:00+01:00')).toBeDefined()
  })

  it.each([
    '2026-11-21T12:00:00Z',
    '2026-11-21T12:00:00',
    '2026-11-21',
    '2026-11-21 12:00:00+01:00',
    '2026-02-29T12:00:00+01:00',
    '2026-13-01T12:00:00+01:00',
    '2026-11-21T25:00:00+01:00',
  ])('%s is none', (text) => {
    expect(parseOffsetTime(text)).toBeUndefined()
  })
})
