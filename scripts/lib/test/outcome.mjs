/**
 * What a step came to. Counts are tests, or one for a step that is a single check.
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed never 0 when the step did not do what it should
 * @property {number} skipped
 * @property {string} [problem] a failure that the step's own output does not show
 *
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} VitestReport
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} PlaywrightReport
 */

/** A step that is one check, by its exit code. @param {number} code @returns {Outcome} */
export function checkOutcome(code) {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/** @param {string | undefined} report the JSON reporter's file @param {number} code @returns {Outcome} */
export function vitestOutcome(report, code) {
  return runnerOutcome(report, code, (/** @type {VitestReport} */ json) => ({
    passed: json.numPassedTests,
    failed: json.numFailedTests,
    skipped: json.numPendingTests + json.numTodoTests,
  }))
}

/**
 * A test that passed only when repeated counts as failed: it cannot be relied on.
 * @param {string | undefined} report the JSON reporter's file
 * @param {number} code
 * @returns {Outcome}
 */
export function playwrightOutcome(report, code) {
  return runnerOutcome(report, code, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }))
}

/**
 * Counts by the runner's own report, and distrusts it: a runner that crashed, left no report, ran nothing or ended
 * with an error that is no test's is a failure too.
 * @template Report
 * @param {string | undefined} text
 * @param {number} code
 * @param {(report: Report) => Outcome} count
 * @returns {Outcome}
 */
function runnerOutcome(text, code, count) {
  const report = parse(text)
  if (report === undefined)
    return { passed: 0, failed: 1, skipped: 0, problem: `the runner left no report (exit code ${code})` }
  const counted = count(report)
  if (counted.passed + counted.failed === 0) return { ...counted, failed: 1, problem: 'no test was run' }
  if (code !== 0 && counted.failed === 0)
    return { ...counted, failed: 1, problem: `all tests passed, yet the runner failed (exit code ${code})` }
  return counted
}

/** @param {string | undefined} text */
function parse(text) {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** @param {readonly Outcome[]} outcomes */
export function totals(outcomes) {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const { passed, failed, skipped } of outcomes) {
    sum.passed += passed
    sum.failed += failed
    sum.skipped += skipped
  }
  return sum
}
