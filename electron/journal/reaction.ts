import type { AppError } from '@shared/kernel/app-error'
import type { EntryError, ServerWords } from './event'

/** What an error of the request means for its entry. */
export type Reaction = 'fail' | 'requeue' | 'look-up'

/**
 * What to do about the error that a command was answered with. A 409 is looked up although it is a refusal: the
 * state it conflicts with may be the one that was wanted. A 429 took nothing, so it may be queued again.
 */
export function reactionTo({ code, changed }: AppError): Reaction {
  if (code === 'CONFLICT') return 'look-up'
  if (changed !== 'no') return 'look-up'
  return code === 'RATE_LIMITED' ? 'requeue' : 'fail'
}

/** Splits an error into what stays for ever and the server's words, which may name somebody. */
export function recordError(error: AppError): { error: EntryError; payload?: { words: ServerWords } } {
  const { code, message, changed, requestId, params, upstream } = error
  const { status, code: serverCode, description, details } = upstream ?? {}
  const words: ServerWords = {
    ...(serverCode === undefined ? {} : { code: serverCode }),
    ...(description === undefined ? {} : { description }),
    ...(details === undefined ? {} : { details }),
  }
  return {
    error: {
      code,
      message,
      changed,
      ...(requestId === undefined ? {} : { requestId }),
      ...(status === undefined ? {} : { status }),
      ...(params === undefined ? {} : { params }),
    },
    ...(Object.keys(words).length > 0 ? { payload: { words } } : {}),
  }
}
