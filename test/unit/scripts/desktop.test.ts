import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openDesktop } from '../../../scripts/lib/desktop/desktop.mjs'
import { hasSecretService } from '../../../scripts/lib/desktop/keyring.mjs'
import { run } from '../../../scripts/lib/run.mjs'

const keyring = { display: false, keyring: true }

/** Asks the session's keychain, as the application does: through keytar. */
async function keytar(env: NodeJS.ProcessEnv, call: string): Promise<string> {
  const code = `const { default: keytar } = await import('keytar'); console.log(await keytar.${call})`
  return (await run(process.execPath, ['--input-type=module', '-e', code], { env })).output.trim()
}

describe.skipIf(process.platform !== 'linux')('a private desktop session', () => {
  let home: string
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'gatehouse-unit-'))
    vi.stubEnv('XDG_DATA_HOME', home)
    vi.stubEnv('GATEHOUSE_USER_DATA', '')
  })
  afterEach(async () => {
    vi.unstubAllEnvs()
    await rm(home, { recursive: true, force: true })
  })

  test('has a Secret Service that is unlocked and empty', async () => {
    const desktop = await openDesktop(keyring)
    expect(await hasSecretService(desktop.env)).toBe(true)
    expect(await keytar(desktop.env, "getPassword('gatehouse', 'a')")).toBe('null')
    expect(await keytar(desktop.env, "setPassword('gatehouse', 'a', 'secret')")).toBe('undefined')
    expect(await keytar(desktop.env, "getPassword('gatehouse', 'a')")).toBe('secret')
    await desktop.close()
  })

  test('is gone when closed, and its secrets with it', async () => {
    const first = await openDesktop(keyring)
    await keytar(first.env, "setPassword('gatehouse', 'a', 'secret')")
    await first.close()
    expect(await hasSecretService(first.env)).toBe(false)

    const second = await openDesktop(keyring)
    expect(await keytar(second.env, "getPassword('gatehouse', 'a')")).toBe('null')
    await second.close()
  })

  test('keeps its secrets for the next start where it is asked to, for each user-data folder its own', async () => {
    const first = await openDesktop(keyring, { keep: true })
    await keytar(first.env, "setPassword('gatehouse', 'a', 'secret')")
    await first.close()

    const second = await openDesktop(keyring, { keep: true })
    expect(await keytar(second.env, "getPassword('gatehouse', 'a')")).toBe('secret')
    await second.close()

    vi.stubEnv('GATEHOUSE_USER_DATA', join(home, 'other'))
    const other = await openDesktop(keyring, { keep: true })
    expect(await keytar(other.env, "getPassword('gatehouse', 'a')")).toBe('null')
    await other.close()
  })
})
