import { createSecureContext, type SecureContext } from 'node:tls'
import type { buildConnector, Dispatcher } from 'undici'
// By their files: undici's index also loads fetch, WebSocket, mocks and caches, four fifths of its time at start.
import openTunnel from 'undici/lib/api/api-connect.js'
import connectorFor from 'undici/lib/core/connect.js'
import Agent from 'undici/lib/dispatcher/agent.js'
import Pool from 'undici/lib/dispatcher/pool.js'
import ProxyAgent from 'undici/lib/dispatcher/proxy-agent.js'
import type { Route } from './proxy'
import { createReadyConnections } from './ready-connections'

/** Opens and keeps the connections, by route and purpose. */
export interface Dispatchers {
  /** Connections for reads are kept and used again. A command gets a fresh one; see below. */
  for(route: Route, purpose: 'read' | 'command'): Dispatcher
  /** Opens the fresh connection of a command that is about to be sent; not through a proxy. */
  prepareCommand(route: Route, origin: string): void
  close(): Promise<void>
}

/** A proxy that could not be reached or refused the tunnel: the request never left. */
export class ProxyFailure extends Error {
  override readonly name = 'ProxyFailure'
}

/** How long an unused connection is kept, in milliseconds: a person looks at one order before opening the next. */
const idleMs = 30_000

/** How long a connection may be opened ahead of its command: less than any server lets one stand idle. */
const preparedMs = 3_000

/**
 * A command never goes out on a kept connection (`pipelining: 0`): a server that closes an idle connection
 * just then would turn a cancellation into an unknown outcome. HTTP/2 stays off: it would repeat streams that
 * a server refused.
 */
export function createDispatchers(options: {
  connectTimeoutMs: number
  certificates: () => readonly string[] | undefined
}): Dispatchers {
  const known = new Map<string, Dispatcher>()
  let context: SecureContext | undefined

  const tlsOptions = () => {
    const ca = context ? undefined : options.certificates()
    // Read once: a context made for every connection would cost milliseconds each.
    if (ca) context = createSecureContext({ ca: [...ca] })
    return { timeout: options.connectTimeoutMs, ...(context ? { secureContext: context } : {}) }
  }
  const plain = connectorFor({ timeout: options.connectTimeoutMs })
  let secure: buildConnector.connector | undefined
  // Certificates are read when TLS is first needed: the built-in sandbox never needs them.
  const connect: buildConnector.connector = (target, callback) => {
    if (target.protocol !== 'https:') return plain(target, callback)
    secure ??= connectorFor(tlsOptions())
    secure(target, callback)
  }
  const forCommands = createReadyConnections(connect, preparedMs)
  const create = (route: Route, purpose: 'read' | 'command'): Dispatcher => {
    const common = { pipelining: purpose === 'command' ? 0 : 1, allowH2: false, keepAliveTimeout: idleMs }
    if (route.kind === 'direct') {
      return new Agent({ ...common, connect: purpose === 'command' ? forCommands.connect : connect })
    }
    return new ProxyAgent({
      ...common,
      uri: route.address,
      requestTls: tlsOptions(),
      proxyTls: tlsOptions(),
      clientFactory: proxyClient,
    })
  }

  return {
    for: (route, purpose) => {
      const key = `${purpose} ${route.kind === 'proxy' ? route.address : 'direct'}`
      const dispatcher = known.get(key) ?? create(route, purpose)
      known.set(key, dispatcher)
      return dispatcher
    },
    prepareCommand: (route, origin) => {
      if (route.kind === 'direct') forCommands.prepare(origin)
    },
    close: async () => {
      forCommands.close()
      await Promise.all([...known.values()].map((dispatcher) => dispatcher.destroy()))
      known.clear()
    },
  }
}

/**
 * The client that opens tunnels. undici tries a lost connection again and again without end; as a failure of
 * our own it ends the request instead.
 */
function proxyClient(origin: URL, options: object): Dispatcher {
  const pool = new Pool(origin, options)
  const connect = async (connectOptions: Dispatcher.ConnectOptions) => {
    try {
      return await openTunnel.call(pool, connectOptions)
    } catch (cause) {
      throw new ProxyFailure('the proxy could not be reached', { cause })
    }
  }
  return Object.assign(pool, { connect })
}
