import { appError } from '@shared/kernel/app-error'
import { err } from '@shared/kernel/result'
import { createTokenSource } from './auth/token-source'
import type { Clock } from './clock'
import type { Connection } from './connection'
import type { Failure, RequestLabel } from './errors/failure'
import { backoff } from './flow/backoff'
import { createGate } from './flow/gate'
import type { ApiRequest, CommandOptions, ReadOptions } from './request'
import type { ApiSettings } from './settings'
import type { Attempt, Outcome, Wire } from './wire'

/**
 * What the calls over one account share: its token, its turn taking and its rules for trying again. The connection
 * comes with each call, as what is no credential in it may change.
 */
export interface Session {
  /** @param options `since` is sent as `If-Modified-Since`; 304 then counts as success */
  read(
    connection: Connection,
    request: ApiRequest,
    options?: ReadOptions & { since?: string },
  ): Promise<Outcome>
  /** Sends a command once; a second time only after a 401, which says that nothing was done. */
  command(connection: Connection, request: ApiRequest, options: CommandOptions): Promise<Outcome>
}

export interface SessionDeps {
  readonly wire: Wire
  readonly settings: ApiSettings
  readonly clock: Clock
  /** From 0 to 1. */
  readonly random: () => number
}

/** Commands go first: a person waits for them, and they are few. Then what a person looks at, then what nobody waits for. */
const priorities = { command: 1, read: 0, background: -1 } as const

export function createSession(account: Connection, { wire, settings, clock, random }: SessionDeps): Session {
  const gate = createGate({ concurrency: settings.concurrency, pacing: settings.pacing, clock })
  const tokens = createTokenSource({ request: () => wire.token(account), now: clock.now })

  const tryOnce = async (attempt: Attempt): Promise<Outcome> => {
    if (attempt.request.authenticated === false) return wire.send(attempt)
    const token = await tokens.get()
    if (!token.ok) return token
    const outcome = await wire.send(attempt, token.value.authorization)
    const status = outcome.ok ? undefined : outcome.error.error.upstream?.status
    if (status === 403) tokens.suspect(token.value)
    if (status !== 401) return outcome
    tokens.drop(token.value)
    const fresh = await tokens.get()
    return fresh.ok ? wire.send(attempt, fresh.value.authorization) : fresh
  }

  const inTurn = async (attempt: Attempt, priority: number): Promise<Outcome> => {
    const options = { priority, ...(attempt.signal ? { signal: attempt.signal } : {}) }
    const outcome = (await gate.run(() => tryOnce(attempt), options)) ?? err(withdrawn(attempt.label))
    const retryAfterMs = outcome.ok ? undefined : outcome.error.retryAfterMs
    if (retryAfterMs) gate.pauseFor(Math.min(retryAfterMs, settings.maxRetryAfterMs))
    return outcome
  }

  return {
    read: async (connection, request, { signal, since, inBackground } = {}) => {
      const headers = {
        Accept: request.accept ?? 'application/json',
        ...(since ? { 'If-Modified-Since': since } : {}),
      }
      const label = labelOf(request, 'read')
      const attempt = { connection, request, label, headers, signal, nextNumber: counter() }
      for (let tries = 1; ; tries++) {
        const outcome = await inTurn(attempt, inBackground ? priorities.background : priorities.read)
        if (outcome.ok || !outcome.error.transient || tries >= settings.readAttempts) return outcome
        // Up to the limit the paused gate does the waiting; a longer one is left to the person.
        if ((outcome.error.retryAfterMs ?? 0) > settings.maxRetryAfterMs) return outcome
        await clock.wait(backoff(tries, random(), settings), signal)
        if (signal?.aborted) return outcome
      }
    },
    command: (connection, request, { operationId, signal }) => {
      const headers = {
        Accept: request.accept ?? 'application/json',
        'App-Operation-ID': operationId,
        ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      }
      const label = labelOf(request, 'command')
      const attempt = { connection, request, label, headers, signal, nextNumber: counter() }
      return inTurn(attempt, priorities.command)
    },
  }
}

const labelOf = ({ operation }: ApiRequest, kind: RequestLabel['kind']): RequestLabel => ({ operation, kind })

function counter(): () => number {
  let last = 0
  return () => ++last
}

function withdrawn({ operation }: RequestLabel): Failure {
  const message = `${operation}: withdrawn before the request left`
  return { error: appError('INTERNAL', message, { params: { reason: 'aborted' } }), transient: false }
}
