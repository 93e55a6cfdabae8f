import type { Dispatcher } from 'undici'

/** What is sent to one origin. */
export interface Outgoing {
  readonly origin: string
  /** Path and query, encoded. */
  readonly path: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
}

/** How one exchange ended. */
export type Exchanged =
  /** A status came. `cut` says that its body did not come whole; `body` is then what did come. */
  | { kind: 'answered'; status: number; headers: AnswerHeaders; body: Buffer; cut?: Error }
  /** No status came. `sent` false is a proof: not one byte of the request had left. */
  | { kind: 'failed'; error: Error; sent: boolean }

/** Header names in lower case. */
export type AnswerHeaders = Readonly<Record<string, string | string[] | undefined>>

export interface ExchangeLimits {
  readonly timeoutMs: number
  readonly maxBytes: number
  readonly signal?: AbortSignal | undefined
}

export class ExchangeTimeout extends Error {
  override readonly name = 'ExchangeTimeout'
}
export class ExchangeAborted extends Error {
  override readonly name = 'ExchangeAborted'
}
export class AnswerTooLarge extends Error {
  override readonly name = 'AnswerTooLarge'
}

/**
 * Sends one request exactly once and collects its answer. `onRequestStart` is called right before the first
 * byte is written, so a request that fails before it never left; one that starts a second time would be a
 * silent repetition below us and is stopped before it writes.
 */
export function exchange(
  dispatcher: Dispatcher,
  outgoing: Outgoing,
  limits: ExchangeLimits,
): Promise<Exchanged> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    let head: { status: number; headers: AnswerHeaders } | undefined
    let controller: Dispatcher.DispatchController | undefined
    let sent = false
    let stopped: Error | undefined

    const finish = (error?: Error) => {
      clearTimeout(timer)
      limits.signal?.removeEventListener('abort', onAbort)
      if (!head) {
        const reason = stopped ?? error ?? new Error('the connection closed without an answer')
        return resolve({ kind: 'failed', error: reason, sent })
      }
      const cut = stopped ?? error
      resolve({ kind: 'answered', ...head, body: Buffer.concat(chunks), ...(cut ? { cut } : {}) })
    }
    const stop = (error: Error) => {
      stopped ??= error
      if (controller) controller.abort(stopped)
      // Still waiting for a connection: answer now, and refuse to start when one is found.
      else finish(stopped)
    }
    const onAbort = () => stop(new ExchangeAborted('the request was withdrawn'))
    const timer = setTimeout(
      () => stop(new ExchangeTimeout(`no whole answer within ${limits.timeoutMs} ms`)),
      limits.timeoutMs,
    )
    if (limits.signal?.aborted) return finish(new ExchangeAborted('the request was withdrawn'))
    limits.signal?.addEventListener('abort', onAbort, { once: true })

    dispatcher.dispatch(
      {
        origin: outgoing.origin,
        path: outgoing.path,
        method: outgoing.method,
        headers: { ...outgoing.headers },
        body: outgoing.body ?? null,
        // Our own timer covers the whole exchange.
        headersTimeout: 0,
        bodyTimeout: 0,
      },
      {
        onRequestStart(started) {
          if (stopped) return started.abort(stopped)
          if (sent) return started.abort(new Error('a silent repetition was stopped'))
          controller = started
          sent = true
        },
        onResponseStart(_, status, headers) {
          if (status >= 200) head = { status, headers: headers as AnswerHeaders }
        },
        onResponseData(current, chunk) {
          size += chunk.length
          if (size > limits.maxBytes) {
            stopped ??= new AnswerTooLarge(`the answer is larger than ${limits.maxBytes} bytes`)
            current.abort(stopped)
          } else chunks.push(chunk)
        },
        onResponseEnd: () => finish(),
        onResponseError: (_, error) => finish(error),
      },
    )
  })
}
