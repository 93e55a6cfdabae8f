import type { PathTemplate } from '@shared/api'
import { err, ok, type Result } from '@shared/kernel/result'
import { readTokenAnswer, tokenRequest } from './auth/token-request'
import type { Token } from './auth/token-source'
import type { Clock } from './clock'
import { type Connection, readBaseAddress } from './connection'
import type { Failure, RequestLabel } from './errors/failure'
import { noAnswerError } from './errors/no-answer-error'
import { statusError } from './errors/status-error'
import { readRetryAfter } from './flow/retry-after'
import { newRequestId } from './headers'
import type { Outgoing } from './http/exchange'
import type { FailureReason } from './http/failure-reason'
import { redirectTarget } from './http/redirect'
import type { Answer, Transport } from './http/transport'
import type { ApiRequest } from './request'

/** An answer that counts as success: 2xx, or 304 to a conditional read. */
export interface Success {
  readonly answer: Answer
  /** `App-Reference` of the request that was answered. */
  readonly requestId: string
}
export type Outcome = Result<Success, Failure>

/** One try of one call. */
export interface Attempt {
  readonly connection: Connection
  readonly request: ApiRequest
  readonly label: RequestLabel
  /** Headers of the call beside those of the installation. */
  readonly headers: Readonly<Record<string, string>>
  readonly signal?: AbortSignal | undefined
  /** Numbers what is sent for one call, from 1. */
  readonly nextNumber: () => number
}

/** The API's calls as single requests: each goes out once, and its end is known as an answer or a failure. */
export interface Wire {
  send(attempt: Attempt, authorization?: string): Promise<Outcome>
  /** Trades the credentials for a token; never follows a redirect, as it carries the secret. */
  token(connection: Connection, signal?: AbortSignal): Promise<Result<Token, Failure>>
}

/** One request that ended, for the log: nothing personal, no id, no query, no address, no secret. */
export interface ExchangeReport {
  /** Operation of the OpenAPI file. */
  readonly operation: string
  readonly kind: RequestLabel['kind']
  readonly method: Outgoing['method']
  readonly path: PathTemplate
  /** Which try of the call it was, from 1; a step of a redirect is part of its try. */
  readonly attempt: number
  /** `App-Reference`. */
  readonly requestId: string
  readonly durationMs: number
  /** Absent when no answer came; then `reason` says why. */
  readonly status?: number
  readonly reason?: FailureReason
}

export interface WireDeps {
  readonly transport: Transport
  /** Those that every request of this installation carries. */
  readonly identityHeaders: Readonly<Record<string, string>>
  readonly maxRedirects: number
  readonly clock: Clock
  readonly report: (exchange: ExchangeReport) => void
}

const tokenLabel = { operation: 'getToken', kind: 'read' } as const
const tokenPath = '/oauth2/token'

/** What the report says of a request before it is sent. */
type Announced = Pick<ExchangeReport, 'path' | 'attempt'>

export function createWire(deps: WireDeps): Wire {
  const { transport, clock } = deps
  const refused = (label: RequestLabel, answer: Answer, requestId: string) =>
    err(statusError(label, answer, requestId, readRetryAfter(answer.headers, clock.now())))

  /** One request with a reference of its own (rules.md #17), reported when it ended. */
  const sendOnce = async (
    label: RequestLabel,
    announced: Announced,
    outgoing: Outgoing,
    signal?: AbortSignal,
  ): Promise<Outcome> => {
    const requestId = newRequestId()
    const headers = { ...deps.identityHeaders, ...outgoing.headers, 'App-Reference': requestId }
    const began = clock.now()
    const sent = await transport.send({ ...outgoing, headers }, label.kind, signal)
    const ended = sent.ok ? { status: sent.answer.status } : { reason: sent.failure.reason }
    const { method } = outgoing
    deps.report({ ...label, ...announced, method, requestId, durationMs: clock.now() - began, ...ended })
    return sent.ok
      ? ok({ answer: sent.answer, requestId })
      : err(noAnswerError(label, sent.failure, requestId))
  }

  return {
    send: async ({ connection, request, label, headers, signal, nextNumber }, authorization) => {
      const address = readBaseAddress(connection.baseAddress)
      if (!address.ok) return err({ error: address.error, transient: false })
      const { origin } = address.value
      const { method, body } = request
      const announced = { path: request.template, attempt: nextNumber() }
      const signed = authorization ? { ...headers, Authorization: authorization } : headers
      let path = address.value.path + request.path + queryOf(request, connection.apiKey)
      for (let hop = 0; ; hop++) {
        const sent = await sendOnce(label, announced, { origin, path, method, headers: signed, body }, signal)
        if (!sent.ok || isSuccess(sent.value.answer.status, headers)) return sent
        const { answer, requestId } = sent.value
        const target = label.kind === 'read' ? redirectTarget(answer, origin, path) : undefined
        if (!target || hop >= deps.maxRedirects) return refused(label, answer, requestId)
        path = target
      }
    },
    token: async (connection, signal) => {
      const address = readBaseAddress(connection.baseAddress)
      if (!address.ok) return err({ error: address.error, transient: false })
      const { origin, path } = address.value
      const askedAt = clock.now()
      const outgoing = {
        origin,
        path: `${path}${tokenPath}`,
        method: 'POST',
        ...tokenRequest(connection),
      } as const
      const sent = await sendOnce(tokenLabel, { path: tokenPath, attempt: 1 }, outgoing, signal)
      if (!sent.ok) return sent
      const { answer, requestId } = sent.value
      return readTokenAnswer(answer, askedAt, requestId) ?? refused(tokenLabel, answer, requestId)
    },
  }
}

const isSuccess = (status: number, headers: Readonly<Record<string, string>>) =>
  (status >= 200 && status < 300) || (status === 304 && headers['If-Modified-Since'] !== undefined)

/** The query with the API key, which is added here and nowhere else, so that no error or log can hold it. */
function queryOf(request: ApiRequest, apiKey: string | undefined): string {
  const key = apiKey ? `key=${encodeURIComponent(apiKey)}` : ''
  const query = [request.query, key].filter(Boolean).join('&')
  return query ? `?${query}` : ''
}
