import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Dispatchers } from './dispatchers'
import { type AnswerHeaders, type ExchangeLimits, exchange, type Outgoing } from './exchange'
import { type FailureReason, failureCode, failureReason } from './failure-reason'
import { type ResolveProxy, type Route, readRoutes } from './proxy'

/** An answer with a status. */
export interface Answer {
  readonly status: number
  readonly headers: AnswerHeaders
  /** Decompressed. Incomplete when `damaged` is set. */
  readonly body: Buffer
  /** Why the body cannot be trusted; the status can. */
  readonly damaged?: FailureReason
}

/** No status came. */
export interface NoAnswer {
  readonly reason: FailureReason
  /** The system's or undici's code, such as `ENOTFOUND`. */
  readonly code?: string
  /** False only when provably no byte of the request had left. */
  readonly sent: boolean
}

export type Sent = { ok: true; answer: Answer } | { ok: false; failure: NoAnswer }

export interface Transport {
  /** Sends one request exactly once; nothing below repeats it. */
  send(outgoing: Outgoing, purpose: 'read' | 'command', signal?: AbortSignal): Promise<Sent>
  /** Opens the connection of a command to this origin that is about to be sent. Nothing is sent by it. */
  prepareCommand(origin: string): Promise<void>
  close(): Promise<void>
}

/** Node's own HTTP over the system's proxy: no cookies, no cache, no redirects, no repetition. */
export function createTransport(deps: {
  dispatchers: Dispatchers
  resolveProxy: ResolveProxy
  timeoutMs: number
  maxResponseBytes: number
}): Transport {
  const { dispatchers, timeoutMs, maxResponseBytes } = deps

  const routesTo = async (origin: string): Promise<Route[]> => {
    try {
      return readRoutes(await deps.resolveProxy(`${origin}/`))
    } catch {
      // Without an answer of the system, directly is what it would do itself.
      return [{ kind: 'direct' }]
    }
  }

  return {
    close: () => dispatchers.close(),
    prepareCommand: async (origin) => {
      const [route] = await routesTo(origin)
      if (route) dispatchers.prepareCommand(route, origin)
    },
    send: async (outgoing, purpose, signal) => {
      const limits: ExchangeLimits = { timeoutMs, maxBytes: maxResponseBytes, signal }
      let last: Sent = { ok: false, failure: { reason: 'proxy', code: 'NO_USABLE_PROXY', sent: false } }
      for (const route of await routesTo(outgoing.origin)) {
        const exchanged = await exchange(dispatchers.for(route, purpose), outgoing, limits)
        if (exchanged.kind === 'answered') {
          return { ok: true, answer: await decode(exchanged, maxResponseBytes) }
        }
        const { error, sent } = exchanged
        const code = failureCode(error)
        last = {
          ok: false,
          failure: { reason: failureReason(error, route), ...(code ? { code } : {}), sent },
        }
        // The next route is for when this one could not be reached, and only while nothing has left.
        if (sent || route.kind === 'direct' || signal?.aborted) break
      }
      return last
    },
  }
}

const unzip = promisify(gunzip)

async function decode(
  { status, headers, body, cut }: { status: number; headers: AnswerHeaders; body: Buffer; cut?: Error },
  maxOutputLength: number,
): Promise<Answer> {
  if (cut) return { status, headers, body, damaged: failureReason(cut, { kind: 'direct' }) }
  const encoding = String(headers['content-encoding'] ?? 'identity').toLowerCase()
  if (encoding === 'identity' || body.length === 0) return { status, headers, body }
  if (encoding !== 'gzip' && encoding !== 'x-gzip') return { status, headers, body, damaged: 'unreadable' }
  try {
    return { status, headers, body: await unzip(body, { maxOutputLength }) }
  } catch (error) {
    const tooLarge = error instanceof RangeError
    return { status, headers, body: Buffer.alloc(0), damaged: tooLarge ? 'too-large' : 'unreadable' }
  }
}
