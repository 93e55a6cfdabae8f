import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ElectronApplication } from 'playwright'
import { median, treeCpuMs, treeMemoryMb } from '../measure'
import type { PreparedMirror } from '../prepared/prepare'
import { sandboxFolder } from '../prepared/world'
import { startSandbox, withSandbox } from '../sandbox'
import { bareApplication, firstRows, type Gatehouse, gatehouseWith } from './applications'
import { benchLastRow } from './last-row'
import { type Application, launch } from './launch'
import { benchScroll } from './scroll'
import { benchTyping } from './typing'

/** Starts that are measured on each side, in turns; one of each before them warms the disk cache. */
const rounds = 7
/** The last rounds rest before they end, and their memory is read. */
const memoryRounds = 3
const restMs = 8_000
/** As long as from one question for changes to the next. */
const idleMs = 60_000
const partMs = 5_000
const settlingMs = 45_000

/** The application with a mirror of so many orders, and what it is compared with. */
interface Sides {
  readonly bare: Application
  readonly gatehouse: Gatehouse
}

/**
 * Start (ms) to the first rows in the page and memory (MB, PSS of all processes) against bare Electron, medians; processor
 * time at rest.
 * @param main the packaged build's code
 */
export const benchApp = (main: string, sandboxScript: string, prepared: PreparedMirror) =>
  withSides(main, sandboxScript, prepared, async ({ bare, gatehouse }) => {
    gatehouse.putState(false)
    return { ...(await starts(bare, gatehouse)), idle: await benchIdle(bare, gatehouse) }
  })

/**
 * What typing and scrolling feel like with a mirror of so many orders, and whether the last of them is reached.
 * @param main the packaged build's code
 */
export const benchUse = (main: string, sandboxScript: string, prepared: PreparedMirror) =>
  withSides(main, sandboxScript, prepared, async ({ gatehouse }) => {
    // First, while no word was asked yet.
    gatehouse.putState(true)
    const { value: whileSync } = await launch(gatehouse, async (app) =>
      benchTyping(await firstRows(app), ['created']),
    )
    gatehouse.putState(false)
    const { value: atRest } = await launch(gatehouse, async (app) => {
      const window = await firstRows(app)
      return {
        scroll: await benchScroll(window, gatehouse.profile),
        lastRow: await benchLastRow(window, gatehouse.profile),
        byCreation: await benchTyping(window, ['created']),
        otherSorts: await benchTyping(window, ['travel', 'guest']),
      }
    })
    const { byCreation, otherSorts, ...rest } = atRest
    const search = {
      ...{ p50Ms: whileSync.p50Ms, p95Ms: whileSync.p95Ms, otherSortsP95Ms: otherSorts.p95Ms },
      painted: { whileSync, byCreation, otherSorts },
    }
    return { search, ...rest }
  })

async function withSides<T>(
  main: string,
  sandboxScript: string,
  prepared: PreparedMirror,
  measure: (sides: Sides) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gatehouse-bench-app-'))
  const state = sandboxFolder(prepared.anchor)
  try {
    return await withSandbox(
      startSandbox(sandboxScript, prepared.orders, { stateDir: state }),
      async (sandbox) => {
        const userData = path.join(folder, 'user-data')
        return measure({
          bare: bareApplication(folder),
          gatehouse: await gatehouseWith(main, userData, sandbox, prepared),
        })
      },
    )
  } finally {
    await rm(state, { recursive: true, force: true })
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function starts(bare: Application, gatehouse: Gatehouse) {
  const bareRuns: Run[] = []
  const appRuns: Run[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const rest = round > rounds - memoryRounds ? restMs : 0
    const [bareRun, appRun] = [await start(bare, rest), await start(gatehouse, rest)]
    if (round === 0) continue
    bareRuns.push(bareRun)
    appRuns.push(appRun)
  }
  const [bareMs, appMs] = [median(bareRuns.map((run) => run.ms)), median(appRuns.map((run) => run.ms))]
  const [bareMb, appMb] = [memoryOf(bareRuns), memoryOf(appRuns)]
  return {
    start: { bareMs, appMs, ratio: appMs / bareMs },
    memory: { bareMb, appMb, ratio: appMb / bareMb },
  }
}

interface Run {
  readonly ms: number
  readonly mb: number | undefined
}

const memoryOf = (runs: readonly Run[]): number =>
  median(runs.flatMap(({ mb }) => (mb === undefined ? [] : [mb])))

async function start(application: Application, rest: number): Promise<Run> {
  const { ms, value: mb } = await launch(application, async (app) => {
    await sleep(rest)
    return rest > 0 ? treeMemoryMb(pidOf(app)) : undefined
  })
  return { ms, mb }
}

/**
 * Processor time of all processes in a minute in which nobody does anything, one question for changes included, and how much
 * of a core they take between two of these: in the median of its parts.
 */
async function benchIdle(bare: Application, gatehouse: Application) {
  const [bareParts, appParts] = [await idle(bare), await idle(gatehouse)]
  const percentAbove = (of: (parts: readonly number[]) => number, ms: number) =>
    ((of(appParts) - of(bareParts)) / ms) * 100
  return {
    bareMs: sum(bareParts),
    appMs: sum(appParts),
    percentOfCoreAbove: percentAbove(sum, idleMs),
    percentBetweenPolls: percentAbove(median, partMs),
  }
}

const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0)

async function idle(application: Application): Promise<number[]> {
  const { value } = await launch(application, async (app) => {
    // The list is made, its sums are there, and what changed meanwhile was read.
    await sleep(settlingMs)
    const parts: number[] = []
    for (let part = 0; part < idleMs / partMs; part += 1) {
      const before = treeCpuMs(pidOf(app))
      await sleep(partMs)
      parts.push(treeCpuMs(pidOf(app)) - before)
    }
    return parts
  })
  return value
}

const pidOf = (app: ElectronApplication): number => app.process().pid ?? 0
