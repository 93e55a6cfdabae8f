import { randomUUID } from 'node:crypto'
import { open, rename, rm, writeFile } from 'node:fs/promises'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'

/** Remembers the part of a file while there is one, so that one that a kill leaves behind can be found. Neither throws. */
export interface PartNotes {
  /** Before its first byte. */
  readonly begun: (part: string) => Promise<void>
  /** It is there no more. */
  readonly ended: (part: string) => Promise<void>
}

const partEnd = '.part'

/** Whether it is the part of a file, which a kill left behind. */
export const isPart = (path: string): boolean => path.endsWith(partEnd)

/**
 * Writes a file that a person chose, all of it or nothing: what was there before is replaced once the new file is
 * complete.
 * @param write writes the file at the path it is given, which does not exist yet
 * @throws what `write` throws, or when the disk refuses; no part of the new file stays behind then
 */
export async function replaceFile<T>(
  path: string,
  write: (part: string) => Promise<T>,
  notes?: PartNotes,
): Promise<T> {
  const part = `${path}.${randomUUID().slice(0, 8)}${partEnd}`
  let isLeft = false
  await notes?.begun(part)
  try {
    const result = await write(part)
    await rename(part, path)
    return result
  } catch (error) {
    await rm(part, { force: true }).catch(() => {
      isLeft = true
    })
    throw error
  } finally {
    if (!isLeft) await notes?.ended(part)
  }
}

/**
 * Of two files that belong together, the second is looked at before the first is replaced: it may be a folder, or held by
 * another program.
 * @throws when what is there cannot be replaced
 */
export async function checkReplaceable(path: string): Promise<void> {
  const file = await open(path, 'r+').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  await file?.close()
}

/** What is written may name guests: nobody else on this computer reads it. */
export const newPrivateFile = { flag: 'wx', mode: 0o600 } as const

/** Replaces a file as {@link replaceFile} does, by these bytes. */
export const writeWholeFile = (path: string, bytes: Uint8Array, notes?: PartNotes): Promise<void> =>
  replaceFile(path, (part) => writeFile(part, bytes, newPrivateFile), notes)

/**
 * Writes to disk; what the system says is told by its code only, for a path may name a person.
 * @throws only what is of a kind in `others`: errors of where it was read from, not of the disk
 */
export async function written<T>(
  write: () => Promise<T>,
  others: readonly (abstract new (...args: never[]) => Error)[] = [],
): Promise<Result<T, AppError<'FILE_NOT_WRITTEN'>>> {
  try {
    return ok(await write())
  } catch (error) {
    if (others.some((kind) => error instanceof kind)) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return err(appError('FILE_NOT_WRITTEN', `the file could not be written: ${code}`, { params: { code } }))
  }
}
