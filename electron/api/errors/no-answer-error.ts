import { appError, type CommonErrorCode } from '@shared/kernel/app-error'
import type { FailureReason } from '../http/failure-reason'
import type { NoAnswer } from '../http/transport'
import type { Failure, RequestLabel } from './failure'

/** Failures that another try a moment later can cure. A time-out is none: it has cost a minute already. */
const transient: ReadonlySet<FailureReason> = new Set(['dns', 'refused', 'unreachable', 'reset', 'proxy'])

/**
 * The error for a request that got no status. A command is `unknown` as soon as a byte may have left, and `no`
 * when provably none had (connection refused, no such host, TLS refused).
 */
export function noAnswerError(label: RequestLabel, failure: NoAnswer, requestId: string): Failure {
  const open = label.kind === 'command' && failure.sent
  const error = appError(code(failure, open), `${label.operation}: ${words(failure)}`, {
    changed: open ? 'unknown' : 'no',
    requestId,
    params: { reason: failure.reason, ...(failure.code ? { code: failure.code } : {}) },
  })
  return { error, transient: transient.has(failure.reason) }
}

/** The error for a 2xx whose body is cut, too large or not what the operation answers with. */
export function unreadableError(
  label: RequestLabel,
  reason: FailureReason,
  status: number,
  requestId: string,
): Failure {
  const open = label.kind === 'command'
  const error = appError(
    open ? 'OUTCOME_UNKNOWN' : 'UPSTREAM',
    `${label.operation} was answered with ${status}, but the answer is ${reason}`,
    { changed: open ? 'unknown' : 'no', requestId, upstream: { status }, params: { reason } },
  )
  return { error, transient: reason === 'reset' }
}

function code({ reason, sent }: NoAnswer, open: boolean): CommonErrorCode {
  if (open) return 'OUTCOME_UNKNOWN'
  if (reason === 'aborted') return 'INTERNAL'
  // A server that took the request and stayed silent can be reached: the person is not offline.
  return reason === 'timeout' && sent ? 'UPSTREAM' : 'OFFLINE'
}

const words = ({ reason, code: detail, sent }: NoAnswer) =>
  `${reason}${detail ? ` (${detail})` : ''}, ${sent ? 'after' : 'before'} the request left`
