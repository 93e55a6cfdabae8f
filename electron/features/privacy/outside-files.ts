import { randomUUID } from 'node:crypto'
import { rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { OutsideFile } from '@shared/features/privacy'
import { isPart } from '../../platform/write-file'
import { summaryPath } from '../mirror'

/** What is asked of the disk. */
export interface Disk {
  readonly stat: (path: string) => Promise<{ isFile(): boolean }>
  readonly rm: (path: string) => Promise<void>
}

/** `unreachable`: on a disk that is not there, or that does not answer, it may be still. */
type Presence = 'there' | 'gone' | 'unreachable'

/** How long one question waits for an answer, in milliseconds. */
const answersWithin = 3_000
/** Questions without an answer, at most: each keeps one of the few threads that all files are read with. */
const mostUnanswered = 2

/** Looks at files that lie outside the program's own folder, and deletes them. One place that is dead holds up nothing. */
export function outsideFiles(disk: Disk = { stat, rm }, within = answersWithin) {
  let unanswered = 0
  /** Folders that did not answer: they are not asked for the next file of theirs. */
  const silent = new Set<string>()

  /** @returns undefined when there is no answer in time */
  async function bounded<T>(folder: string, ask: () => Promise<T>): Promise<T | undefined> {
    if (silent.has(folder) || unanswered >= mostUnanswered) return undefined
    let isLate = false
    const asked = ask().finally(() => {
      if (!isLate) return
      unanswered--
      silent.delete(folder)
    })
    let disarm: NodeJS.Timeout | undefined
    const enough = new Promise<undefined>((resolve) => {
      disarm = setTimeout(() => {
        isLate = true
        unanswered++
        silent.add(folder)
        resolve(undefined)
      }, within)
    })
    return Promise.race([asked, enough]).finally(() => clearTimeout(disarm))
  }

  const kindOf = (path: string) =>
    disk.stat(path).then(
      (found) => (found.isFile() ? 'file' : 'other'),
      ({ code }: NodeJS.ErrnoException) => (code === 'ENOENT' ? 'nothing' : 'unknown'),
    )

  async function look(path: string): Promise<Presence> {
    const folder = dirname(path)
    const found = await bounded(folder, () => kindOf(path))
    if (found === 'file') return 'there'
    if (found === 'other') return 'gone'
    if (found !== 'nothing') return 'unreachable'
    return (await bounded(folder, () => kindOf(folder))) === 'other' ? 'gone' : 'unreachable'
  }

  const remove = async (path: string): Promise<OutsideFile['state']> =>
    (await bounded(dirname(path), () =>
      disk.rm(path).then(
        () => 'deleted' as const,
        () => 'not-deleted' as const,
      ),
    )) ?? 'unreachable'

  return {
    /**
     * Looks whether files are there, and deletes those whose id a person gave. A file keeps the id that it was shown with.
     */
    async lookAt(
      paths: readonly string[],
      known: readonly OutsideFile[],
      deleteFiles: readonly string[],
    ): Promise<OutsideFile[]> {
      const files: OutsideFile[] = []
      // One after the other: a dead place is asked once.
      for (const path of new Set([...known.map((file) => file.path), ...paths])) {
        const before = known.find((file) => file.path === path)
        const id = before?.id ?? randomUUID()
        const presence = await look(path)
        const isMeant = presence === 'there' && before !== undefined && deleteFiles.includes(id)
        const state = isMeant ? await remove(path) : presence
        files.push({ id, path, state: state === 'gone' && before?.state === 'deleted' ? 'deleted' : state })
      }
      return files
    },
    /**
     * What is to be shown of a list that was noted. What lies beside it says what was searched for, which may be the person's
     * name; a part that is gone is not worth a line, for Gatehouse deleted it.
     */
    async partsOf(path: string): Promise<string[]> {
      if (isPart(path)) return (await look(path)) === 'gone' ? [] : [path]
      const beside = summaryPath(path)
      return (await look(beside)) === 'there' ? [path, beside] : [path]
    },
    /** Of paths that were noted those whose file is surely not there any more, nor what lies beside it. */
    async gone(paths: readonly string[]): Promise<string[]> {
      const gone: string[] = []
      for (const path of paths) {
        const isGone = (await look(path)) === 'gone' && (await look(summaryPath(path))) === 'gone'
        if (isGone) gone.push(path)
      }
      return gone
    },
  }
}
export type OutsideFiles = ReturnType<typeof outsideFiles>
