import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Account } from './client'
import { createListReader } from './list-through-client'
import { median, time } from './measure'
import { createRawClient } from './raw-client'
import { startServer } from './sandbox'

const pages = 20
const itemsPerPage = 100
const rounds = 7

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
async function createRawReader(account: Account) {
  const { get, token, close } = await createRawClient(account)
  const page = (number: number, size: number) =>
    get(`/orders?distributor_id=501&page=${number}&items_per_page=${size}`)
  return {
    token,
    readText: async (number: number, size: number) => (await page(number, size)).text(),
    readPage: async (number: number, size: number) => {
      const { data } = (await (await page(number, size)).json()) as { data: { items: unknown[] } }
      return data.items.length
    },
    close,
  }
}
