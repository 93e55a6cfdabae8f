import type { Sql } from '../sql'
import { putWritten, writtenFiles } from './export/written-files'
import { allKept, type KeptText, putKept } from './kept'
import type { WrittenFile } from './protocol'

/** What the API does not have: what a person has put by, and which files with orders are outside the store. */
export interface Rescued {
  readonly kept: readonly KeptText[]
  readonly files: readonly WrittenFile[]
}

/**
 * What can still be read of it in a file that turned out to be damaged, each for itself. Nothing from a file that was made
 * before there were such tables.
 */
export const rescue = (sql: Sql): Rescued => ({
  kept: readable(() => allKept(sql)),
  files: readable(() => writtenFiles(sql)),
})

function readable<T>(read: () => readonly T[]): readonly T[] {
  try {
    return read()
  } catch {
    return []
  }
}

/** Puts into a new file what was rescued from the one before it. */
export function putRescued(sql: Sql, { kept, files }: Rescued): void {
  if (kept.length + files.length === 0) return
  sql.transaction(() => {
    for (const { name, value } of kept) putKept(sql, name, value)
    for (const file of files) putWritten(sql, file)
  })
}
