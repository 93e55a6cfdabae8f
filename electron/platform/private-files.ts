import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Files that another program needs for a while. They are in plain text, since that program reads them, so they are
 * readable by this person only and gone after {@link keptFor}, with the application, or at its next start after a kill.
 */
export interface PrivateFiles {
  /** Writes a file under this name in a folder of its own and answers its path. @throws when the disk refuses */
  write(name: string, bytes: Uint8Array): Promise<string>
  /** Removes every file, and says of how many it could not. One that a viewer still holds is removed on the next start. */
  clear(): Cleared
}

/** Files that are gone, and that are there still. */
export interface Cleared {
  readonly removed: number
  readonly left: number
}

/** Milliseconds; a viewer has read its file by then. */
const keptFor = 15 * 60_000

const removeFolder = (path: string): void => rmSync(path, { recursive: true, force: true, maxRetries: 2 })

/**
 * Keeps private files below `folder`, which belongs to this installation alone, and removes those of earlier runs.
 * @param remove a folder with all that is in it
 */
export function createPrivateFiles(folder: string, remove = removeFolder): PrivateFiles {
  const tryToRemove = (path: string): void => {
    try {
      remove(path)
    } catch {
      // Windows refuses while a viewer has the file open; the others go all the same.
    }
  }
  const clear = (): Cleared => {
    const all = namesIn(folder)
    for (const own of all) tryToRemove(join(folder, own))
    const left = namesIn(folder).length
    if (left === 0) tryToRemove(folder)
    return { removed: Math.max(0, all.length - left), left }
  }
  clear()
  return {
    clear,
    write: async (name, bytes) => {
      const own = join(folder, randomUUID())
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      await mkdir(own, { mode: 0o700 })
      const path = join(own, safeFileName(name))
      await writeFile(path, bytes, { mode: 0o600, flag: 'wx' })
      // Windows refuses while a viewer has the file open; then it goes with the rest.
      setTimeout(() => void rm(own, { recursive: true, force: true }).catch(() => {}), keptFor).unref()
      return path
    },
  }
}

/** The folders of the files, one each. None where there is nothing to look into. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

const longest = 100

/** A name that every file system takes: nothing that leads elsewhere, hides the file or is reserved. */
export function safeFileName(name: string): string {
  const safe = name.replace(/[^A-Za-z0-9._-]+/g, '_').slice(-longest)
  return safe.replace(/^[._-]+/, '') || 'file'
}
