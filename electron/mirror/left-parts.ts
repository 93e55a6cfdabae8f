import { rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { MirrorStore } from './mirror-store'

/** What is remembered of files outside the store. */
type Notes = Pick<MirrorStore, 'files' | 'forgetFile'>

/** Paths of the parts of files that are remembered; none where they cannot be asked for. */
export async function notedParts(notes: Notes): Promise<readonly string[]> {
  const files = await notes.files().catch(() => [])
  return files.filter(({ kind }) => kind === 'part').map(({ path }) => path)
}

/**
 * Deletes what a kill left of files with orders that were being written, in plain text. What cannot be deleted now, as it is
 * in use or its disk is not there, is for the next time. Never throws.
 */
export async function deleteParts(notes: Notes, parts: readonly string[]): Promise<void> {
  const deletePart = async (part: string): Promise<void> => {
    await stat(dirname(part))
    await rm(part, { force: true })
    await notes.forgetFile(part)
  }
  // One whose disk does not answer keeps no other waiting.
  await Promise.allSettled(parts.map(deletePart))
}
