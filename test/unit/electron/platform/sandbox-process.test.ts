import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createSandboxProcesses, type SandboxOptions } from '../../../../electron/platform/sandbox-process'

const script = resolve(import.meta.dirname, '../../../support/sandbox-double.mjs')
const credentials = { clientId: 'gatehouse', clientSecret: 'made-up' }

let stateFolder = ''
let children: ChildProcess[] = []
beforeEach(() => {
  stateFolder = mkdtempSync(join(tmpdir(), 'gatehouse-sandbox-'))
  children = []
})
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(stateFolder, { recursive: true })
})

/** Real processes, started by Node instead of Electron. */
function setUp(behaviour = 'listen', options: Partial<SandboxOptions> = {}) {
  const configs: Record<string, unknown>[] = []
  const report = vi.fn()
  const sandbox = createSandboxProcesses({
    stateFolder,
    report,
    fork: (env) => {
      const config = JSON.parse(env.GATEHOUSE_SANDBOX_CONFIG ?? '{}')
      configs.push(config)
      const child = fork(script, {
        env: { ...process.env, GATEHOUSE_SANDBOX_CONFIG: JSON.stringify({ ...config, behaviour }) },
      })
      children.push(child)
      return {
        postMessage: (message) => void child.send(message as object),
        on: (event: 'message' | 'exit', listener: ((message: unknown) => void) | ((code: number) => void)) =>
          child.on(event, listener as (value: unknown) => void),
        kill: () => child.kill(),
      }
    },
    ...options,
  })
  return { sandbox, configs, report }
}

describe('the sandbox of a profile', () => {
  test('is started when it is needed, once for all who ask, with its own folder and credentials', async () => {
    const { sandbox, configs } = setUp('listen', { orders: 12, faultToken: 'token' })
    const [a, b] = await Promise.all([sandbox.origin('one', credentials), sandbox.origin('one', credentials)])
    expect(a).toMatchObject({ ok: true, value: `http://127.0.0.1:${children[0]?.pid}` })
    expect(b).toEqual(a)
    expect(configs).toEqual([
      { stateDir: join(stateFolder, 'one'), ...credentials, orders: 12, faultToken: 'token', port: 0 },
    ])
  })

  test('is another process than that of another profile', async () => {
    const { sandbox } = setUp()
    const one = await sandbox.origin('one', credentials)
    expect(await sandbox.origin('two', credentials)).not.toEqual(one)
  })

  test('is started again by the next who needs it after it crashed', async () => {
    const { sandbox, report } = setUp()
    const before = await sandbox.origin('one', credentials)
    children[0]?.send({ type: 'crash' })
    await vi.waitFor(() => expect(report).toHaveBeenCalledWith('sandbox.ended', { profile: 'one', code: 9 }))
    const after = await sandbox.origin('one', credentials)
    expect(after.ok).toBe(true)
    expect(after).not.toEqual(before)
  })

  test('that cannot start is not tried for ever, and again after a minute', async () => {
    let clock = 0
    const { sandbox } = setUp('crash', { now: () => clock })
    for (let n = 0; n < 5; n++) {
      expect(await sandbox.origin('one', credentials)).toMatchObject({
        ok: false,
        error: { code: 'OFFLINE', changed: 'no', params: { reason: 'sandbox' } },
      })
    }
    expect(children).toHaveLength(3)
    clock = 61_000
    await sandbox.origin('one', credentials)
    expect(children).toHaveLength(4)
  })

  test('that says nothing is ended, and its caller is told', async () => {
    const { sandbox } = setUp('silent', { startupMs: 300 })
    expect(await sandbox.origin('one', credentials)).toMatchObject({ ok: false, error: { code: 'OFFLINE' } })
    await vi.waitFor(() => expect(children[0]?.signalCode).toBe('SIGTERM'))
  })

  test('forgets everything on a reset, and whoever asks meanwhile gets the new one', async () => {
    const { sandbox, report } = setUp()
    await sandbox.origin('one', credentials)
    await sandbox.origin('two', credentials)
    const reset = sandbox.reset('one')
    const asked = sandbox.origin('one', credentials)
    await reset
    expect(await asked).toMatchObject({ ok: true, value: `http://127.0.0.1:${children[2]?.pid}` })
    expect(children[0]?.exitCode).toBe(0)
    expect(existsSync(join(stateFolder, 'two', 'state'))).toBe(true)
    expect(report).not.toHaveBeenCalled()
  })

  test('ends with the app', async () => {
    const { sandbox, report } = setUp()
    await sandbox.origin('one', credentials)
    sandbox.stopAll()
    await vi.waitFor(() => expect(children[0]?.killed).toBe(true))
    expect(report).not.toHaveBeenCalled()
  })
})
