// npm run bench [-- --json]: what Gatehouse costs, as ratios against baselines taken in the same run.
import path from 'node:path'
import { benchApp } from './app'
import { benchBulk } from './bulk'
import { benchList } from './list'
import { startSandbox } from './sandbox'

/** Enough that the API's default of three months holds 20 pages of 100. */
const orders = 12_000

const main = needed('GATEHOUSE_BENCH_MAIN')
const sandbox = await startSandbox(path.join(path.dirname(main), 'sandbox.js'), orders)
try {
  const app = await benchApp(main, sandbox)
  const folder = needed('GATEHOUSE_BENCH_FOLDER')
  const list = await benchList(sandbox, path.join(folder, 'replay-server.mjs'))
  const bulk = await benchBulk({
    sandbox: path.join(path.dirname(main), 'sandbox.js'),
    delay: path.join(folder, 'delay-server.mjs'),
    store: path.join(import.meta.dirname, 'store-child.js'),
  })
  const report = { ...app, list, ...bulk }
  const text = JSON.stringify(report, (_, value) =>
    typeof value === 'number' ? Number(value.toFixed(2)) : value,
  )
  if (process.argv.includes('--json')) console.log(text)
  else console.table(JSON.parse(text))
} finally {
  await sandbox.stop()
}

function needed(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: start this with npm run bench`)
  return value
}
