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
}

/** The API's calls as single requests: each goes out once, and its end is known as an answer or a failure. */
export interface Wire {
  send(attempt: Attempt, authorization?: string): Promise<Outcome>
  /** Trades the credentials for a token; never follows a redirect, as it carries the secret. */
  token(connection: Connection, signal?: AbortSignal): Promise<Result<Token, Failure>>
}

export interface WireDeps {
  readonly transport: Transport
  /** Those that every request of this installation carries. */
  readonly identityHeaders: Readonly<Record<string, string>>
  readonly maxRedirects: number
  readonly clock: Clock
}

const tokenLabel = { operation: 'getToken', kind: 'read' } as const

export function createWire({ transport, identityHeaders, maxRedirects, clock }: WireDeps): Wire {
  const refused = (label: RequestLabel, answer: Answer, requestId: string) =>
    statusError(label, answer, requestId, readRetryAfter(answer.headers, clock.now()))

  return {
    send: async ({ connection, request, label, headers, signal }, authorization) => {
      const address = readBaseAddress(connection.baseAddress)
      if (!address.ok) return err({ error: address.error, transient: false })
      const { origin } = address.value
      let path = address.value.path + request.path + queryOf(request, connection.apiKey)
      for (let hop = 0; ; hop++) {
        const requestId = newRequestId()
        const sent = await transport.send(
          {
            origin,
            path,
            method: request.method,
            headers: {
              ...identityHeaders,
              ...headers,
              ...(authorization ? { Authorization: authorization } : {}),
              'App-Reference': requestId,
            },
            body: request.body,
          },
          label.kind,
          signal,
        )
        if (!sent.ok) return err(noAnswerError(label, sent.failure, requestId))
        const { answer } = sent
        if (isSuccess(answer.status, headers)) return ok({ answer, requestId })
        const target = label.kind === 'read' ? redirectTarget(answer, origin, path) : undefined
        if (!target || hop >= maxRedirects) return err(refused(label, answer, requestId))
        path = target
      }
    },
    token: async (connection, signal) => {
      const address = readBaseAddress(connection.baseAddress)
      if (!address.ok) return err({ error: address.error, transient: false })
      const requestId = newRequestId()
      const { headers, body } = tokenRequest(connection)
      const askedAt = clock.now()
      const sent = await transport.send(
        {
          origin: address.value.origin,
          path: `${address.value.path}/oauth2/token`,
          method: 'POST',
          headers: { ...identityHeaders, ...headers, 'App-Reference': requestId },
          body,
        },
        'read',
        signal,
      )
      if (!sent.ok) return err(noAnswerError(tokenLabel, sent.failure, requestId))
      const read = readTokenAnswer(sent.answer, askedAt, requestId)
      return read ?? err(refused(tokenLabel, sent.answer, requestId))
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
