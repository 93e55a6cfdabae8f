// npm run bench [-- --json]: what Gatehouse costs, as ratios against baselines taken in the same run.
import path from 'node:path'
import { benchApp } from './app.mjs'
import { benchList } from './list.mjs'
import { round } from './measure.mjs'
import { startSandbox } from './sandbox.mjs'

/** Enough that the API's default of three months holds 20 pages of 100. */
const orders = 12_000

const sandboxScript = path.join(path.dirname(process.env.GATEHOUSE_BENCH_MAIN), 'sandbox.js')
const sandbox = await startSandbox(sandboxScript, orders)
try {
  const report = { ...(await benchApp(sandbox)), list: await benchList(sandbox) }
  const rounded = mapNumbers(report, (value) => round(value))
  if (process.argv.includes('--json')) console.log(JSON.stringify(rounded))
  else console.table(rounded)
} finally {
  await sandbox.stop()
}

function mapNumbers(value, change) {
  if (typeof value === 'number') return change(value)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapNumbers(inner, change)]))
}
