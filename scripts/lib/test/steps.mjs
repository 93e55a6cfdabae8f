import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { ensureBuild } from '../build.mjs'
import { packagedExecutable, preparePackaging } from '../package.mjs'
import { repositoryRoot } from '../paths.mjs'
import { readText } from '../records.mjs'
import { packageCommand, run } from '../run.mjs'
import { checkOutcome, playwrightOutcome, vitestOutcome } from './outcome.mjs'

/**
 * @typedef {import('./outcome.mjs').Outcome & { output: string }} StepOutcome
 *
 * @typedef {object} Context
 * @property {NodeJS.ProcessEnv} env a private desktop session with a runtime
 * @property {import('../runtime.mjs').Runtime} runtime
 * @property {string} reports a folder for the runners' reports
 * @property {boolean} long whether tests tagged `@long` run too
 * @property {readonly string[]} filters which files or titles, passed to the runners
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {string} [needs] the step without whose success this one makes no sense
 * @property {(context: Context) => Promise<StepOutcome>} run
 */

const RUNNER_MS = 20 * 60_000
const LONG_RUNNER_MS = 3 * 60 * 60_000

/** @param {string} name @param {readonly string[]} args @returns {Step} */
const check = (name, ...args) => ({
  name,
  run: async () => {
    const { code, output } = await run(process.execPath, args)
    return { ...checkOutcome(code), output }
  },
})

/** @param {string} project @param {readonly string[]} [options] @returns {Step} */
const vitest = (project, options = []) => ({
  name: project,
  run: async ({ env, reports, filters, long }) => {
    const report = path.join(reports, `${project}.json`)
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const args = [packageCommand('vitest'), 'run', '--project', project, ...options, ...reporters, ...filters]
    const timeoutMs = long ? LONG_RUNNER_MS : RUNNER_MS
    const { code, output } = await run(process.execPath, args, {
      env: { ...env, ...runnerEnv(long) },
      timeoutMs,
    })
    return { ...vitestOutcome(readText(report), code), output }
  },
})

/** @param {string} name @param {string} project @param {string} needs @returns {Step} */
const playwright = (name, project, needs) => ({
  name,
  needs,
  run: async ({ env, reports, filters, long }) => {
    const report = path.join(reports, `${name}.json`)
    const args = [
      packageCommand('@playwright/test', 'playwright'),
      'test',
      '--project',
      project,
      '--reporter=list,json',
    ]
    if (!long) args.push('--grep-invert', '@long')
    const { code, output } = await run(process.execPath, [...args, ...filters], {
      env: {
        ...env,
        ...runnerEnv(long),
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        GATEHOUSE_PACKAGED_EXECUTABLE: packagedExecutable(),
      },
      timeoutMs: long ? LONG_RUNNER_MS : RUNNER_MS,
    })
    return { ...playwrightOutcome(readText(report), code), output }
  },
})

/** @param {boolean} long @returns {NodeJS.ProcessEnv} what every runner gets */
const runnerEnv = (long) => ({
  GATEHOUSE_TEST_LONG: long ? '1' : '',
  // What runners print is kept and shown only on failure, perhaps in a log that knows no colours.
  ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
})

/** @type {Step} */
const buildStep = {
  name: 'build',
  run: async () => {
    await ensureBuild('development', () => {})
    return { ...checkOutcome(0), output: '' }
  },
}

/** @type {Step} */
const packageStep = {
  name: 'package',
  run: async ({ runtime }) => {
    const { args, env } = await preparePackaging(runtime, ['--dir'], () => {})
    const { code, output } = await run(process.execPath, args, { env })
    return { ...checkOutcome(code), output }
  },
}

/** All steps, in the order in which a mistake is found soonest. @type {readonly Step[]} */
export const steps = [
  check('types', packageCommand('typescript', 'tsc'), '--noEmit'),
  check('api-types', 'scripts/openapi-types/generate.mjs', '--check'),
  check('lint', packageCommand('@biomejs/biome', 'biome'), 'check', '--error-on-warnings', '.'),
  check('boundaries', 'scripts/check-boundaries.mjs'),
  vitest('unit'),
  vitest('contract'),
  // They wait for time-outs and disks more than they work.
  ...['faults'].filter(hasTests).map((project) => vitest(project, ['--maxWorkers=4'])),
  buildStep,
  playwright('e2e', 'app', 'build'),
  packageStep,
  playwright('packaged', 'packaged', 'package'),
]

/** @param {string} kind a folder below test/ */
function hasTests(kind) {
  const folder = path.join(repositoryRoot, 'test', kind)
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((name) => /\.test\.tsx?$/.test(String(name)))
  )
}
