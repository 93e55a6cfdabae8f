import type { AppError } from '@shared/kernel/app-error'

/** A failed read before a request is definite, whatever a command would make of its code. */
export const notSent = (error: AppError): AppError =>
  error.code === 'CONFLICT' ? { ...error, code: 'UPSTREAM', changed: 'no' } : { ...error, changed: 'no' }
