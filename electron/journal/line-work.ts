import type { LineState } from '@shared/features/batches'
import type { OrderReference } from '@shared/kernel/ids'
import { fieldsOf, textOf } from '@shared/kernel/tolerant'
import type { BatchLineRecord, BatchRecord, BatchStore } from './batch'
import type { BatchStep, BatchWork } from './batch-work'
import type { EngineClock } from './clock'
import type { EntryError } from './event'
import type { Json } from './json'
import { maxRequeues, type Schedule } from './schedule'

/** What became of a line when it was carried out. `detail` is kept whatever it was. */
export type LineResult = {
  readonly detail: Json
  /** What kept it from being done. */
  readonly error?: Pick<EntryError, 'code' | 'params'>
} & (
  | { readonly state: Extract<LineState, 'done' | 'failed' | 'partly-done'> }
  /** It stays to be done: the server asked to come later (RATE_LIMITED), or every other line would meet the same. */
  | { readonly state: 'queued'; readonly afterSeconds?: number | undefined }
)

/** Carries out what a line asks for. It may be called again for a line whose result did not reach the disk. */
export type RunLine = (record: BatchRecord, line: BatchLineRecord) => Promise<LineResult>

export interface LineWorkDeps {
  readonly store: Pick<BatchStore, 'lines' | 'putLines'>
  readonly clock: EngineClock
  readonly schedule: Pick<Schedule, 'afterLimit'>
  readonly runLine: RunLine
  /** Called when a step stands otherwise than before. */
  readonly note: (steps: readonly BatchStep[]) => void
  /** For the log, without anything of the line. */
  readonly report: (what: string, detail: Readonly<Record<string, string>>) => void
}

/** Work of lines; `end` is for when the program ends: nothing is noted any more. */
export interface LineWork extends BatchWork {
  end(): void
}

interface Task {
  readonly id: string
  readonly record: BatchRecord
  line: BatchLineRecord
  turn: 'aside' | 'under-way' | 'resting'
  /** Its batch was paused while it was under way: it is not to be done again by itself. */
  dismissed: boolean
  /** Its batch went on while it was under way: what hinders it may be gone by now. */
  readmitted: boolean
  /** How often it was told to come later. */
  rests: number
  disarm: () => void
}

const fresh = { dismissed: false, readmitted: false, rests: 0 }

/** Lines that are read at once. */
const linesAtOnce = 500

/**
 * What lines ask for that changes nothing at the API, and so is no operation: how each stands is kept beside the line.
 * Doing one again is harmless, so there is no outcome to look up; one that was under way at a kill is done again.
 */
export function createLineWork({ store, clock, schedule, runLine, note, report }: LineWorkDeps): LineWork {
  const tasks = new Map<string, Task>()
  /** Batches of which nothing more is wanted. */
  const takenBack = new Set<string>()
  let ended = false

  const of = (batch: string) => [...tasks.values()].filter(({ record }) => record.id === batch)

  const step = (task: Task, rest: Pick<BatchStep, 'state' | 'dueAt' | 'error'>): BatchStep => ({
    id: task.id,
    batch: task.record.id,
    profile: task.record.profile,
    order: orderOf(task),
    ...rest,
  })

  const perform = async (task: Task): Promise<void> => {
    task.turn = 'under-way'
    task.dismissed = false
    task.readmitted = false
    const { state, detail, error, ...later } = await outcomeOf(task)
    if (ended) return
    const isRest = state === 'queued' && error?.code === 'RATE_LIMITED' && task.rests < maxRequeues
    const kept = state !== 'queued' ? state : takenBack.has(task.record.id) ? 'withdrawn' : 'queued'
    // What is asked to come later too often has failed for now.
    const final = kept === 'queued' && error?.code === 'RATE_LIMITED' && !isRest ? 'failed' : kept
    task.line = { ...task.line, state: final, at: clock.now(), detail }
    try {
      await store.putLines(task.record.id, [task.line])
    } catch {
      // What was done is not on disk, so it is done again when the batch goes on.
      task.turn = 'aside'
      note([step(task, { state: 'failed', error: { code: 'NO_JOURNAL' } })])
      return
    }
    if (final !== 'queued') {
      tasks.delete(task.id)
      note([step(task, { state: final === 'done' || final === 'withdrawn' ? final : 'failed', error })])
    } else if (isRest && !task.dismissed)
      rest(task, 'afterSeconds' in later ? later.afterSeconds : undefined, error)
    else if (task.readmitted) await perform(task)
    else {
      task.turn = 'aside'
      note([step(task, { state: 'failed', error })])
    }
  }

  const outcomeOf = async (task: Task): Promise<LineResult> => {
    try {
      return await runLine(task.record, task.line)
    } catch (thrown) {
      report('batch.line-threw', { thrown: thrown instanceof Error ? thrown.name : typeof thrown })
      return { state: 'failed', detail: task.line.detail, error: { code: 'INTERNAL' } }
    }
  }

  const readQueued = async (batch: string): Promise<readonly BatchLineRecord[]> => {
    const read: BatchLineRecord[] = []
    const page = { states: ['queued'] as const, limit: linesAtOnce }
    for (;;) {
      const { lines, total } = await store.lines(batch, { ...page, offset: read.length })
      read.push(...lines.map(({ entries: _, ...line }) => line))
      if (lines.length === 0 || read.length >= total) return read
    }
  }

  const rest = (task: Task, seconds: number | undefined, error: BatchStep['error']): void => {
    const wait = schedule.afterLimit(seconds)
    task.turn = 'resting'
    task.rests += 1
    task.disarm = clock.after(wait, () => void perform(task))
    note([step(task, { state: 'queued', dueAt: clock.now() + wait, error })])
  }

  return {
    prepare: async (record) => {
      takenBack.delete(record.id)
      if (of(record.id).length > 0) return
      for (const line of await readQueued(record.id)) {
        const id = `${record.id} ${line.line}`
        tasks.set(id, { id, record, line, turn: 'aside', ...fresh, disarm: () => {} })
      }
    },
    aside: (batch) =>
      of(batch)
        .filter(({ turn }) => turn === 'aside')
        .map((task) => step(task, { state: 'queued' })),
    underWay: (batch) =>
      of(batch)
        .filter(({ turn }) => turn === 'under-way')
        .map((task) => step(task, { state: 'sending' })),
    admit: (id) => {
      const task = tasks.get(id)
      if (task?.turn === 'under-way') {
        task.dismissed = false
        task.readmitted = true
        return true
      }
      if (task?.turn !== 'aside') return false
      void perform(task)
      return true
    },
    dismiss: (id) => {
      const task = tasks.get(id)
      if (task?.turn === 'under-way') Object.assign(task, { dismissed: true, readmitted: false })
      if (task?.turn !== 'resting') return
      task.disarm()
      task.turn = 'aside'
    },
    isBusy: (id) => tasks.get(id)?.turn === 'under-way',
    end: () => {
      ended = true
      for (const { disarm } of tasks.values()) disarm()
    },
    takeBack: async (batch) => {
      takenBack.add(batch)
      const rest = of(batch).filter(({ turn }) => turn === 'aside')
      const at = clock.now()
      const lines = rest.map(({ line }) => ({ ...line, state: 'withdrawn' as const, at }))
      if (lines.length > 0) await store.putLines(batch, lines)
      for (const { id } of rest) tasks.delete(id)
      return true
    },
  }
}

/** A line that names no order is about none but itself. */
const orderOf = ({ id, line }: Task): OrderReference => textOf(fieldsOf(line.detail).order) ?? id
