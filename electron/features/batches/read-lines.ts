import type { BatchLine } from '@shared/features/batches'
import { isSettled } from '@shared/features/operations'
import type { BatchLineView, Entry, JournalStore } from '../../journal'
import type { Kinds } from '../operations'
import { toBatchLine } from './batch-view'

/** Lines that are read at once while those are looked for that came back otherwise. */
const linesAtOnce = 100
const doneStates = ['done', 'partly-done'] as const

export interface LineReader {
  /** Lines for the screen and the export, each compared with what was forecast for its whole command. */
  show(views: readonly BatchLineView[]): Promise<BatchLine[]>
  /** Numbers of the lines of a batch that came back otherwise than was forecast, of those that can be compared by now. */
  differing(batch: string): Promise<readonly number[]>
}

/** Reads lines with what their operations came to. What settled lines came to is looked at once and remembered. */
export function createLineReader(store: Pick<JournalStore, 'group' | 'batches'>, kinds: Kinds): LineReader {
  /** By batch and line; of those for which nothing can change any more. */
  const verdicts = new Map<string, Map<number, boolean>>()
  const looking = new Map<string, Promise<readonly number[]>>()

  /** All operations of the commands that lines are part of: other lines of the same order may be in them. */
  const groupsOf = async (entries: readonly Entry[]): Promise<ReadonlyMap<string, readonly Entry[]>> => {
    const shared = new Set(entries.flatMap(({ group, groupSize }) => (groupSize > 1 ? group : [])))
    const read = [...shared].map(async (group) => [group, await store.group(group)] as const)
    return new Map(await Promise.all(read))
  }
  const groupOf = (groups: ReadonlyMap<string, readonly Entry[]>) => (entry: Entry) =>
    groups.get(entry.group) ?? [entry]

  const lookAt = async (batch: string): Promise<readonly number[]> => {
    const known = verdicts.get(batch) ?? new Map<number, boolean>()
    verdicts.set(batch, known)
    const done = await store.batches.linesIn(batch, doneStates)
    const open = new Map<number, boolean>()
    const missing = done.filter((line) => !known.has(line))
    for (let at = 0; at < missing.length; at += linesAtOnce) {
      const only = missing.slice(at, at + linesAtOnce)
      const { lines } = await store.batches.lines(batch, { only, offset: 0, limit: linesAtOnce })
      const groups = await groupsOf(lines.flatMap(({ entries }) => entries))
      for (const view of lines) {
        const differs = toBatchLine(view, kinds, groupOf(groups)).differences !== undefined
        const isFinal = view.entries.flatMap(groupOf(groups)).every(({ state }) => isSettled(state))
        ;(isFinal ? known : open).set(view.line, differs)
      }
    }
    return done.filter((line) => known.get(line) ?? open.get(line))
  }

  return {
    show: async (views) => {
      const groups = await groupsOf(views.flatMap(({ entries }) => entries))
      return views.map((view) => toBatchLine(view, kinds, groupOf(groups)))
    },
    differing: (batch) => {
      const before = looking.get(batch)
      if (before) return before
      const now = lookAt(batch).finally(() => looking.delete(batch))
      looking.set(batch, now)
      return now
    },
  }
}
