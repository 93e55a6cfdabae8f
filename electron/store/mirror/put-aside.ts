import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const why = { damaged: 'damaged', withoutKey: 'without-key' } as const

/** Files beside the one at `path` that were put aside of it, by their names. */
export function putAsideOf(path: string): string[] {
  const folder = dirname(path)
  const marks = Object.values(why).map((mark) => `${basename(path)}.${mark}-`)
  return (existsSync(folder) ? readdirSync(folder) : []).filter((name) =>
    marks.some((mark) => name.startsWith(mark)),
  )
}

/**
 * Moves a file and its log out of the way, for somebody to look into, and answers the new name. What was put aside of it
 * before goes: a copy may take gigabytes, and a disk that damages one is not to be filled with them.
 * @throws when it cannot be moved
 */
export function putAside(path: string, reason: keyof typeof why, now: number): string {
  const before = putAsideOf(path)
  const name = `${path}.${why[reason]}-${new Date(now).toISOString().replace(/[:.]/g, '-')}`
  renameSync(path, name)
  // The log is of no use without its file, and would be taken for that of the new one.
  for (const log of [`${path}-wal`, `${path}-journal`]) rmSync(log, { force: true })
  for (const old of before) {
    try {
      rmSync(join(dirname(path), old), { force: true })
    } catch {
      // Somebody is looking into it: it goes after a week.
    }
  }
  return basename(name)
}
