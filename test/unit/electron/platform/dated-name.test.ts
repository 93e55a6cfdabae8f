import { expect, test } from 'vitest'
import { datedName } from '../../../../electron/platform/dated-name'

test.each([
  ['ahead of UTC, where the next day has begun', 'Australia/Sydney', '2026-03-31T13:30:00Z', '2026-04-01'],
  ['behind UTC, where the day before goes on', 'America/Los_Angeles', '2026-04-01T02:30:00Z', '2026-03-31'],
  ['in summer time, an hour further ahead', 'Europe/Amsterdam', '2026-06-30T22:15:00Z', '2026-07-01'],
  ['in the same zone in winter', 'Europe/Amsterdam', '2026-01-30T22:15:00Z', '2026-01-30'],
])('a file is called after the day at the desk: %s', (_where, zone, at, day) => {
  expect(datedName('orders', 'csv', Date.parse(at), zone)).toBe(`orders-${day}.csv`)
})
