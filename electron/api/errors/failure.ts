import type { AppError } from '@shared/kernel/app-error'

/** What failed, and whether trying the same again could help. The second half stays inside the client. */
export interface Failure {
  readonly error: AppError
  /** True when a read may be tried again. */
  readonly transient: boolean
  /** How long the server asked to leave it alone. */
  readonly retryAfterMs?: number | undefined
}

/** What an error is about, for its message: never an address, a query or a body. */
export interface RequestLabel {
  /** Operation of the OpenAPI file, such as `cancelOrder`. */
  readonly operation: string
  readonly kind: 'read' | 'command'
}
