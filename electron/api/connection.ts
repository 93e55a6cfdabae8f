import type { InferredNameSwitch } from '@shared/api/inferred-names'
import { type AppError, appError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'

/** One set of credentials on one environment, as the client needs it. Lives in main only, never logged. */
export interface Connection {
  readonly profileId: ProfileId
  /** Up to and including `/v3.8/distributor` (rules.md #14). https, or http on loopback. */
  readonly baseAddress: string
  readonly clientId: string
  readonly clientSecret: string
  /** Asked for with the token; left out of the request when unset (rules.md #11). */
  readonly scope?: string | undefined
  /** Sent as query parameter `key` (rules.md #12). */
  readonly apiKey?: string | undefined
  /** Sent wherever an operation takes `distributor_id`, unless the call names another one. Empty: not sent. */
  readonly distributorId: string
  /** Whether parameters whose names are guesses may be sent. */
  readonly inferredNames: boolean
  /** Of those, the ones that somebody has found to be right. */
  readonly confirmedNames?: readonly InferredNameSwitch[] | undefined
}

/** Origin and path of a base address, or why it cannot be used. Never lets a credential out over plain HTTP. */
export function readBaseAddress(baseAddress: string): Result<{ origin: string; path: string }, AppError> {
  const url = tryUrl(baseAddress)
  if (!url) return err(addressError('the base address is not an address'))
  if (url.username || url.password) return err(addressError('the base address must not hold credentials'))
  if (url.search || url.hash) return err(addressError('the base address must not hold a query or a fragment'))
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    return err(addressError('the base address must begin with https (rules.md #13)'))
  }
  return ok({ origin: url.origin, path: url.pathname.replace(/\/+$/, '') })
}

/** True when both use the same token: same address and same credentials. */
export function sameAccount(a: Connection, b: Connection): boolean {
  return (
    a.baseAddress === b.baseAddress &&
    a.clientId === b.clientId &&
    a.clientSecret === b.clientSecret &&
    (a.scope ?? '') === (b.scope ?? '')
  )
}

function addressError(message: string): AppError {
  return appError('INVALID_INPUT', message, {
    fields: { baseAddress: message },
    params: { reason: 'address' },
  })
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

function tryUrl(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}
