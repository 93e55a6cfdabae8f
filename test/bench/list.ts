import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Agent, request } from 'undici'
import { createListReader } from './list-through-client'
import { median, time } from './measure'
import { type SandboxServer, startServer } from './sandbox'

const pages = 20
const itemsPerPage = 100
const rounds = 7

type Account = Pick<SandboxServer, 'origin' | 'clientId' | 'clientSecret'>
type Reader = { readPage(page: number, itemsPerPage: number): Promise<number> }

/**
 * Fetch and parse of 20 pages of 100 orders, raw against through our client, in turns, one page after the other. The
 * pages are recorded from the sandbox first and replayed from memory: else the server's work would hide the client's.
 * Medians, in milliseconds.
 */
export async function benchList(sandbox: Account, replayServer: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'gatehouse-bench-'))
  const recording = path.join(folder, 'pages.json')
  await writeFile(recording, JSON.stringify(await recordPages(sandbox)))
  const replay = await startServer(replayServer, recording)
  try {
    return await compare({ ...sandbox, origin: replay.origin })
  } finally {
    await replay.stop()
    await rm(folder, { recursive: true })
  }
}

async function compare(server: Account) {
  const client = createListReader(server)
  const raw = await createRawReader(server)
  const times: { raw: number[]; app: number[] } = { raw: [], app: [] }
  // The first round warms both sides up and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    const [rawMs, appMs] = [await time(() => readAll(raw)), await time(() => readAll(client))]
    if (round === 0) continue
    times.raw.push(rawMs)
    times.app.push(appMs)
  }
  await Promise.all([client.close(), raw.close()])
  const [rawMs, appMs] = [median(times.raw), median(times.app)]
  return { rawMs, appMs, ratio: appMs / rawMs }
}

async function recordPages(sandbox: Account) {
  const reader = await createRawReader(sandbox)
  const recorded: string[] = []
  for (let page = 1; page <= pages; page += 1) recorded.push(await reader.readText(page, itemsPerPage))
  await reader.close()
  return { token: reader.token, pages: recorded }
}

async function readAll(reader: Reader): Promise<void> {
  for (let page = 1; page <= pages; page += 1) {
    const count = await reader.readPage(page, itemsPerPage)
    if (count !== itemsPerPage) throw new Error(`page ${page} held ${count} orders`)
  }
}

/** The least that could be done: one connection, a token, parse. */
async function createRawReader({ origin, clientId, clientSecret }: Account) {
  const dispatcher = new Agent()
  const base = `${origin}/v3.8/distributor`
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64')
  const answer = await request(`${base}/oauth2/token`, {
    dispatcher,
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/json' },
    body: JSON.stringify({ grant_type: 'client_credentials' }),
  })
  const token = (await answer.body.json()) as { access_token: string }
  const headers = { authorization: `Bearer ${token.access_token}`, accept: 'application/json' }
  const get = async (page: number, size: number) => {
    const url = `${base}/orders?distributor_id=501&page=${page}&items_per_page=${size}`
    return (await request(url, { dispatcher, headers })).body
  }
  return {
    token,
    readText: async (page: number, size: number) => (await get(page, size)).text(),
    readPage: async (page: number, size: number) => {
      const { data } = (await (await get(page, size)).json()) as { data: { items: unknown[] } }
      return data.items.length
    },
    close: () => dispatcher.close(),
  }
}
