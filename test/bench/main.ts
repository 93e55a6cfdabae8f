// npm run bench -- [--json] [--only=list|bulk|erase|mirror|app|use|stock|contacts] [--orders=100000,1000000]
// What Gatehouse costs, as ratios against baselines taken in the same run.
import path from 'node:path'
import { parseArgs } from 'node:util'
import { benchApp, benchUse } from './app/app'
import { benchContacts } from './app/contacts'
import { benchStock } from './app/stock'
import { benchBulk } from './bulk'
import { benchErase } from './erase'
import { benchList } from './list'
import { benchMirror } from './mirror'
import { type PreparedMirror, preparedMirror } from './prepared/prepare'
import { startSandbox, withSandbox } from './sandbox'

/** Enough that the API's default of three months holds 20 pages of 100. */
const orders = 12_000

const { values: asked } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    /** Sizes of the mirrors. */
    orders: { type: 'string', default: '100000,1000000' },
  },
})
const { only } = asked
const sizes = asked.orders.split(',').map(Number)
if (!sizes.every((size) => Number.isInteger(size) && size >= 1000 && size <= 1_000_000))
  throw new Error('--orders takes numbers from 1000 to 1000000, such as 100000,1000000')

const main = needed('GATEHOUSE_BENCH_MAIN')
const folder = needed('GATEHOUSE_BENCH_FOLDER')
const cache = needed('GATEHOUSE_BENCH_CACHE')
const sandboxScript = path.join(path.dirname(main), 'sandbox.js')

const built = (name: string) => path.join(import.meta.dirname, `${name}.js`)
const mirrorScripts = {
  sandbox: sandboxScript,
  mirror: built('mirror-child'),
}

const commandScripts = {
  sandbox: sandboxScript,
  delay: path.join(folder, 'delay-server.mjs'),
  store: built('store-child'),
}

const prepared = (size: number) => preparedMirror(cache, size, built('order-pages-child'))

type Figures = Record<string, unknown>

/** The figures of a mirror of so many orders, one name for each thing whatever part measured it. */
async function atEachSize(measure: (mirror: PreparedMirror) => Promise<Figures>): Promise<Figures> {
  const measured: Figures = {}
  for (const size of sizes) measured[`orders${size}`] = await measure(await prepared(size))
  return measured
}

/** Each a part of the report, by the name it is asked for with. */
const parts: Readonly<Record<string, () => Promise<Figures>>> = {
  list: () =>
    withSandbox(startSandbox(sandboxScript, orders), async (sandbox) => ({
      list: await benchList(sandbox, path.join(folder, 'replay-server.mjs')),
    })),
  bulk: () => benchBulk(commandScripts),
  erase: () => benchErase(commandScripts),
  mirror: () => atEachSize((mirror) => benchMirror(mirrorScripts, mirror)),
  app: () => atEachSize((mirror) => benchApp(main, sandboxScript, mirror)),
  use: () => atEachSize((mirror) => benchUse(main, sandboxScript, mirror)),
  stock: async () => ({ stock: await benchStock(main, sandboxScript) }),
  contacts: async () => ({ contacts: await benchContacts(main, sandboxScript) }),
}

if (only !== undefined && !(only in parts))
  throw new Error(`--only takes one of ${Object.keys(parts).join(', ')}`)

const report: Figures = {}
for (const [name, measure] of Object.entries(parts)) {
  if (only === undefined || only === name) merge(report, await measure())
}
const text = JSON.stringify(report, (_, value) =>
  typeof value === 'number' ? Number(value.toFixed(2)) : value,
)
if (asked.json) console.log(text)
else console.table(JSON.parse(text))

/** Two parts may have measured sides of the same thing. */
function merge(into: Figures, figures: Figures): void {
  for (const [name, figure] of Object.entries(figures)) {
    const before = into[name]
    if (isFigures(before) && isFigures(figure)) merge(before, figure)
    else into[name] = figure
  }
}

function isFigures(value: unknown): value is Figures {
  return typeof value === 'object' && value !== null
}

function needed(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: start this with npm run bench`)
  return value
}
