import type { OperationError as JournalError } from '@shared/features/operations'
import { OperationError } from './ipc'

/** An error as the journal keeps it, in the form that the one presenter takes: the server's words go to the details. */
export function fromJournal({
  code,
  message,
  changed,
  requestId,
  status,
  serverCode,
  serverWords,
  serverDetails,
  params,
}: JournalError): OperationError {
  return new OperationError({
    code,
    message,
    changed,
    ...(requestId === undefined ? {} : { requestId }),
    ...(params === undefined ? {} : { params }),
    upstream: { status, code: serverCode, description: serverWords, details: serverDetails },
  })
}
