import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findProgram, run } from '../run.mjs'
import { SetUpError } from '../set-up-error.mjs'
import { startService } from './service.mjs'

/** Nobody is there to type one; the folder's permissions protect the data. */
const PASSWORD = 'gatehouse'
const READY_MS = 10_000

/** A session bus that starts nothing by itself: what is not running on it does not exist. */
const busConfig = (/** @type {string} */ socket) => `<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`

/**
 * Starts a private session bus with an unlocked Secret Service on it.
 * @param {string} folder private to this run
 * @param {string} dataFolder where the secrets are kept
 * @returns {Promise<{ env: Record<string, string>, stop: () => Promise<void> }>}
 */
export async function startKeyring(folder, dataFolder) {
  const config = path.join(folder, 'bus.conf')
  writeFileSync(config, busConfig(path.join(folder, 'bus')))
  const bus = await startService('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address=3'])
  const env = { DBUS_SESSION_BUS_ADDRESS: bus.announced }
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const daemon = await startDaemon(folder, {
    ...process.env,
    ...env,
    XDG_DATA_HOME: dataFolder,
    XDG_RUNTIME_DIR: folder,
  })
  const stop = async () => {
    await daemon.stop()
    await bus.stop()
  }
  if (await becomesReady({ ...process.env, ...env })) return { env, stop }
  await stop()
  throw new SetUpError(
    `The keyring in ${dataFolder} could not be unlocked. If its secrets are not needed any more, remove the folder.`,
  )
}

/**
 * The daemon's file asks for a capability (locked memory) that bare containers do not give, and then cannot be
 * started at all. A copy of it asks for nothing.
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 */
async function startDaemon(folder, env) {
  const args = ['--foreground', '--unlock', '--components=secrets']
  const options = { env, input: PASSWORD, announces: false }
  try {
    return await startService('gnome-keyring-daemon', args, options)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') throw error
    const copy = path.join(folder, 'gnome-keyring-daemon')
    copyFileSync(findProgram('gnome-keyring-daemon') ?? '', copy)
    chmodSync(copy, 0o700)
    return await startService(copy, args, options)
  }
}

/** @param {NodeJS.ProcessEnv} env */
async function becomesReady(env) {
  for (const deadline = Date.now() + READY_MS; Date.now() < deadline; await sleep(20))
    if (await hasDefaultCollection(env)) return true
  return false
}

/** @param {NodeJS.ProcessEnv} env */
async function hasDefaultCollection(env) {
  const target = ['--dest=org.freedesktop.secrets', '/org/freedesktop/secrets']
  const call = ['org.freedesktop.Secret.Service.ReadAlias', 'string:default']
  const { code, output } = await run('dbus-send', ['--session', '--print-reply', ...target, ...call], { env })
  return code === 0 && !output.includes('object path "/"')
}

/**
 * Whether the session has a Secret Service, running or started on demand. It is not asked to unlock anything.
 * @param {NodeJS.ProcessEnv} env
 */
export async function hasSecretService(env) {
  const isDesktopBus = env.DBUS_SESSION_BUS_ADDRESS || env.XDG_RUNTIME_DIR
  if (!isDesktopBus || !findProgram('dbus-send')) return false
  for (const method of ['ListNames', 'ListActivatableNames']) {
    const target = ['--dest=org.freedesktop.DBus', '/org/freedesktop/DBus', `org.freedesktop.DBus.${method}`]
    const { code, output } = await run('dbus-send', ['--session', '--print-reply', ...target], {
      env,
      timeoutMs: 2_000,
    })
    if (code === 0 && output.includes('"org.freedesktop.secrets"')) return true
  }
  return false
}
