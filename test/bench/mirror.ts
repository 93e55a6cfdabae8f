import { rmSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { MirrorQuery } from '@shared/features/mirror'
import { writeQuery } from '../../electron/api/query'
import type { Account } from './client'
import { benchExport } from './export'
import { percentile, time } from './measure'
import { atOnce, createMirrorDesk, type MirrorDesk } from './mirror-desk'
import type { PreparedMirror } from './prepared/prepare'
import { filledState, sandboxFolder } from './prepared/world'
import { createRawClient } from './raw-client'
import { startSandbox, withSandbox } from './sandbox'
import { sortedBy, wordAt } from './words'

export interface MirrorScripts {
  readonly sandbox: string
  readonly mirror: string
}

const rows = 100
const byCreation = sortedBy('created')
/** Questions while orders come in, which come in slowly meanwhile: a minute of them. */
const mostDuring = 240

/**
 * A mirror of so many orders, in milliseconds as main sees them: how quickly a quarter of what arrived since is taken in,
 * against raw reading of the very same pages; what searching costs while another quarter comes in, and afterwards; how
 * quickly a whole list and any block of it is there; what writing it as a file costs.
 */
export async function benchMirror(scripts: MirrorScripts, prepared: PreparedMirror) {
  const { asked, fillMs, mainDelayP99Ms, ...measured } = await besides(scripts, prepared, async (account) => {
    const desk = createMirrorDesk(account, scripts.mirror, prepared)
    try {
      return await fillAndAsk(desk, prepared)
    } finally {
      await desk.close()
    }
  })
  // Another one: the first may have kept what it made.
  const raw = await besides(scripts, prepared, (account) => readRaw(account, asked))
  const sync = {
    orders: raw.orders,
    rawPerSecond: (raw.orders / raw.ms) * 1000,
    perSecond: (raw.orders / fillMs) * 1000,
    ratio: raw.ms / fillMs,
    mainDelayP99Ms,
  }
  return { sync, ...measured }
}

/** Beside a sandbox with the prepared orders and those that have arrived since. */
async function besides<T>(
  { sandbox }: MirrorScripts,
  { orders, anchor }: PreparedMirror,
  work: (account: Account) => Promise<T>,
): Promise<T> {
  const folder = sandboxFolder(anchor)
  try {
    return await withSandbox(startSandbox(sandbox, orders, { stateDir: folder }), work)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function fillAndAsk(desk: MirrorDesk, { orders, anchor }: PreparedMirror) {
  await desk.store.open()
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const fillMs = await time(() => desk.fill(filledState(anchor, { from: 0, to: 0.25 })))
  delay.disable()
  const asked = desk.asked.slice()
  let filled = false
  const filling = desk.fill(filledState(anchor, { from: 0.25, to: 0.5 })).finally(() => {
    filled = true
  })
  const during: number[] = []
  const { orders: before } = await desk.store.status()
  const duringMs = await time(async () => {
    for (let turn = 0; !filled && turn < mostDuring; turn++) {
      await pause(250)
      if (!filled) during.push(await search(desk, wordAt(turn), byCreation))
    }
  })
  const { orders: after } = await desk.store.status()
  await filling
  const searched = {
    whileSync: { ...spread(during), ordersPerSecond: ((after - before) / duringMs) * 1000 },
    byCreation: spread(await searches(desk, byCreation)),
    byTravel: spread(await searches(desk, sortedBy('travel'))),
    byGuest: spread(await searches(desk, sortedBy('guest'))),
  }
  const filtered = await firstBlocks(desk)
  const created = await whole(desk, byCreation)
  const travel = await whole(desk, sortedBy('travel'))
  const blocks: number[] = []
  for (let turn = 0; turn < 200; turn++) {
    const from = Math.floor(((turn * 7919) % 1000) * ((orders - rows) / 1000))
    blocks.push(await time(() => desk.store.rows({ list: travel.list, from, count: rows })))
  }
  const { bytes } = await desk.store.status()
  return {
    ...{ asked, fillMs, mainDelayP99Ms: delay.percentile(99) / 1e6 },
    search: { storeP95Ms: searched.whileSync.p95Ms, store: searched },
    list: {
      ...{ wholeMs: created.wholeMs, totalsMs: created.totalsMs },
      ...{ wholeByTravelMs: travel.wholeMs, totalsByTravelMs: travel.totalsMs },
      firstBlockMs: filtered,
    },
    fileMb: bytes / 1e6,
    block: spread(blocks),
    export: await benchExport(desk),
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const spread = (times: readonly number[]) =>
  times.length === 0
    ? {}
    : { p50Ms: percentile(times, 0.5), p95Ms: percentile(times, 0.95), times: times.length }

/** All ids of a list, and then what its orders come to. */
async function whole({ store }: MirrorDesk, query: MirrorQuery) {
  let list = 0
  const wholeMs = await time(async () => {
    const begun = await store.query({ query, rows })
    list = begun.list
    // Comes when it is known of every order where it is.
    await store.position({ list, reference: 'NONE' })
  })
  return { list, wholeMs, totalsMs: await time(() => store.totals(list)) }
}

/** Filters of which the list has an index, those that walk over the orders until there are enough, and one that finds none. */
const filters: Readonly<Record<string, MirrorQuery['filters']>> = {
  status: { statuses: ['ORDER_CANCELLED'] },
  travelDay: { travel: { from: '2026-06-01', to: '2026-06-01' } },
  weekday: { weekdays: [6] },
  fee: { fee: 'with' },
  redeemed: { redeemed: 'some' },
  leadTime: { leadDays: { max: 0 } },
  amount: { total: { currency: 'EUR', min: '500' } },
  noAmount: { total: { currency: 'EUR', min: '1000000' } },
  margin: { margin: { currency: 'EUR', min: '1' } },
}

/** Milliseconds to the first rows of lists that nobody asked for before: a second time they are there. */
async function firstBlocks(desk: MirrorDesk) {
  const asked = Object.entries(filters).flatMap(([name, narrowed]) =>
    (['created', 'travel'] as const).map((by) => ({
      name: `${name} by ${by}`,
      query: { ...sortedBy(by), filters: narrowed },
    })),
  )
  const times: Record<string, number> = {}
  for (const { name, query } of asked) {
    times[name] = await time(() => desk.store.query({ query, rows }))
    // What is left of it is made meanwhile.
    await pause(1_000)
  }
  return times
}

const search = (desk: MirrorDesk, text: string, query: MirrorQuery) =>
  time(() => desk.store.query({ query: { ...query, text }, rows }))

async function searches(desk: MirrorDesk, query: MirrorQuery): Promise<number[]> {
  const times: number[] = []
  for (let turn = 0; turn < 65; turn++) {
    times.push(await search(desk, wordAt(turn), query))
    // As between keystrokes; the rest of the list is made meanwhile.
    await pause(30)
  }
  return times
}

/** The least that could be done: the same pages, so many at a time, fetched and parsed. */
async function readRaw(account: Account, asked: MirrorDesk['asked']) {
  const raw = await createRawClient(account)
  const waiting = asked.map((filters) => {
    const query = writeQuery(
      { distributor_id: '501', ...filters },
      { operation: 'getOrders', listStyle: 'comma', inferredNames: false },
    )
    if (!query.ok) throw new Error('a question cannot be asked again')
    return `/orders?${query.value}`
  })
  let orders = 0
  const reader = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const page = JSON.parse(await (await raw.get(path)).text()) as { data: { items?: unknown[] } }
      orders += page.data.items?.length ?? 0
    }
  }
  const ms = await time(() => Promise.all(Array.from({ length: atOnce }, reader)))
  await raw.close()
  return { ms, orders }
}
