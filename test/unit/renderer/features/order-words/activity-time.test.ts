import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { describeActivityTime, shortOffset } from '../../../../../renderer/features/order-words/activity-time'

const options = { locale: 'en-GB', thisYear: 2026 }

beforeEach(() => vi.stubEnv('TZ', 'Europe/Amsterdam'))
afterEach(() => vi.unstubAllEnvs())

describe('the time of an activity', () => {
  it('is its own wall clock with its offset (rule 48)', () => {
    expect(describeActivityTime('2026-11-21T10:00:00+01:00', '2026-11-21T11:30:00+01:00', options)).toEqual({
      local: 'Sat 21 Nov 10:00–11:30',
      offset: '+1',
    })
  })

  it('has the desk’s clock beside it where that differs', () => {
    expect(describeActivityTime('2026-11-21T10:00:00-02:00', undefined, options)).toMatchObject({
      local: 'Sat 21 Nov 10:00',
      desk: '13:00',
    })
  })

  it('names the desk’s day where that is another one', () => {
    expect(describeActivityTime('2026-11-21T22:00:00-05:00', undefined, options).desk).toBe(
      'Sun 22 Nov 04:00',
    )
  })

  it('names both days of what goes over midnight, and the year when it is another one', () => {
    const night = describeActivityTime('2027-01-01T23:00:00+01:00', '2027-01-02T01:00:00+01:00', options)
    expect(night.local).toBe('Fri 1 Jan 2027 23:00 – Sat 2 Jan 2027 01:00')
  })

  it('is a day alone where only the day counts (rules 84, 87)', () => {
    expect(
      describeActivityTime('2026-11-21T00:00:00-05:00', undefined, { ...options, dateOnly: true }),
    ).toEqual({ local: 'Sat 21 Nov' })
  })

  it('is shown as received when it cannot be read', () => {
    expect(describeActivityTime('next Saturday', undefined, options)).toEqual({ local: 'next Saturday' })
    expect(describeActivityTime('2026-11-21T10:00:00+01:00', 'noon', options).local).toBe(
      'Sat 21 Nov 10:00 – noon',
    )
  })
})

it.each([
  ['+01:00', '+1'],
  ['-03:30', '-3:30'],
  ['+00:00', ''],
  ['+05:45', '+5:45'],
])('the offset %s is written UTC%s', (offset, short) => {
  expect(shortOffset(offset)).toBe(short)
})
