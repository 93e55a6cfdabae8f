import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { run } from '../../../scripts/lib/run.mjs'

const node = (code: string) => ['--input-type=module', '-e', code]

describe('running a tool', () => {
  test('keeps what it says on both streams, and its exit code', async () => {
    const code = "console.log('out'); console.error('err'); process.exitCode = 3"
    const { code: exitCode, output } = await run(process.execPath, node(code))
    expect(exitCode).toBe(3)
    expect(output.split('\n').sort()).toEqual(['', 'err', 'out'])
  })

  test('a program that is not there is a failure with its name in it', async () => {
    const { code, output } = await run('no-such-program', [])
    expect(code).toBe(127)
    expect(output).toContain('no-such-program')
  })

  test('a program that takes too long is ended and has failed', async () => {
    const { code } = await run(process.execPath, node('setInterval(() => {}, 1000)'), { timeoutMs: 200 })
    expect(code).not.toBe(0)
  })
})

describe.skipIf(process.platform === 'win32')('running the application in the foreground', () => {
  const module = JSON.stringify(new URL('../../../scripts/lib/run.mjs', import.meta.url).href)

  /** A command like `npm start` whose application says when it is up. */
  function startCommand(application: string) {
    const command = `const { runInForeground } = await import(${module})
      process.exitCode = await runInForeground(process.execPath, ['-e', ${JSON.stringify(application)}])`
    return spawn(process.execPath, node(command), { stdio: ['ignore', 'pipe', 'inherit'] })
  }

  test('its exit code is ours', async () => {
    const [code] = await once(startCommand('process.exit(7)'), 'close')
    expect(code).toBe(7)
  })

  test('a signal reaches it once, though npm sends it twice, and it ends in its own way', async () => {
    const command = startCommand(`let signals = 0
      process.on('SIGTERM', () => { signals += 1; setTimeout(() => process.exit(10 + signals), 300) })
      setInterval(() => {}, 1000)
      console.log('up')`)
    await once(command.stdout, 'data')
    command.kill('SIGTERM')
    await new Promise((done) => setTimeout(done, 50))
    command.kill('SIGTERM')
    const [code] = await once(command, 'close')
    expect(code).toBe(11)
  })
})
