import { TornFileError } from '../database'
import { UnreadableValueError } from '../sql'

/** What is kept is not what was written. */
export class DamageError extends Error {
  override readonly name = 'DamageError'
}

/** The engine's code of what was thrown; empty when it has none. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : ''
}

/** Whether what was thrown says that the file is no database of ours, or no longer whole. */
export const isDamage = (error: unknown): boolean =>
  error instanceof DamageError ||
  error instanceof TornFileError ||
  error instanceof UnreadableValueError ||
  /^SQLITE_(NOTADB|CORRUPT|FORMAT)/.test(codeOf(error))

/** Whether nothing more can be written, though what is there can be read. */
export const isDiskFull = (error: unknown): boolean => /^SQLITE_(FULL|IOERR)/.test(codeOf(error))
