import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { basic, CLIENT, readAnswer } from './support/client'
import { FAULT_TOKEN } from './support/control'

const root = join(import.meta.dirname, '..', '..', '..')
let folder: string
let entry: string
const children: ChildProcess[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-process-'))
  entry = await bundle('development', true)
}, 60_000)
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Bundles the process as the app does: everything in, nothing asked of node_modules. */
async function bundle(name: string, development: boolean): Promise<string> {
  const outDir = join(folder, name)
  await build({
    configFile: false,
    root,
    logLevel: 'silent',
    define: { __GATEHOUSE_DEV__: String(development) },
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      target: 'node20.18',
      rollupOptions: {
        input: { sandbox: join(root, 'electron', 'sandbox', 'main.ts') },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  })
  return join(outDir, 'sandbox.mjs')
}

async function start(
  config: object,
  program = entry,
): Promise<{ child: ChildProcess; base: string; origin: string }> {
  const child = spawn(
    process.execPath,
    [program, JSON.stringify({ ...CLIENT, orders: 700, validate: false, ...config })],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  children.push(child)
  if (!child.stdout) throw new Error('no output')
  for await (const line of createInterface({ input: child.stdout })) {
    const { type, origin }: { type: string; origin: string } = JSON.parse(line)
    expect(type).toBe('listening')
    return { child, origin, base: `${origin}/v3.8/distributor` }
  }
  throw new Error('it never listened')
}

async function call(base: string, method: string, path: string) {
  const token = await fetch(`${base}/oauth2/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: basic() },
    body: '{"grant_type":"client_credentials"}',
  })
  const { access_token } = (await readAnswer(token)).json
  return readAnswer(
    await fetch(base + path, { method, headers: { authorization: `Bearer ${access_token}` } }),
  )
}

describe('the process', () => {
  it('says where it listens, and ends in peace on SIGTERM', async () => {
    const { child, origin } = await start({})
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
  })

  it('says what is wrong with its configuration', async () => {
    const child = spawn(process.execPath, [entry, '{"clientId":"x","orders":-1}'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let errors = ''
    child.stderr?.on('data', (data) => {
      errors += String(data)
    })
    const [code] = await once(child, 'exit')
    expect(code).not.toBe(0)
    expect(errors).toContain('clientSecret')
    expect(errors).toContain('orders')
  })

  it('killed the moment it has answered, it still knows what it answered', async () => {
    const stateDir = join(folder, 'killed')
    for (const [round, key] of ['DEMO-JPY', 'DEMO-COMBI'].entries()) {
      const first = await start({ stateDir })
      const found = await call(first.base, 'GET', `/orders?order_external_reference=${key}`)
      const reference = found.json.data?.items?.[0]?.order_reference
      const done = await call(first.base, 'DELETE', `/orders/${reference}`)
      first.child.kill('SIGKILL')
      await once(first.child, 'exit')
      expect(done.status).toBe(200)

      const second = await start({ stateDir })
      expect((await call(second.base, 'GET', `/orders/${reference}`)).json).toEqual(done.json)
      expect((await call(second.base, 'DELETE', `/orders/${reference}`)).status).toBe(409)
      second.child.kill('SIGKILL')
      await once(second.child, 'exit')
      expect((await readdir(join(stateDir, 'orders'))).filter((name) => name.endsWith('.json'))).toHaveLength(
        round + 1,
      )
    }
  })
})

describe('a packaged build', () => {
  it('holds neither faults nor control routes nor checks against the OpenAPI file', async () => {
    const program = await bundle('packaged', false)
    const files = await readdir(join(program, '..'))
    const code = (await Promise.all(files.map((file) => readFile(join(program, '..', file), 'utf8')))).join(
      '\n',
    )
    for (const trace of [
      '__control',
      'sandbox-token',
      'stale-read',
      'distributor-v3.8.yaml',
      'ledger.jsonl',
    ]) {
      expect(code, trace).not.toContain(trace)
    }
    const { base, origin } = await start({ faultToken: FAULT_TOKEN }, program)
    expect((await call(base, 'GET', '/orders')).status).toBe(200)
    const control = await fetch(`${origin}/__control/ledger`, { headers: { 'sandbox-token': FAULT_TOKEN } })
    expect(control.status).toBe(404)
  }, 60_000)
})
