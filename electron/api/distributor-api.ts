import type { AppError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { ok, type Result } from '@shared/kernel/result'
import { createCaller } from './caller'
import { type Clock, systemClock } from './clock'
import { type Connection, sameAccount } from './connection'
import { type ClientIdentity, identityHeaders } from './headers'
import { trustedCertificates } from './http/certificates'
import { createDispatchers } from './http/dispatchers'
import type { ResolveProxy } from './http/proxy'
import { createTransport } from './http/transport'
import { type Orders, ordersOf } from './resources/orders'
import { createSession, type Session } from './session'
import { type ApiSettings, defaultApiSettings } from './settings'

export interface DistributorApiDeps {
  /** Asked for every call, so that a changed profile counts at once; it should be cheap. */
  readonly connection: (profileId: ProfileId) => Promise<Result<Connection, AppError>>
  readonly identity: ClientIdentity
  readonly resolveProxy: ResolveProxy
  readonly settings?: Partial<ApiSettings>
  readonly clock?: Clock
  /** Certificate authorities in PEM; `undefined` for the runtime's own. Default: those of the system as well. */
  readonly certificates?: () => readonly string[] | undefined
  readonly random?: () => number
}

/** The API as one profile sees it. */
export interface ProfileApi {
  readonly orders: Orders
}

/** The client of the Distributor API for all profiles. Nothing it answers was thrown; everything is a Result. */
export interface DistributorApi {
  for(profileId: ProfileId): ProfileApi
  /** Forgets the token of a profile that was signed out or removed. */
  forget(profileId: ProfileId): void
  /** Cuts all connections. */
  close(): Promise<void>
}

export function createDistributorApi(deps: DistributorApiDeps): DistributorApi {
  const settings = { ...defaultApiSettings, ...deps.settings }
  const transport = createTransport({
    dispatchers: createDispatchers({
      connectTimeoutMs: settings.connectTimeoutMs,
      certificates: deps.certificates ?? trustedCertificates,
    }),
    resolveProxy: deps.resolveProxy,
    timeoutMs: settings.timeoutMs,
    maxResponseBytes: settings.maxResponseBytes,
  })
  const sessionDeps = {
    transport,
    settings,
    identityHeaders: identityHeaders(deps.identity),
    clock: deps.clock ?? systemClock,
    random: deps.random ?? Math.random,
  }
  const sessions = new Map<ProfileId, { account: Connection; session: Session }>()

  /** The session of this account; another address or other credentials start a new one, without a token. */
  const sessionOf = (connection: Connection): Session => {
    const known = sessions.get(connection.profileId)
    if (known && sameAccount(known.account, connection)) return known.session
    const session = createSession(connection, sessionDeps)
    sessions.set(connection.profileId, { account: connection, session })
    return session
  }
  const connect = async (profileId: ProfileId) => {
    const connection = await deps.connection(profileId)
    if (!connection.ok) return connection
    return ok({ connection: connection.value, session: sessionOf(connection.value) })
  }

  return {
    for: (profileId) => {
      const caller = createCaller({ connect: () => connect(profileId), settings })
      return { orders: ordersOf(caller) }
    },
    forget: (profileId) => void sessions.delete(profileId),
    close: () => transport.close(),
  }
}
