import type { AppError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { ok, type Result } from '@shared/kernel/result'
import { createCaller } from './caller'
import { type ConnectionCheck, checkConnection } from './check-connection'
import { type Clock, systemClock } from './clock'
import { type Connection, sameAccount } from './connection'
import { type ClientIdentity, identityHeaders } from './headers'
import { trustedCertificates } from './http/certificates'
import { createDispatchers } from './http/dispatchers'
import type { ResolveProxy } from './http/proxy'
import { createTransport } from './http/transport'
import type { ReadOptions } from './request'
import { type Contacts, contactsOf } from './resources/contacts'
import { type Orders, ordersOf, type SawOrder } from './resources/orders'
import { type Payments, paymentsOf } from './resources/payments'
import { type Products, productsOf } from './resources/products'
import { type Stock, stockOf } from './resources/stock'
import { type System, systemOf } from './resources/system'
import { type Vouchers, vouchersOf } from './resources/vouchers'
import { createSession, type Session } from './session'
import { type ApiSettings, defaultApiSettings } from './settings'
import { createWire, type ExchangeReport } from './wire'

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
  /** Told of every order as it is by now that an answer held; see {@link SawOrder}. */
  readonly sawOrder?: (profileId: ProfileId, ...seen: Parameters<SawOrder>) => void
  /** Told of every request that ended, token calls included; for the log. */
  readonly report?: (exchange: ExchangeReport) => void
}

/** The API as one profile sees it. */
export interface ProfileApi {
  readonly system: System
  readonly orders: Orders
  readonly vouchers: Vouchers
  readonly payments: Payments
  readonly products: Products
  readonly contacts: Contacts
  readonly stock: Stock
}

/** The client of the Distributor API for all profiles. Nothing it answers was thrown; everything is a Result. */
export interface DistributorApi {
  for(profileId: ProfileId): ProfileApi
  /** Tries a connection that may not be saved yet and says precisely what is wrong with it. Changes nothing. */
  check(connection: Connection, options?: ReadOptions): Promise<ConnectionCheck>
  /**
   * A command of this profile is about to be sent: its connection is opened meanwhile. Changes nothing, and nobody has to
   * wait for it.
   */
  prepareCommand(profileId: ProfileId): Promise<void>
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
  const clock = deps.clock ?? systemClock
  const wire = createWire({
    transport,
    identityHeaders: identityHeaders(deps.identity),
    maxRedirects: settings.maxRedirects,
    clock,
    report: deps.report ?? (() => {}),
  })
  const sessions = new Map<ProfileId, { account: Connection; session: Session }>()

  /** The session of this account; another address or other credentials start a new one, without a token. */
  const sessionOf = (profileId: ProfileId, connection: Connection): Session => {
    const known = sessions.get(profileId)
    if (known && sameAccount(known.account, connection)) return known.session
    const session = createSession(connection, { wire, settings, clock, random: deps.random ?? Math.random })
    sessions.set(profileId, { account: connection, session })
    return session
  }
  const connect = async (profileId: ProfileId) => {
    const connection = await deps.connection(profileId)
    if (!connection.ok) return connection
    return ok({ connection: connection.value, session: sessionOf(profileId, connection.value) })
  }

  return {
    for: (profileId) => {
      const caller = createCaller({ connect: () => connect(profileId), settings })
      return {
        system: systemOf(caller),
        orders: ordersOf(caller, clock.now, (...seen) => deps.sawOrder?.(profileId, ...seen)),
        vouchers: vouchersOf(caller),
        payments: paymentsOf(caller),
        products: productsOf(caller),
        contacts: contactsOf(caller),
        stock: stockOf(caller),
      }
    },
    check: (connection, options) => checkConnection(wire, clock, connection, options?.signal),
    prepareCommand: async (profileId) => {
      const connection = await deps.connection(profileId)
      if (connection.ok) await transport.prepareCommand(new URL(connection.value.baseAddress).origin)
    },
    forget: (profileId) => void sessions.delete(profileId),
    close: () => transport.close(),
  }
}
