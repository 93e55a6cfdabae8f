import { describe, expect, test } from 'vitest'
import { checkOutcome, playwrightOutcome, totals, vitestOutcome } from '../../../scripts/lib/test/outcome.mjs'

const vitest = (counts: object) =>
  JSON.stringify({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, ...counts })
const playwright = (stats: object) =>
  JSON.stringify({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats } })

describe('what a step came to', () => {
  test('a check counts as one, by its exit code', () => {
    expect(checkOutcome(0)).toEqual({ passed: 1, failed: 0, skipped: 0 })
    expect(checkOutcome(2)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  test('the counts of Vitest are taken from its report', () => {
    const report = vitest({ numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 3 })
    expect(vitestOutcome(report, 1)).toEqual({ passed: 7, failed: 2, skipped: 4 })
  })

  test('the counts of Playwright are taken from its report, and a flaky test is a failed one', () => {
    const report = playwright({ expected: 5, unexpected: 1, flaky: 2, skipped: 1 })
    expect(playwrightOutcome(report, 1)).toEqual({ passed: 5, failed: 3, skipped: 1 })
  })

  test.each([
    ['left no report', undefined],
    ['left half a report', '{"numPassed'],
  ])('a runner that %s has failed, whatever its exit code', (_title, report) => {
    expect(vitestOutcome(report, 0)).toMatchObject({
      passed: 0,
      failed: 1,
      problem: expect.stringContaining('no report'),
    })
  })

  test('a runner that ran nothing has failed, also when all was skipped', () => {
    expect(vitestOutcome(vitest({}), 0)).toMatchObject({ failed: 1, problem: 'no test was run' })
    expect(playwrightOutcome(playwright({ skipped: 9 }), 0)).toMatchObject({ failed: 1, skipped: 9 })
  })

  test('a runner that ends with an error outside its tests has failed', () => {
    expect(vitestOutcome(vitest({ numPassedTests: 3 }), 1)).toMatchObject({ passed: 3, failed: 1 })
  })
})

test('the totals are the sums over all steps', () => {
  const outcomes = [
    checkOutcome(0),
    vitestOutcome(vitest({ numPassedTests: 4, numPendingTests: 2 }), 0),
    checkOutcome(1),
  ]
  expect(totals(outcomes)).toEqual({ passed: 5, failed: 1, skipped: 2 })
})
