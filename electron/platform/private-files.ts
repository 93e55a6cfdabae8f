import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Files that another program needs for a while. They are in plain text, since that program reads them, so they are
 * readable by this person only and gone after {@link keptFor}, with the application, or at its next start after a kill.
 */
export interface PrivateFiles {
  /** Writes a file under this name in a folder of its own and answers its path. @throws when the disk refuses */
  write(name: string, bytes: Uint8Array): Promise<string>
  /** Removes every file. One that a viewer still holds is removed on the next start. */
  clear(): void
}

/** Milliseconds; a viewer has read its file by then. */
const keptFor = 15 * 60_000

/** Keeps private files below `folder`, which belongs to this installation alone, and removes those of earlier runs. */
export function createPrivateFiles(folder: string): PrivateFiles {
  const clear = () => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 2 })
    } catch {
      // Windows refuses while a viewer has the file open.
    }
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

const longest = 100

/** A name that every file system takes: nothing that leads elsewhere, hides the file or is reserved. */
export function safeFileName(name: string): string {
  const safe = name.replace(/[^A-Za-z0-9._-]+/g, '_').slice(-longest)
  return safe.replace(/^[._-]+/, '') || 'file'
}
