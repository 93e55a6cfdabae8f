import { appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import type { Connection } from '../connection'
import type { Failure } from '../errors/failure'
import { unreadableError } from '../errors/no-answer-error'
import { readUpstreamDetail } from '../errors/upstream-detail'
import type { Answer } from '../http/transport'
import type { Token } from './token-source'

const label = { operation: 'getToken', kind: 'read' } as const

/** Headers and body of the token call: plain Basic and a JSON body (rules.md #2), not an OAuth form. */
export function tokenRequest({ clientId, clientSecret, scope }: Connection) {
  const basic = Buffer.from(`${clientId}:${clientSecret}`, 'utf8').toString('base64')
  return {
    headers: {
      Authorization: `Basic ${basic}`,
      'Content-Type': 'application/json',
      Accept: 'application/json',
    },
    body: JSON.stringify({ grant_type: 'client_credentials', ...(scope ? { scope } : {}) }),
  }
}

/**
 * Reads the answer of the token call; `undefined` for a status that says nothing about the credentials. Life time counts from `askedAt`, so that the way back does not lengthen it.
 * A missing or unreadable `expires_in` means: until a 401 says otherwise.
 */
export function readTokenAnswer(
  answer: Answer,
  askedAt: number,
  requestId: string,
): Result<Token, Failure> | undefined {
  const { status } = answer
  if (status === 400 || status === 401 || status === 403) return err(refused(answer, requestId))
  if (status < 200 || status > 299) return undefined
  if (answer.damaged) return err(unreadableError(label, answer.damaged, status, requestId))
  const { access_token, token_type, expires_in } = readObject(answer.body)
  const type = typeof token_type === 'string' && token_type ? token_type : 'Bearer'
  const authorization = `${type} ${String(access_token)}`
  if (typeof access_token !== 'string' || !/^[\x21-\x7e]+ [\x21-\x7e]+$/.test(authorization)) {
    return err(unreadableError(label, 'unreadable', status, requestId))
  }
  const seconds = Number(expires_in ?? Number.NaN)
  const expiresAt = seconds > 0 ? askedAt + seconds * 1000 : Number.POSITIVE_INFINITY
  return ok({ authorization, obtainedAt: askedAt, expiresAt })
}

/** Wrong credentials, or a scope that this account does not have. Nothing was sent with them: nothing changed. */
function refused(answer: Answer, requestId: string): Failure {
  const upstream = readUpstreamDetail(answer)
  const scope = upstream.code === 'invalid_scope'
  const error = appError(
    scope ? 'FORBIDDEN' : 'SIGNED_OUT',
    `getToken was answered with ${answer.status}: the ${scope ? 'scope' : 'credentials'} were refused`,
    { requestId, upstream, params: { reason: scope ? 'scope' : 'credentials' } },
  )
  return { error, transient: false }
}

function readObject(body: Buffer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
