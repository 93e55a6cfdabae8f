// npm run bench [-- --json] [-- --only=bulk]; GATEHOUSE_BENCH_ORDERS=1000000 for a larger mirror. What Gatehouse costs, as ratios against baselines taken in the same run.
import path from 'node:path'
import { benchApp } from './app'
import { benchBulk } from './bulk'
import { benchList } from './list'
import { benchMirror } from './mirror'
import { type SandboxServer, startSandbox } from './sandbox'

/** Enough that the API's default of three months holds 20 pages of 100. */
const orders = 12_000

const main = needed('GATEHOUSE_BENCH_MAIN')
const folder = needed('GATEHOUSE_BENCH_FOLDER')
const sandboxScript = path.join(path.dirname(main), 'sandbox.js')

/** Each a part of the report, by the name it is asked for with. */
const parts: Readonly<Record<string, () => Promise<object>>> = {
  app: () => withSandbox((sandbox) => benchApp(main, sandbox)),
  list: () =>
    withSandbox(async (sandbox) => ({
      list: await benchList(sandbox, path.join(folder, 'replay-server.mjs')),
    })),
  bulk: () =>
    benchBulk({
      sandbox: sandboxScript,
      delay: path.join(folder, 'delay-server.mjs'),
      store: path.join(import.meta.dirname, 'store-child.js'),
    }),
  mirror: () =>
    benchMirror(
      { sandbox: sandboxScript, mirror: path.join(import.meta.dirname, 'mirror-child.js') },
      Number(process.env.GATEHOUSE_BENCH_ORDERS ?? 100_000),
    ),
}

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length)
if (only !== undefined && !(only in parts))
  throw new Error(`--only takes one of ${Object.keys(parts).join(', ')}`)

const report: object = {}
for (const [name, measure] of Object.entries(parts)) {
  if (only === undefined || only === name) Object.assign(report, await measure())
}
const text = JSON.stringify(report, (_, value) =>
  typeof value === 'number' ? Number(value.toFixed(2)) : value,
)
if (process.argv.includes('--json')) console.log(text)
else console.table(JSON.parse(text))

async function withSandbox<T>(measure: (sandbox: SandboxServer) => Promise<T>): Promise<T> {
  const sandbox = await startSandbox(sandboxScript, orders)
  try {
    return await measure(sandbox)
  } finally {
    await sandbox.stop()
  }
}

function needed(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: start this with npm run bench`)
  return value
}
