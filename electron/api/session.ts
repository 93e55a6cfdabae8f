import { appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import { readTokenAnswer, tokenRequest } from './auth/token-request'
import { createTokenSource, type Token } from './auth/token-source'
import type { Clock } from './clock'
import { type Connection, readBaseAddress } from './connection'
import type { Failure, RequestLabel } from './errors/failure'
import { noAnswerError } from './errors/no-answer-error'
import { statusError } from './errors/status-error'
import { backoff } from './flow/backoff'
import { createGate } from './flow/gate'
import { readRetryAfter } from './flow/retry-after'
import { newRequestId } from './headers'
import { redirectTarget } from './http/redirect'
import type { Answer, Transport } from './http/transport'
import type { ApiRequest, CommandOptions, ReadOptions } from './request'
import type { ApiSettings } from './settings'

/** An answer that counts as success: 2xx, or 304 to a conditional read. */
export interface Success {
  readonly answer: Answer
  /** `App-Reference` of the request that was answered. */
  readonly requestId: string
}
export type Outcome = Result<Success, Failure>

/**
 * Everything that is shared by the calls over one account: its token, its turn taking and its rules for trying
 * again. The connection is handed in with each call, as what is no credential in it may change.
 */
export interface Session {
  read(
    connection: Connection,
    request: ApiRequest,
    options?: ReadOptions & { since?: string },
  ): Promise<Outcome>
  command(connection: Connection, request: ApiRequest, options: CommandOptions): Promise<Outcome>
}

export interface SessionDeps {
  readonly transport: Transport
  readonly identityHeaders: Readonly<Record<string, string>>
  readonly settings: ApiSettings
  readonly clock: Clock
  readonly random: () => number
}

/** What one try needs to know. */
interface Try {
  readonly connection: Connection
  readonly request: ApiRequest
  readonly label: RequestLabel
  readonly headers: Readonly<Record<string, string>>
  readonly signal?: AbortSignal | undefined
}

const commandPriority = 1

export function createSession(account: Connection, deps: SessionDeps): Session {
  const { transport, settings, clock } = deps
  const gate = createGate({ concurrency: settings.concurrency, pacing: settings.pacing, clock })
  const tokens = createTokenSource({ request: () => askForToken(), now: clock.now })

  const failed = (label: RequestLabel, answer: Answer, requestId: string) => {
    const retryAfterMs = readRetryAfter(answer.headers, clock.now())
    if (retryAfterMs !== undefined && (answer.status === 429 || answer.status === 503)) {
      gate.pauseFor(Math.min(retryAfterMs, settings.maxRetryAfterMs))
    }
    return statusError(label, answer, requestId, retryAfterMs)
  }

  const askForToken = async (): Promise<Result<Token, Failure>> => {
    const label = { operation: 'getToken', kind: 'read' } as const
    const address = readBaseAddress(account.baseAddress)
    if (!address.ok) return err({ error: address.error, transient: false })
    const requestId = newRequestId()
    const { headers, body } = tokenRequest(account)
    const askedAt = clock.now()
    const sent = await transport.send(
      {
        origin: address.value.origin,
        path: `${address.value.path}/oauth2/token`,
        method: 'POST',
        headers: { ...deps.identityHeaders, ...headers, 'App-Reference': requestId },
        body,
      },
      'read',
    )
    if (!sent.ok) return err(noAnswerError(label, sent.failure, requestId))
    if (sent.answer.status === 429 || sent.answer.status === 503) {
      return err(failed(label, sent.answer, requestId))
    }
    return readTokenAnswer(sent.answer, askedAt, requestId)
  }

  /** One request on the wire; a read also follows redirects, on the same origin only (rules.md #18). */
  const send = async (attempt: Try, authorization: string | undefined): Promise<Outcome> => {
    const { connection, request, label } = attempt
    const address = readBaseAddress(connection.baseAddress)
    if (!address.ok) return err({ error: address.error, transient: false })
    const { origin } = address.value
    let path = address.value.path + request.path + queryOf(request, connection.apiKey)
    for (let hop = 0; ; hop++) {
      const requestId = newRequestId()
      const headers = {
        ...deps.identityHeaders,
        ...attempt.headers,
        ...(authorization ? { Authorization: authorization } : {}),
        'App-Reference': requestId,
      }
      const outgoing = { origin, path, method: request.method, headers, body: request.body }
      const sent = await transport.send(outgoing, label.kind, attempt.signal)
      if (!sent.ok) return err(noAnswerError(label, sent.failure, requestId))
      const { answer } = sent
      const { status } = answer
      if (status >= 200 && status < 300) return ok({ answer, requestId })
      if (status === 304 && attempt.headers['If-Modified-Since']) return ok({ answer, requestId })
      const target = label.kind === 'read' ? redirectTarget(answer, origin, path) : undefined
      if (!target || hop >= settings.maxRedirects) return err(failed(label, answer, requestId))
      path = target
    }
  }

  /** One try: with a token where needed, and once more with a fresh one after a 401, which changed nothing. */
  const tryOnce = async (attempt: Try): Promise<Outcome> => {
    if (attempt.request.authenticated === false) return send(attempt, undefined)
    const token = await tokens.get()
    if (!token.ok) return token
    const outcome = await send(attempt, token.value.authorization)
    if (outcome.ok) return outcome
    const status = outcome.error.error.upstream?.status
    if (status === 403) tokens.suspect(token.value)
    if (status !== 401) return outcome
    tokens.drop(token.value)
    const fresh = await tokens.get()
    return fresh.ok ? send(attempt, fresh.value.authorization) : fresh
  }

  const inTurn = async (attempt: Try, priority: number): Promise<Outcome> => {
    const options = { priority, ...(attempt.signal ? { signal: attempt.signal } : {}) }
    return (await gate.run(() => tryOnce(attempt), options)) ?? err(withdrawn(attempt.label))
  }

  return {
    read: async (connection, request, { signal, since } = {}) => {
      const label = { operation: request.operation, kind: 'read' } as const
      const headers = {
        Accept: request.accept ?? 'application/json',
        ...(since ? { 'If-Modified-Since': since } : {}),
      }
      for (let attempt = 1; ; attempt++) {
        const outcome = await inTurn({ connection, request, label, headers, signal }, 0)
        if (outcome.ok || !outcome.error.transient || attempt >= settings.readAttempts) return outcome
        // The pause of the gate does the waiting that the server asked for; a longer one is the person's to wait.
        if ((outcome.error.retryAfterMs ?? 0) > settings.maxRetryAfterMs) return outcome
        await clock.wait(backoff(attempt, deps.random(), settings), signal)
        if (signal?.aborted) return outcome
      }
    },
    command: (connection, request, { operationId, signal }) => {
      const label = { operation: request.operation, kind: 'command' } as const
      const headers = {
        Accept: request.accept ?? 'application/json',
        'App-Operation-ID': operationId,
        ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      }
      return inTurn({ connection, request, label, headers, signal }, commandPriority)
    },
  }
}

function queryOf(request: ApiRequest, apiKey: string | undefined): string {
  const key = apiKey ? `key=${encodeURIComponent(apiKey)}` : ''
  const query = [request.query, key].filter(Boolean).join('&')
  return query ? `?${query}` : ''
}

function withdrawn({ operation }: RequestLabel): Failure {
  const message = `${operation}: withdrawn before the request left`
  return { error: appError('INTERNAL', message, { params: { reason: 'aborted' } }), transient: false }
}
