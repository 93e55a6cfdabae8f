import { chooseClock } from '@shared/features/amendments'
import { describe, expect, test } from 'vitest'

/** Where there is no slot, the clock of the activity on that day gives the offset (rules 48, 50). */

const winter = '2027-03-27T14:00:00+01:00'
const amsterdam = 'Europe/Amsterdam'

describe('a date without a slot', () => {
  test('asks where the activity is: the offset of the date before is not carried over a clock change', () => {
    expect(chooseClock(winter, { day: '2027-03-29', time: '14:00', zone: null })).toEqual({
      kind: 'ask-zone',
    })
    expect(chooseClock(winter, { day: '2027-03-26', time: '14:00', zone: null })).toEqual({
      kind: 'ask-zone',
    })
  })

  test.each([
    ['2027-03-27', '15:00', '+01:00'],
    ['2027-03-29', '14:00', '+02:00'],
    ['2027-10-30', '14:00', '+02:00'],
    ['2027-11-01', '14:00', '+01:00'],
  ])('takes the offset that the activity has on that day: %s %s is %s', (day, time, offset) => {
    expect(chooseClock(winter, { day, time, zone: amsterdam })).toEqual({
      kind: 'moment',
      moment: `${day}T${time}:00${offset}`,
    })
  })

  test('that is the one of the booking is as before, whatever zone is chosen', () => {
    for (const zone of [null, amsterdam, 'America/New_York']) {
      expect(chooseClock(winter, { day: '2027-03-27', time: '14:00', zone })).toEqual({ kind: 'as-before' })
    }
  })

  test('does not exist where the clocks are put forward over it', () => {
    expect(chooseClock(winter, { day: '2027-03-28', time: '02:30', zone: amsterdam })).toEqual({
      kind: 'skipped',
    })
  })

  test('comes twice where they are put back over it: which one is asked', () => {
    expect(chooseClock(winter, { day: '2027-10-31', time: '02:30', zone: amsterdam })).toEqual({
      kind: 'twice',
      moments: ['2027-10-31T02:30:00+02:00', '2027-10-31T02:30:00+01:00'],
    })
  })

  test.each([
    ['a booking that had none', undefined, 'moment'],
    ['a booking with one that nobody can read', 'tomorrow', 'moment'],
  ])('is one for %s as well', (_, before, kind) => {
    expect(chooseClock(before, { day: '2027-03-29', time: '14:00', zone: amsterdam }).kind).toBe(kind)
  })
})
