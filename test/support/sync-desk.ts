import { vi } from 'vitest'
import {
  createSync,
  type Sync,
  type SyncDeps,
  type SyncSettings,
  type SyncStore,
} from '../../electron/mirror/sync'
import type { OrderDocument } from '../../electron/sandbox/orders/document'
import { CLIENT, NOW, type TestClient } from '../unit/sandbox/support/client'
import { clientFor, connectionTo, profileId } from './api-client'
import type { openedMirror } from './mirror-orders'

/** A clock that starts at the sandbox's usual moment, runs on, and can be put ahead. */
export function runningClock() {
  const began = Date.now()
  let ahead = 0
  const clock = () => NOW + ahead + Date.now() - began
  return Object.assign(clock, {
    advance: (ms: number) => {
      ahead += ms
    },
  })
}

/** Quick, and with so few orders to a page that there are many pages. */
const quick: Partial<SyncSettings> = {
  pageSize: 13,
  pollMs: 20,
  pace: { atOnce: 2, perSecond: Number.POSITIVE_INFINITY },
  retry: { backoffMs: 20, maxBackoffMs: 100 },
}

export interface SyncDesk {
  readonly sync: Sync
  readonly changed: string[]
  readonly reports: { event: string; details: unknown }[]
  readonly settled: (until?: (desk: SyncDesk) => boolean) => Promise<void>
}

export type Page = SyncDeps['page']

/** The sync of a profile over real HTTP; `store` is what survives it, `through` is what its pages go through. */
export function openSync(
  base: string,
  clock: () => number,
  store: SyncStore,
  over: Partial<SyncSettings> = {},
  through: (page: Page) => Page = (page) => page,
): SyncDesk {
  const account = { ...CLIENT, inferredNames: false }
  const settings = { pacing: { requests: 10_000, perMs: 1_000 }, readAttempts: 2, maxRetryAfterMs: 1_000 }
  const { api } = clientFor(connectionTo(base, account), { settings })
  const changed: string[] = []
  const reports: SyncDesk['reports'] = []
  const sync = createSync({
    page: through(api.for(profileId).orders.page),
    store,
    clock: {
      now: clock,
      after: (ms, run) => {
        const timer = setTimeout(run, ms)
        return () => clearTimeout(timer)
      },
    },
    settings: { ...quick, ...over },
    changed: (references) => changed.push(...references),
    stateChanged: () => {},
    report: (event, details) => reports.push({ event, details }),
  })
  const desk: SyncDesk = {
    ...{ sync, changed, reports },
    settled: (until = ({ sync: { state } }) => state().state === 'fresh') =>
      vi.waitFor(
        () => {
          if (!until(desk)) throw new Error(JSON.stringify(sync.state()))
        },
        { timeout: 20_000, interval: 5 },
      ),
  }
  return desk
}

/** Every order of the server as it is now, by reference. */
export async function ordersOfServer(client: TestClient): Promise<Map<string, OrderDocument>> {
  const found = new Map<string, OrderDocument>()
  for (let page = 1; ; page++) {
    const query = `order_created_from=2020-01-01T00:00:00%2B00:00&items_per_page=200&page=${page}`
    const { items } = await client.list(query)
    if (items.length === 0) return found
    for (const order of items) found.set(order.order_reference, order)
  }
}

export type MirrorMethods = Awaited<ReturnType<typeof openedMirror>>['methods']

/** The store as the sync has it, without the process in between. */
export const storeOf = (methods: MirrorMethods): SyncStore => ({
  take: async (page) => methods['mirror.take'](page),
  status: async () => methods['mirror.status']({}),
  putState: async (state) => methods['mirror.putState']({ state }),
  indexSorts: async () => methods['mirror.indexSort']({}),
})

/** Every order of the mirror as it is held, by reference. */
export async function ordersOfMirror(methods: MirrorMethods): Promise<Map<string, OrderDocument>> {
  const sort = { by: 'created', direction: 'desc' } as const
  const { list } = await methods['mirror.query']({ query: { filters: {}, sort }, rows: 1 })
  const found = new Map<string, OrderDocument>()
  for (;;) {
    const block = await methods['mirror.rows']({ list, from: found.size, count: 500 })
    if (block === 'gone') throw new Error('the list is gone')
    if (block.rows.length === 0) return found
    for (const { reference } of block.rows) {
      const held = await methods['mirror.order']({ reference })
      found.set(reference, JSON.parse(held?.text ?? 'null'))
    }
  }
}
