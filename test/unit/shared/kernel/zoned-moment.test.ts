import { parseOffsetDateTime } from '@shared/kernel/time'
import { momentsInZone, zonesThatShow } from '@shared/kernel/zoned-moment'
import { describe, expect, test } from 'vitest'

describe('a wall clock in a zone shows a time', () => {
  test.each([
    // The clocks of Amsterdam go forward on 28 March 2027 and back on 31 October 2027.
    ['Europe/Amsterdam', '2027-03-27T10:00', ['2027-03-27T10:00:00+01:00']],
    ['Europe/Amsterdam', '2027-03-28T10:00', ['2027-03-28T10:00:00+02:00']],
    ['Europe/Amsterdam', '2027-03-28T02:30', []],
    ['Europe/Amsterdam', '2027-10-31T02:30', ['2027-10-31T02:30:00+02:00', '2027-10-31T02:30:00+01:00']],
    ['Europe/Amsterdam', '2027-10-31T10:00', ['2027-10-31T10:00:00+01:00']],
    // Those of New York on 14 March and 7 November.
    ['America/New_York', '2027-03-13T10:00', ['2027-03-13T10:00:00-05:00']],
    ['America/New_York', '2027-03-14T10:00', ['2027-03-14T10:00:00-04:00']],
    ['America/New_York', '2027-03-14T02:30', []],
    ['America/New_York', '2027-11-07T01:30', ['2027-11-07T01:30:00-04:00', '2027-11-07T01:30:00-05:00']],
    // Those of Kolkata stay.
    ['Asia/Kolkata', '2027-03-28T10:00', ['2027-03-28T10:00:00+05:30']],
    ['Asia/Kolkata', '2027-10-31T02:30', ['2027-10-31T02:30:00+05:30']],
    ['Nowhere/Here', '2027-03-28T10:00', []],
    ['Europe/Amsterdam', '2027-02-30T10:00', []],
    ['Europe/Amsterdam', '', []],
  ])('%s at %s: %j', (zone, local, moments) => {
    expect(momentsInZone(zone, local)).toEqual(moments)
  })
})

test.each([
  ['2026-11-28T09:00:00+01:00', 'Europe/Amsterdam', 'Europe/London'],
  ['2027-07-01T09:00:00+01:00', 'Europe/London', 'Europe/Amsterdam'],
  ['2027-07-01T09:00:00-04:00', 'America/New_York', 'America/Chicago'],
  ['2027-07-01T09:00:00+05:30', 'Asia/Calcutta', 'Asia/Dubai'],
])('%s may have been sent from %s and not from %s', (sent, may, mayNot) => {
  const moment = parseOffsetDateTime(sent)
  const zones = moment ? zonesThatShow(moment) : []
  expect(zones).toContain(may)
  expect(zones).not.toContain(mayNot)
})
