import { describe, expect, test } from 'vitest'
import { createSchedule } from '../../../../electron/journal/schedule'

const minutes = (ms: number | undefined) => (ms === undefined ? undefined : ms / 60_000)
const counted = (length: number, wait: (made: number) => number | undefined) =>
  Array.from({ length }, (_, index) => minutes(wait(index)))

describe('the schedule of look-ups (rule 25)', () => {
  const schedule = createSchedule()

  test('is five a minute apart and four a quarter of an hour apart after the one at once, then a person', () => {
    const waits = Array.from({ length: 11 }, (_, index) => minutes(schedule.nextLookUp(index + 1)))
    expect(waits).toEqual([1, 1, 1, 1, 1, 15, 15, 15, 15, undefined, undefined])
  })

  test('tries one that could read nothing again without ever running out', () => {
    expect(counted(12, schedule.retryLookUp)).toEqual([1, 1, 1, 1, 1, 1, 15, 15, 15, 15, 15, 15])
  })

  test('follows a supplier every hour after that, for the seven days of rule 33', () => {
    expect(counted(11, schedule.nextFollowUp)).toEqual([1, 1, 1, 1, 1, 15, 15, 15, 15, 60, 60])
    expect(minutes(schedule.followFor)).toBe(7 * 24 * 60)
  })

  test.each([
    [undefined, 30],
    [5, 5],
    [0, 1],
    [-1, 1],
    [86_400, 900],
  ])('waits after a 429 that asks for %s seconds: %s (rule 70)', (asked, seconds) => {
    expect(schedule.afterLimit(asked)).toBe(seconds * 1000)
  })

  test('is divided by the scale that tests ask for', () => {
    expect(createSchedule(600).nextLookUp(1)).toBe(100)
  })
})
