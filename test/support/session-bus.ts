import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A D-Bus session of its own, for an application whose keychain is to be in a state of its own. Linux only. */
export interface SessionBus {
  /** What the application is to be started with. */
  readonly env: Readonly<Record<string, string>>
  stop(): Promise<void>
}

/** A session without any bus, hence without a keychain. */
export const noBus = { DBUS_SESSION_BUS_ADDRESS: 'disabled:' }

/** A session whose Secret Service has no unlocked keyring, as after a log-in without a password. */
export async function startLockedSession(): Promise<SessionBus> {
  const home = await mkdtemp(join(tmpdir(), 'gatehouse-bus-'))
  const env = { XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home }
  const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [address] = (await once(daemon.stdout, 'data')) as [Buffer]
  return {
    env: { ...env, DBUS_SESSION_BUS_ADDRESS: address.toString().trim() },
    stop: async () => {
      daemon.kill()
      if (daemon.exitCode === null && daemon.signalCode === null) await once(daemon, 'exit')
      await rm(home, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}
