import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Agent, request } from 'undici'
import { build } from 'vite'
import { median, time } from './measure.mjs'
import { startServer } from './sandbox.mjs'

const root = path.resolve(import.meta.dirname, '../..')
const pages = 20
const itemsPerPage = 100
const rounds = 7

/**
 * Fetch and parse of 20 pages of 100 orders, raw against through our client, in turns, one page after the other. The
 * pages are recorded from the sandbox first and replayed from memory: else the server's work would hide the client's.
 * @param {{ origin: string, clientId: string, clientSecret: string }} sandbox
 * @returns {Promise<{ rawMs: number, appMs: number, ratio: number }>} medians
 */
export async function benchList(sandbox) {
  const folder = await mkdtemp(path.join(tmpdir(), 'gatehouse-bench-'))
  const recording = path.join(folder, 'pages.json')
  await writeFile(recording, JSON.stringify(await recordPages(sandbox)))
  const replay = await startServer(path.join(import.meta.dirname, 'replay-server.mjs'), recording)
  try {
    return await compare({ ...sandbox, origin: replay.origin })
  } finally {
    await replay.stop()
    await rm(folder, { recursive: true })
  }
}

async function compare(server) {
  const { createListReader, remove } = await loadClient()
  const client = createListReader(server)
  const raw = await createRawReader(server)
  const rawTimes = []
  const appTimes = []
  try {
    // The first round warms both sides up and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      const [rawMs, appMs] = [await time(() => readAll(raw)), await time(() => readAll(client))]
      if (round > 0) rawTimes.push(rawMs) && appTimes.push(appMs)
    }
  } finally {
    await Promise.all([client.close(), raw.close()])
    await remove()
  }
  const [rawMs, appMs] = [median(rawTimes), median(appTimes)]
  return { rawMs, appMs, ratio: appMs / rawMs }
}

async function recordPages(sandbox) {
  const reader = await createRawReader(sandbox)
  const recorded = []
  for (let page = 1; page <= pages; page += 1) recorded.push(await reader.readText(page, itemsPerPage))
  await reader.close()
  return { token: reader.token, pages: recorded }
}

/** @param {{ readPage: (page: number, itemsPerPage: number) => Promise<number> }} reader */
async function readAll(reader) {
  for (let page = 1; page <= pages; page += 1) {
    const count = await reader.readPage(page, itemsPerPage)
    if (count !== itemsPerPage) throw new Error(`page ${page} held ${count} orders`)
  }
}

/** The least that could be done: one connection, a token, parse. */
async function createRawReader({ origin, clientId, clientSecret }) {
  const dispatcher = new Agent()
  const base = `${origin}/v3.8/distributor`
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64')
  const token = await request(`${base}/oauth2/token`, {
    dispatcher,
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/json' },
    body: JSON.stringify({ grant_type: 'client_credentials' }),
  })
  const granted = /** @type {{ access_token: string }} */ (await token.body.json())
  const headers = { authorization: `Bearer ${granted.access_token}`, accept: 'application/json' }
  /** @param {number} page @param {number} size */
  const get = async (page, size) => {
    const url = `${base}/orders?distributor_id=501&page=${page}&items_per_page=${size}`
    return (await request(url, { dispatcher, headers })).body
  }
  return {
    token: granted,
    readText: async (page, size) => (await get(page, size)).text(),
    readPage: async (page, size) => {
      const { data } = /** @type {{ data: { items: unknown[] } }} */ (await (await get(page, size)).json())
      return data.items.length
    },
    close: () => dispatcher.close(),
  }
}

/** Bundles the client's TypeScript as the application's build does, to run in plain Node. */
async function loadClient() {
  const outDir = await mkdtemp(path.join(root, 'out', 'bench-'))
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@shared': path.join(root, 'shared') } },
    define: { __GATEHOUSE_DEV__: 'false' },
    ssr: { noExternal: true, external: ['undici'] },
    build: {
      ssr: path.join(import.meta.dirname, 'list-through-client.ts'),
      outDir,
      target: 'node20',
      minify: false,
    },
  })
  const file = path.join(outDir, 'list-through-client.js')
  const module = await import(pathToFileURL(file).href)
  return {
    createListReader: module.createListReader,
    remove: () => rm(outDir, { recursive: true, force: true }),
  }
}
