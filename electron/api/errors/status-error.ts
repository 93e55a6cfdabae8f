import { appError, type Changed, type CommonErrorCode } from '@shared/kernel/app-error'
import type { Answer } from '../http/transport'
import type { Failure, RequestLabel } from './failure'
import { readUpstreamDetail } from './upstream-detail'

/** Statuses without which a command may still have been performed: never guessed, always looked up. */
const leavesOpen = (status: number) =>
  status === 408 || (status >= 300 && status < 400) || (status >= 500 && status !== 501)

const codes: Readonly<Record<number, CommonErrorCode>> = {
  400: 'INVALID_INPUT',
  401: 'SIGNED_OUT',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  422: 'INVALID_INPUT',
  429: 'RATE_LIMITED',
}

/**
 * The error for a status that is no success, by class (architecture: Errors; rules.md #60 to #73).
 *
 * `changed` of a command: `unknown` after 408, 3xx and 5xx except 501, as the change may have been made. A 409
 * is `unknown` as well: the state it conflicts with may be the one this command was to bring about, so the
 * caller reads the target again. Every other refusal is definite: `no`.
 */
export function statusError(
  label: RequestLabel,
  answer: Answer,
  requestId: string,
  retryAfterMs?: number,
): Failure {
  const { status } = answer
  const isCommand = label.kind === 'command'
  const open = isCommand && leavesOpen(status)
  const changed: Changed = open || (isCommand && status === 409) ? 'unknown' : 'no'
  const code = open ? 'OUTCOME_UNKNOWN' : (codes[status] ?? 'UPSTREAM')
  const error = appError(code, `${label.operation} was answered with ${status}`, {
    changed,
    requestId,
    upstream: readUpstreamDetail(answer, retryAfterMs),
  })
  const transient = status === 408 || status === 429 || (status >= 500 && status !== 501)
  // Other refusals may carry a `Retry-After` too; only these two mean that the server is busy.
  return { error, transient, ...(status === 429 || status === 503 ? { retryAfterMs } : {}) }
}
