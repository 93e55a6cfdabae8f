import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type AppError, appError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'

/** The part of Electron's `UtilityProcess` that is used. */
export interface SandboxChild {
  postMessage(message: unknown): void
  on(event: 'message', listener: (message: unknown) => void): unknown
  on(event: 'exit', listener: (code: number) => void): unknown
  kill(): boolean
}

/** Who may sign in to a sandbox. */
export interface SandboxCredentials {
  readonly clientId: string
  readonly clientSecret: string
}

/** Sandbox servers, one per profile, as processes of their own. */
export interface SandboxProcesses {
  /** Origin of the running sandbox of a profile, started when needed. `OFFLINE` when it does not come up. */
  origin(profile: ProfileId, credentials: SandboxCredentials): Promise<Result<string, AppError<never>>>
  /** Ends it and deletes what it kept; the next {@link origin} starts from the first day. */
  reset(profile: ProfileId): Promise<void>
  /** Ends all; called when the app quits. */
  stopAll(): void
}

export interface SandboxOptions {
  /** Starts the process with these variables added to its environment. */
  readonly fork: (env: Readonly<Record<string, string>>) => SandboxChild
  /** Folder outside user data; a subfolder per profile. */
  readonly stateFolder: string
  /** Orders in the data set; the sandbox's own default when absent. */
  readonly orders?: number | undefined
  /** Opens the sandbox's faults to tests. */
  readonly faultToken?: string | undefined
  readonly report: (event: string, fields: Record<string, string | number>) => void
  readonly startupMs?: number
  readonly now?: () => number
}

/** A sandbox that ends this often within a minute is not started again until the minute has passed. */
const crashLimit = 3
const crashWindowMs = 60_000
/** How long a sandbox may take to end by itself. */
const farewellMs = 2000

interface Running {
  readonly child: SandboxChild
  readonly listening: Promise<Result<string, AppError<never>>>
  readonly ended: Promise<void>
  stopping: boolean
}

/**
 * Supervises the sandbox servers. One that ended is started again by whoever needs it next, so that a sandbox nobody
 * uses costs nothing and one that cannot start is not tried for ever.
 */
export function createSandboxProcesses(options: SandboxOptions): SandboxProcesses {
  const { startupMs = 15_000, now = Date.now } = options
  const running = new Map<ProfileId, Running>()
  const crashes = new Map<ProfileId, number[]>()
  const resets = new Map<ProfileId, Promise<void>>()

  function recentCrashes(profile: ProfileId): number[] {
    return (crashes.get(profile) ?? []).filter((at) => now() - at < crashWindowMs)
  }

  function start(profile: ProfileId, credentials: SandboxCredentials): Running {
    const child = options.fork({
      GATEHOUSE_SANDBOX_CONFIG: JSON.stringify(launchConfig(profile, credentials)),
    })
    let markEnded = () => {}
    const ended = new Promise<void>((resolve) => {
      markEnded = resolve
    })
    const entry: Running = { child, ended, stopping: false, listening: firstWord(child, ended, startupMs) }
    child.on('exit', (code) => {
      markEnded()
      if (running.get(profile) === entry) running.delete(profile)
      if (entry.stopping) return
      crashes.set(profile, [...recentCrashes(profile), now()])
      options.report('sandbox.ended', { profile, code })
    })
    running.set(profile, entry)
    return entry
  }

  function launchConfig(profile: ProfileId, credentials: SandboxCredentials) {
    const { orders, faultToken } = options
    return { stateDir: join(options.stateFolder, profile), ...credentials, orders, faultToken, port: 0 }
  }

  async function wipe(profile: ProfileId): Promise<void> {
    const entry = running.get(profile)
    if (entry) await stop(entry)
    crashes.delete(profile)
    await rm(join(options.stateFolder, profile), { recursive: true, force: true })
  }

  async function stop(entry: Running): Promise<void> {
    entry.stopping = true
    entry.child.postMessage({ type: 'stop' })
    const timer = setTimeout(() => entry.child.kill(), farewellMs)
    await entry.ended
    clearTimeout(timer)
  }

  return {
    origin: async (profile, credentials) => {
      await resets.get(profile)
      const current = running.get(profile)
      if (current) return current.listening
      if (recentCrashes(profile).length >= crashLimit) {
        return err(notRunning('the sandbox ended several times within a minute'))
      }
      return start(profile, credentials).listening
    },
    reset: (profile) => {
      // Whoever needs the sandbox meanwhile waits: two processes must not share a folder.
      const reset = resets.get(profile) ?? wipe(profile).finally(() => resets.delete(profile))
      resets.set(profile, reset)
      return reset
    },
    stopAll: () => {
      for (const entry of running.values()) {
        entry.stopping = true
        entry.child.kill()
      }
    },
  }
}

/** The origin it posts, unless it ends or stays silent first. */
function firstWord(
  child: SandboxChild,
  ended: Promise<void>,
  startupMs: number,
): Promise<Result<string, AppError<never>>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      child.kill()
      resolve(err(notRunning('the sandbox did not start in time')))
    }, startupMs)
    child.on('message', (message) => {
      const origin = listeningOrigin(message)
      if (origin === undefined) return
      clearTimeout(timer)
      resolve(ok(origin))
    })
    void ended.then(() => {
      clearTimeout(timer)
      resolve(err(notRunning('the sandbox ended while it was starting')))
    })
  })
}

function listeningOrigin(message: unknown): string | undefined {
  const { type, origin } = (message ?? {}) as { type?: unknown; origin?: unknown }
  return type === 'listening' && typeof origin === 'string' ? origin : undefined
}

const notRunning = (why: string) => appError<never>('OFFLINE', why, { params: { reason: 'sandbox' } })
