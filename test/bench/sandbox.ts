import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface Server {
  readonly origin: string
  stop(): Promise<void>
}

export interface SandboxServer extends Server {
  readonly clientId: string
  readonly clientSecret: string
}

/** Starts a server script as a process of its own, outside of what is measured, and waits until it listens. */
export async function startServer(script: string, argument: string): Promise<Server> {
  const child = spawn(process.execPath, [script, argument], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((done) => child.once('close', done))
  for await (const line of createInterface({ input: child.stdout })) {
    const message = JSON.parse(line) as { type?: string; origin?: string }
    if (message.type !== 'listening' || !message.origin) continue
    const stop = async () => {
      child.kill('SIGTERM')
      await ended
    }
    return { origin: message.origin, stop }
  }
  throw new Error(`${script} ended before it listened`)
}

/** What else a sandbox is started with; see electron/sandbox/config.ts. */
interface SandboxOptions {
  /** Where it finds its data set and keeps changes; without one it makes a data set of its own. */
  readonly stateDir?: string
  /** The contacts of so many of the newest orders are listed. */
  readonly contactOrders?: number
  /** Rows of stock. */
  readonly stockItems?: number
}

/** The built sandbox with so many orders. */
export async function startSandbox(
  script: string,
  orders: number,
  options: SandboxOptions = {},
): Promise<SandboxServer> {
  const credentials = { clientId: 'bench', clientSecret: 'bench-secret' }
  const config = { ...credentials, orders, validate: false, ...options }
  const server = await startServer(script, JSON.stringify(config))
  return { ...credentials, ...server }
}

/** Runs something beside a sandbox. */
export async function withSandbox<T>(
  start: Promise<SandboxServer>,
  work: (sandbox: SandboxServer) => Promise<T>,
): Promise<T> {
  const sandbox = await start
  try {
    return await work(sandbox)
  } finally {
    await sandbox.stop()
  }
}
