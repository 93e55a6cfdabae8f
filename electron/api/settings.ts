/** How the client behaves towards one connection. Times in milliseconds, sizes in bytes. */
export interface ApiSettings {
  /** From handing a request to the network until its answer is read whole (rules.md #22). */
  readonly timeoutMs: number
  /** Until a connection stands, TLS and proxy included. */
  readonly connectTimeoutMs: number
  /** Largest answer, measured after decompression. */
  readonly maxResponseBytes: number
  /** Requests under way at the same time. */
  readonly concurrency: number
  /** At most so many requests start within so much time (fair use, rules.md #75). */
  readonly pacing: { readonly requests: number; readonly perMs: number }
  /** Tries of a read, the first one included. A command has one. */
  readonly readAttempts: number
  /** Ceiling of the first wait between tries; it doubles each time, and the wait is a random part of it. */
  readonly backoffMs: number
  readonly maxBackoffMs: number
  /** Longest wait that a `Retry-After` can impose. A read that is asked to wait longer answers at once. */
  readonly maxRetryAfterMs: number
  readonly maxRedirects: number
  /** How lists go into the query; see {@link ListStyle}. */
  readonly listStyle: ListStyle
}

/** `product_id=A,B`, `product_id=["A","B"]` or `product_id=A&product_id=B` (rules.md #57). */
export type ListStyle = 'comma' | 'json' | 'repeat'

export const defaultApiSettings: ApiSettings = {
  timeoutMs: 60_000,
  connectTimeoutMs: 15_000,
  maxResponseBytes: 64 * 1024 * 1024,
  // A batch has four of them (electron/journal/batch-pace.ts) and the mirror two (electron/mirror/sync/settings.ts): the rest
  // is there for whoever looks at an order meanwhile.
  concurrency: 8,
  pacing: { requests: 40, perMs: 1_000 },
  readAttempts: 3,
  backoffMs: 400,
  maxBackoffMs: 5_000,
  maxRetryAfterMs: 60_000,
  maxRedirects: 5,
  listStyle: 'comma',
}
