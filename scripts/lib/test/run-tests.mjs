import { mkdtempSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { endRunning } from '../run.mjs'
import { setUp } from '../set-up.mjs'
import { SetUpError } from '../set-up-error.mjs'
import { totals } from './outcome.mjs'
import { steps } from './steps.mjs'

/**
 * @typedef {import('./steps.mjs').Step} Step
 * @typedef {import('./steps.mjs').Context} Context
 * @typedef {import('./steps.mjs').StepOutcome} StepOutcome
 */

/** The clock of performance.now() starts with the process, so what came before us (npm ci) is counted. */
const processStart = 0

/**
 * Sets everything up and runs the tests, all of them or those that `--only a,b` names; further arguments go to the
 * test runners as filters. A step that fails stops no other, except those that need what it makes.
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code: 0 only when something was run and nothing failed
 */
export async function runTests(args) {
  const { chosen, long, filters } = readArguments(args)
  const { runtime, desktop, summary } = await setUp({ desktop: 'private', build: 'none' })
  console.log(`Testing on ${summary}. Set up in ${seconds(processStart)}.`)
  const reports = mkdtempSync(path.join(tmpdir(), 'gatehouse-reports-'))
  const close = async () => {
    await desktop.close()
    rmSync(reports, { recursive: true, force: true })
  }
  endOnSignal(close)
  try {
    const outcomes = await runSteps(chosen, { env: desktop.env, runtime, reports, long, filters })
    const { passed, failed, skipped } = totals(outcomes)
    console.log(`\nIn ${seconds(processStart)}${skipped > 0 ? `, ${skipped} skipped` : ''}.`)
    console.log(`${passed} passed, ${failed} failed`)
    return failed === 0 && passed > 0 ? 0 : 1
  } finally {
    await close()
  }
}

/** @param {readonly string[]} args */
function readArguments(args) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { only: { type: 'string' }, long: { type: 'boolean', default: false } },
  })
  const names = steps.map((step) => step.name)
  const only = values.only?.split(',')
  const unknown = only?.find((name) => !names.includes(name))
  if (unknown) throw new SetUpError(`There is no step "${unknown}". Steps: ${names.join(', ')}.`)
  if (positionals.length > 0 && !only)
    throw new SetUpError('Filters need --only, for example: npm test -- --only unit money')
  return { chosen: only ? withNeeds(only) : steps, long: values.long, filters: positionals }
}

/** @param {readonly string[]} only @returns {readonly Step[]} with the steps that make what those need */
function withNeeds(only) {
  const needed = new Set(only)
  for (const step of [...steps].reverse()) if (step.needs && needed.has(step.name)) needed.add(step.needs)
  return steps.filter((step) => needed.has(step.name))
}

/** @param {readonly Step[]} chosen @param {Context} context */
async function runSteps(chosen, context) {
  /** @type {Map<string, StepOutcome>} */
  const outcomes = new Map()
  for (const step of chosen) {
    process.stdout.write(`${step.name.padEnd(11)}… `)
    const started = performance.now()
    const outcome = await runStep(step, context, outcomes)
    outcomes.set(step.name, outcome)
    console.log(`${verdict(outcome)} (${seconds(started)})`)
    if (outcome.failed === 0) continue
    if (outcome.output.trim()) console.log(outcome.output.trimEnd())
    if (outcome.problem) console.log(`${step.name}: ${outcome.problem}`)
  }
  return [...outcomes.values()]
}

/** @param {Step} step @param {Context} context @param {ReadonlyMap<string, StepOutcome>} before */
async function runStep(step, context, before) {
  const failed = { passed: 0, failed: 1, skipped: 0 }
  if (step.needs && before.get(step.needs)?.failed !== 0)
    return { ...failed, output: '', problem: `not run, because ${step.needs} failed` }
  try {
    return await step.run(context)
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error
    return { ...failed, output: error.details ?? '', problem: error.message }
  }
}

/** @param {StepOutcome} outcome */
function verdict({ passed, failed, skipped }) {
  const parts = [`${passed} passed`, failed > 0 && `${failed} FAILED`, skipped > 0 && `${skipped} skipped`]
  return parts.filter(Boolean).join(', ')
}

/** @param {number} since from performance.now() */
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** Ends the runners and the private session when we are told to end. @param {() => Promise<void>} close */
function endOnSignal(close) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.once(signal, async () => {
      endRunning()
      await close()
      process.exit(128 + constants.signals[signal])
    })
}
