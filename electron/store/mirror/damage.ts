import { TornFileError } from '../database'
import { codeOf } from '../engine-code'
import { UnreadableValueError } from '../sql'

/** What is kept is not what was written. */
export class DamageError extends Error {
  override readonly name = 'DamageError'
}

/** Whether what was thrown says that the file is no database of ours, or no longer whole. */
export const isDamage = (error: unknown): boolean =>
  error instanceof DamageError ||
  error instanceof TornFileError ||
  error instanceof UnreadableValueError ||
  /^SQLITE_(NOTADB|CORRUPT|FORMAT)/.test(codeOf(error))
