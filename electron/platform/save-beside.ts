import { type FileHandle, link, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'

/** Why a folder takes no file: it is not there, there is no room, or the system refuses (`params.code`). */
export type FolderTrouble = AppError<'FOLDER_GONE' | 'DISK_FULL' | 'NOT_WRITABLE'>

export interface FileToSave {
  readonly folder: string
  /** Safe for every file system: {@link safeFileName}. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Ends the name of the unfinished file, the same when the same file is saved again: so nothing piles up. */
  readonly mark: string
}

/** What of the file system is done; others are for what cannot be brought about otherwise. */
export type FileCalls = Pick<typeof import('node:fs/promises'), 'open' | 'link'>

/** So many files of one name are more than anybody wants. */
const most = 1000

/**
 * Saves a file into a folder beside what is there, which is never replaced: a name that is taken gets a number. A file that
 * is there already with the very same bytes counts as saved. The file has its name only once it is complete and on disk.
 * Answers its name.
 */
export async function saveBeside(
  { folder, name, bytes, mark }: FileToSave,
  calls: FileCalls = { open, link },
): Promise<Result<string, FolderTrouble>> {
  const extension = extname(name)
  const part = join(folder, `${name}.${mark}.part`)
  try {
    await writeThrough(part, bytes, calls)
    for (let number = 1; number <= most; number++) {
      const numbered = number === 1 ? name : `${basename(name, extension)} (${number})${extension}`
      const path = join(folder, numbered)
      if (await holds(path, bytes)) return ok(numbered)
      if (await giveName(part, path, calls)) return ok(numbered)
    }
    return err(notWritable('EEXIST'))
  } catch (thrown) {
    return err(await troubleOf(thrown, folder))
  } finally {
    await rm(part, { force: true }).catch(() => {})
  }
}

/**
 * Writes a new file and waits for the disk, so that a name is not given to what a power cut leaves empty. One that a kill
 * left there may have its name already as well: it is removed, never written into.
 */
async function writeThrough(path: string, bytes: Uint8Array, calls: FileCalls): Promise<void> {
  await rm(path, { force: true })
  const file: FileHandle = await calls.open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown'

async function holds(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    const { size } = await stat(path)
    return size === bytes.byteLength && (await readFile(path)).equals(bytes)
  } catch {
    return false
  }
}

/** Gives the complete file its name; false when the name is taken. Two programs never get the same one. */
async function giveName(part: string, path: string, calls: FileCalls): Promise<boolean> {
  try {
    await calls.link(part, path)
    return true
  } catch (thrown) {
    const code = codeOf(thrown)
    if (code === 'EEXIST') return false
    if (code === 'ENOENT') throw thrown
  }
  // A file system without links: the name is taken first, then what has it is replaced by what is complete.
  try {
    await (await calls.open(path, 'wx')).close()
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') return false
    throw thrown
  }
  try {
    await rename(part, path)
    return true
  } catch (thrown) {
    await rm(path, { force: true }).catch(() => {})
    throw thrown
  }
}

/** What the system says is told by its code only, for a path may name a person. */
async function troubleOf(thrown: unknown, folder: string): Promise<FolderTrouble> {
  const code = codeOf(thrown)
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return appError('DISK_FULL', `the disk has no room: ${code}`, { params: { code } })
  }
  const isThere = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  )
  return isThere
    ? notWritable(code)
    : appError('FOLDER_GONE', 'the folder is not there', { params: { code } })
}

const notWritable = (code: string): FolderTrouble =>
  appError('NOT_WRITABLE', `the folder takes no file: ${code}`, { params: { code } })
