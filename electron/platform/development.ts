import type { SandboxCredentials } from './sandbox-process'

/** What the environment may change in development and tests; nothing in packaged builds. */
export interface DevelopmentOptions {
  /** `GATEHOUSE_SANDBOX_ORDERS`: size of the sandbox's data set. */
  readonly sandboxOrders?: number
  /** `GATEHOUSE_SANDBOX_FAULT_TOKEN`: opens the sandbox's faults to whoever knows it. */
  readonly sandboxFaultToken?: string
  /** `GATEHOUSE_TIME_SCALE`: divides the waits of the journal. */
  readonly timeScale?: number
  /** `GATEHOUSE_UNDO_SECONDS`: takes the place of the setting. */
  readonly undoSeconds?: number
  /** `GATEHOUSE_API_TIMEOUT_MS`: how long an answer of the API may take. */
  readonly apiTimeoutMs?: number
  /** `GATEHOUSE_MIRROR=off`: no mirror is kept of a sandbox unless somebody asks for one. */
  readonly withoutMirror?: boolean
  /**
   * `GATEHOUSE_SANDBOX_URL` and `GATEHOUSE_SANDBOX_CREDENTIALS` (`clientId:clientSecret`): a sandbox that somebody else
   * runs, instead of starting one.
   */
  readonly outsideSandbox?: SandboxCredentials & { readonly origin: string }
}

export function developmentOptions(env: NodeJS.ProcessEnv): DevelopmentOptions {
  if (!__GATEHOUSE_DEV__) return {}
  const orders = Number(env.GATEHOUSE_SANDBOX_ORDERS)
  const timeScale = Number(env.GATEHOUSE_TIME_SCALE)
  const undo = Number(env.GATEHOUSE_UNDO_SECONDS || undefined)
  const apiTimeoutMs = Number(env.GATEHOUSE_API_TIMEOUT_MS)
  const faultToken = env.GATEHOUSE_SANDBOX_FAULT_TOKEN
  const outside = outsideSandbox(env.GATEHOUSE_SANDBOX_URL, env.GATEHOUSE_SANDBOX_CREDENTIALS)
  return {
    ...(Number.isSafeInteger(orders) && orders > 0 ? { sandboxOrders: orders } : {}),
    ...(Number.isFinite(timeScale) && timeScale >= 1 ? { timeScale } : {}),
    ...(Number.isFinite(undo) && undo >= 0 ? { undoSeconds: undo } : {}),
    ...(Number.isSafeInteger(apiTimeoutMs) && apiTimeoutMs > 0 ? { apiTimeoutMs } : {}),
    ...(faultToken ? { sandboxFaultToken: faultToken } : {}),
    ...(env.GATEHOUSE_MIRROR === 'off' ? { withoutMirror: true } : {}),
    ...(outside ? { outsideSandbox: outside } : {}),
  }
}

function outsideSandbox(url: string | undefined, credentials: string | undefined) {
  const colon = credentials?.indexOf(':') ?? -1
  if (!url || !credentials || colon < 0) return undefined
  return {
    origin: new URL(url).origin,
    clientId: credentials.slice(0, colon),
    clientSecret: credentials.slice(colon + 1),
  }
}
