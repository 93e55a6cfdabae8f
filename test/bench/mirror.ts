import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { MirrorQuery } from '@shared/features/mirror'
import { Agent, request } from 'undici'
import { writeQuery } from '../../electron/api/query'
import { percentile, time } from './measure'
import { atOnce, createMirrorDesk } from './mirror-desk'
import { type SandboxServer, startSandbox } from './sandbox'

interface Scripts {
  readonly sandbox: string
  readonly mirror: string
}

type Desk = ReturnType<typeof createMirrorDesk>

/** Beginnings of names, places and products that people type; three letters are the fewest that are searched for. */
const typed = [
  'jan',
  'mar',
  'sch',
  'van',
  'lop',
  'tan',
  'anna',
  'garc',
  'mull',
  'cana',
  'muse',
  'smith',
  'rossi',
]

const created: MirrorQuery = { filters: {}, sort: { by: 'created', direction: 'desc' } }
const rows = 100

/**
 * A mirror of so many orders: how quickly it is filled against raw reading of the very same pages, what searching costs
 * meanwhile and afterwards, and how quickly any block of a list is there. Milliseconds, as main sees them.
 */
export async function benchMirror(scripts: Scripts, orders: number) {
  const taken = await withSandbox(scripts.sandbox, orders, async (sandbox) => {
    const desk = createMirrorDesk(sandbox, scripts.mirror)
    try {
      return await fillAndAsk(desk, orders)
    } finally {
      await desk.close()
    }
  })
  const { asked, ...measured } = taken
  // Another one: the first may have kept what it made.
  const rawMs = await withSandbox(scripts.sandbox, orders, (sandbox) => readRaw(sandbox, asked))
  const { fillMs, mainDelayP99Ms, ...rest } = measured
  const perSecond = (ms: number) => (orders / ms) * 1000
  const sync = { rawPerSecond: perSecond(rawMs), perSecond: perSecond(fillMs), ratio: rawMs / fillMs }
  return { mirror: { orders, sync: { ...sync, mainDelayP99Ms }, ...rest } }
}

async function fillAndAsk(desk: Desk, orders: number) {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  let filled = false
  const filling = time(desk.fill).then((ms) => {
    filled = true
    return ms
  })
  const during: number[] = []
  for (let turn = 0; !filled; turn++) {
    await pause(250)
    // Of what is there by now; the second half counts, where there is something to search.
    if (desk.held() > orders / 2 && !filled) during.push(await search(desk, wordAt(turn), created))
  }
  const fillMs = await filling
  delay.disable()
  const asked = desk.asked.slice()
  const searched = {
    whileSync: spread(during),
    byCreation: spread(await searches(desk, created)),
    byTravel: spread(await searches(desk, { ...created, sort: { by: 'travel', direction: 'asc' } })),
    byGuest: spread(await searches(desk, { ...created, sort: { by: 'guest', direction: 'asc' } })),
  }
  const { list } = await desk.store.query({ query: created, rows })
  const wholeMs = await time(() => desk.store.totals(list))
  const { list: byTravel } = await desk.store.query({
    query: { ...created, sort: { by: 'travel', direction: 'asc' } },
    rows,
  })
  const wholeByTravelMs = await time(() => desk.store.totals(byTravel))
  const blocks: number[] = []
  for (let turn = 0; turn < 200; turn++) {
    const from = Math.floor(((turn * 7919) % 1000) * (orders / 1000))
    blocks.push(
      await time(() => desk.store.rows({ list: byTravel, from: Math.min(from, orders - rows), count: rows })),
    )
  }
  const { bytes } = await desk.store.status()
  return {
    ...{ asked, fillMs, mainDelayP99Ms: delay.percentile(99) / 1e6 },
    search: searched,
    list: { wholeMs, wholeByTravelMs },
    block: spread(blocks),
    fileMb: bytes / 1e6,
  }
}

const wordAt = (turn: number) => typed[turn % typed.length] ?? ''
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const spread = (times: readonly number[]) =>
  times.length === 0
    ? {}
    : { p50Ms: percentile(times, 0.5), p95Ms: percentile(times, 0.95), times: times.length }

const search = (desk: Desk, text: string, query: MirrorQuery) =>
  time(() => desk.store.query({ query: { ...query, text }, rows }))

async function searches(desk: Desk, query: MirrorQuery): Promise<number[]> {
  const times: number[] = []
  for (let turn = 0; turn < 5 * typed.length; turn++) {
    times.push(await search(desk, wordAt(turn), query))
    // As between keystrokes; the rest of the list is made meanwhile.
    await pause(30)
  }
  return times
}

/** The least that could be done: the same pages, so many at a time, fetched and parsed. */
async function readRaw(sandbox: SandboxServer, asked: Desk['asked']): Promise<number> {
  const dispatcher = new Agent()
  const base = `${sandbox.origin}/v3.8/distributor`
  const basic = Buffer.from(`${sandbox.clientId}:${sandbox.clientSecret}`).toString('base64')
  const answer = await request(`${base}/oauth2/token`, {
    dispatcher,
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/json' },
    body: JSON.stringify({ grant_type: 'client_credentials' }),
  })
  const { access_token: token } = (await answer.body.json()) as { access_token: string }
  const headers = { authorization: `Bearer ${token}` }
  const waiting = asked.map((filters) => {
    const query = writeQuery(
      { distributor_id: '501', ...filters },
      { operation: 'getOrders', listStyle: 'comma', inferredNames: false },
    )
    if (!query.ok) throw new Error('a question cannot be asked again')
    return `${base}/orders?${query.value}`
  })
  const reader = async () => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      const page = await request(url, { dispatcher, headers })
      JSON.parse(await page.body.text())
    }
  }
  const ms = await time(() => Promise.all(Array.from({ length: atOnce }, reader)))
  await dispatcher.close()
  return ms
}

async function withSandbox<T>(script: string, orders: number, work: (sandbox: SandboxServer) => Promise<T>) {
  const sandbox = await startSandbox(script, orders)
  try {
    return await work(sandbox)
  } finally {
    await sandbox.stop()
  }
}
