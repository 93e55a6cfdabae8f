import type { AppError } from '@shared/kernel/app-error'
import type { Clock } from './clock'
import { type Connection, readBaseAddress } from './connection'
import type { Failure } from './errors/failure'
import type { ApiRequest } from './request'
import type { Attempt, Outcome, Wire } from './wire'

/** What is wrong with a connection, as precisely as can be told from outside. */
export type ConnectionProblem =
  /** Not an address, plain HTTP, or a server that is not the Distributor API. */
  | 'address'
  /** The host has no address. */
  | 'dns'
  /** The host is there and nothing listens, or the network has no way to it. */
  | 'refused'
  | 'proxy'
  /** The certificate is not trusted or not for this host. */
  | 'tls'
  | 'timeout'
  /** The connection broke, or the server answers with errors. */
  | 'server'
  /** Client id or secret are wrong, or the token they gave is not accepted. */
  | 'credentials'
  /** The account lacks the scope that was asked for, or that reading orders needs. */
  | 'scope'
  /** The distributor id is not accepted. */
  | 'distributor'
  /** The clocks differ too much for certificates or tokens. */
  | 'clock'

export interface ConnectionCheck {
  /** `undefined` when everything works. */
  readonly problem?: ConnectionProblem
  readonly error?: AppError
  /** Server's clock minus ours, in seconds; `undefined` when the server does not tell the time. */
  readonly clockSkewSeconds?: number
}

/** A difference of clocks that explains a refused token. */
const maxSkewSeconds = 300

/**
 * Calls ping, asks for a token and reads one order with it: address, network, TLS, credentials, scope, clock.
 * Each call goes out once.
 */
export async function checkConnection(
  wire: Wire,
  clock: Clock,
  connection: Connection,
  signal?: AbortSignal,
): Promise<ConnectionCheck> {
  const address = readBaseAddress(connection.baseAddress)
  if (!address.ok) return { problem: 'address', error: address.error }

  const ping = await wire.send(attempt(connection, pingRequest, signal))
  const network = ping.ok ? undefined : networkProblem(ping.error)
  if (!ping.ok && network) return { problem: network, error: ping.error.error }
  const skew = ping.ok ? clockSkew(ping, clock) : undefined
  const report = (problem: ConnectionProblem, { error }: Failure): ConnectionCheck => ({
    problem,
    error,
    ...skew,
  })

  const token = await wire.token(connection, signal)
  if (!token.ok) return report(tokenProblem(token.error), token.error)
  const orders = await wire.send(
    attempt(connection, ordersRequest(connection), signal),
    token.value.authorization,
  )
  if (orders.ok) return { ...skew, ...clockSkew(orders, clock) }
  const isClockOff = Math.abs(skew?.clockSkewSeconds ?? 0) > maxSkewSeconds
  return report(readProblem(orders.error, isClockOff), orders.error)
}

const pingRequest: ApiRequest = {
  operation: 'getSystemPing',
  method: 'GET',
  template: '/system/ping',
  path: '/system/ping',
  query: '',
  authenticated: false,
}

const ordersRequest = ({ distributorId }: Connection): ApiRequest => ({
  operation: 'getOrders',
  method: 'GET',
  template: '/orders',
  path: '/orders',
  query: `${distributorId ? `distributor_id=${encodeURIComponent(distributorId)}&` : ''}items_per_page=1`,
})

const attempt = (connection: Connection, request: ApiRequest, signal?: AbortSignal): Attempt => ({
  connection,
  request,
  label: { operation: request.operation, kind: 'read' },
  headers: { Accept: 'application/json' },
  signal,
  nextNumber: () => 1,
})

/** The problem when no status came; `undefined` when one did. */
function networkProblem({ error }: Failure): ConnectionProblem | undefined {
  if (error.upstream) return undefined
  switch (error.params?.reason) {
    case 'dns':
    case 'refused':
    case 'proxy':
    case 'timeout':
      return error.params.reason
    case 'unreachable':
      return 'refused'
    case 'tls':
      // A certificate from the future: it is our clock that is behind.
      return error.params.code === 'CERT_NOT_YET_VALID' ? 'clock' : 'tls'
    default:
      return 'server'
  }
}

function tokenProblem(failure: Failure): ConnectionProblem {
  const { params, upstream } = failure.error
  if (params?.reason === 'credentials' || params?.reason === 'scope') return params.reason
  // A server that knows no token call, sends us elsewhere or answers it with a page is not this API.
  const status = upstream?.status ?? 0
  if (status === 404 || status === 405 || status < 400) return networkProblem(failure) ?? 'address'
  return 'server'
}

function readProblem(failure: Failure, isClockOff: boolean): ConnectionProblem {
  switch (failure.error.upstream?.status) {
    case 401:
      return isClockOff ? 'clock' : 'credentials'
    case 403:
      return 'scope'
    case 400:
    case 422:
      return 'distributor'
    case 404:
      return 'address'
    default:
      return networkProblem(failure) ?? 'server'
  }
}

function clockSkew(outcome: Outcome, clock: Clock): { clockSkewSeconds: number } | undefined {
  const date = outcome.ok ? Date.parse(String(outcome.value.answer.headers.date ?? '')) : Number.NaN
  return Number.isNaN(date) ? undefined : { clockSkewSeconds: Math.round((date - clock.now()) / 1000) }
}
