import { resolveConfig, type SandboxConfig } from './config'
import type { Context } from './context'
import { Tokens } from './http/tokens'
import { OrderList } from './search/order-list'
import { buildServer } from './server'
import { OrderStore } from './store/order-store'

export type { SandboxConfig } from './config'

export interface Sandbox {
  /** `http://127.0.0.1:PORT`; the API lies below `/v3.8/distributor`. */
  readonly origin: string
  /** Answers that violated the OpenAPI file (development only); empty as it should be. */
  readonly violations: readonly string[]
  /** Back to how everything was made (unchanged orders, dated from now). */
  reset(): Promise<void>
  /** Stops listening once everything under way is on disk. */
  close(): Promise<void>
}

/**
 * Starts a server that speaks the Distributor API on a loopback port.
 *
 * @param config see `config.ts`
 * @param clock epoch ms; the machine's clock, or one that starts at `config.now`, when left out
 * @throws Error when the configuration or the state folder cannot be used
 */
export async function startSandbox(config: SandboxConfig, clock?: () => number): Promise<Sandbox> {
  const resolved = resolveConfig(config)
  const now = clock ?? clockFrom(resolved.now)
  const { stateDir } = resolved
  const store = await OrderStore.open({ ...resolved, stateDir, clock: now })
  const context: Context = {
    config: resolved,
    clock: now,
    store,
    list: new OrderList(store, now),
    tokens: new Tokens({
      clientId: resolved.clientId,
      clientSecret: resolved.clientSecret,
      seconds: resolved.tokenSeconds,
      clock: now,
    }),
    view: (index, request) => (request.call.stale ? store.stale(index) : store.document(index)),
  }
  const violations: string[] = []
  // Packaged builds drop the branch, and with it the module.
  const development = __GATEHOUSE_DEV__ ? await import('./development') : undefined
  const app = buildServer(context, (server) => development?.addDevelopment(server, context, violations))
  const origin = await app.listen({ host: '127.0.0.1', port: resolved.port })
  return {
    origin,
    violations,
    reset: () => store.reset(),
    close: async () => {
      await store.idle()
      await app.close()
    },
  }
}

function clockFrom(start: string | undefined): () => number {
  if (start === undefined) return Date.now
  const shift = Date.parse(start) - Date.now()
  return () => Date.now() + shift
}
