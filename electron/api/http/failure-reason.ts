import { ProxyFailure } from './dispatchers'
import { AnswerTooLarge, ExchangeAborted, ExchangeTimeout } from './exchange'
import type { Route } from './proxy'

/** Why an exchange failed, in words that a presenter can turn into a next step. */
export type FailureReason =
  | 'dns'
  | 'refused'
  | 'unreachable'
  | 'proxy'
  | 'tls'
  | 'timeout'
  | 'reset'
  | 'too-large'
  | 'unreadable'
  | 'aborted'

const byCode: Readonly<Record<string, FailureReason>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  ECONNREFUSED: 'refused',
  ENETUNREACH: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  EPROTO: 'tls',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls',
  UNABLE_TO_GET_ISSUER_CERT: 'tls',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls',
  HOSTNAME_MISMATCH: 'tls',
}

/** Classifies what undici or we ourselves threw. */
export function failureReason(error: Error, route: Route): FailureReason {
  if (error instanceof ExchangeTimeout) return 'timeout'
  if (error instanceof ExchangeAborted) return 'aborted'
  if (error instanceof AnswerTooLarge) return 'too-large'
  if (error instanceof ProxyFailure || isRefusedTunnel(error)) return 'proxy'
  const code = failureCode(error) ?? ''
  if (/^(ERR_TLS|ERR_SSL|ERR_OSSL|CERT_)/.test(code)) return 'tls'
  const reason = byCode[code]
  // A proxy that cannot be found or does not listen is the proxy's fault, not the server's.
  if (route.kind === 'proxy' && (reason === 'dns' || reason === 'refused')) return 'proxy'
  return reason ?? 'reset'
}

/** The code nearest to the cause, or `undefined`. */
export function failureCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  return failureCode(cause) ?? (typeof code === 'string' ? code : undefined)
}

const isRefusedTunnel = (error: Error) => /^Proxy response \(\d+\)/.test(error.message)
