import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { type ExportLayout, exportColumns, type MirrorQuery } from '@shared/features/mirror'
import { paymentStates } from '@shared/features/orders'
import { ok } from '@shared/kernel/result'
import { createExport } from '../../electron/features/mirror/export-orders'
import { median, time } from './measure'
import type { MirrorDesk } from './mirror-desk'
import { sortedBy } from './words'

const wanted = 100_000
const rounds = 3

/** All columns that there are. */
const layout: ExportLayout = {
  columns: exportColumns.map((id) => ({ id, header: id })),
  beside: { currency: 'Currency', offset: 'Offset' },
  payments: Object.fromEntries(paymentStates.map((state) => [state, state])) as ExportLayout['payments'],
  ticketKindMissing: 'Ticket',
}

/**
 * The newest 100,000 orders as CSV with all columns, from the click to the closed file, against a bare loop that writes
 * the same lines, ready in memory, one by one. Milliseconds; medians.
 */
export async function benchExport({ folder, store }: MirrorDesk) {
  const path = join(folder, 'orders.csv')
  const { exportOrders } = createExport({
    mirrors: {
      opened: async () => ok(store),
      state: async () => ({
        ...{ state: 'fresh', inMemory: false, orders: wanted, isFilled: true },
        retentionMonths: 13,
      }),
    },
    chooseSavePath: async () => path,
    profileName: () => 'Bench',
    accountOf: () => undefined,
    journal: {
      open: async () => {},
      store: { privacy: { noteFile: async () => {}, forgetFile: async () => {} } },
    },
    showFile: () => {},
    progress: () => {},
    beforeQuit: () => {},
    report: console.error,
    now: Date.now,
  })
  const query = await newest(store)
  const times: { app: number[]; bare: number[] } = { app: [], bare: [] }
  let orders = 0
  for (let round = 0; round < rounds; round++) {
    const appMs = await time(async () => {
      const saved = await exportOrders({ profile: 'bench', query, as: 'csv', layout }, { windowId: 1 })
      if (!saved.ok || saved.value.savedAs === undefined) throw new Error('nothing was exported')
      orders = saved.value.orders
    })
    const lines = (await readFile(path, 'utf8')).split(/(?<=\r\n)/)
    const bareMs = await time(() => writeLines(join(folder, 'bare.csv'), lines))
    times.app.push(appMs)
    times.bare.push(bareMs)
  }
  const [appMs, bareMs] = [median(times.app), median(times.bare)]
  return { orders, megabytes: (await stat(path)).size / 1e6, bareMs, appMs, ratio: appMs / bareMs }
}

/** A question for so many orders, give or take those of the same second. */
async function newest(store: MirrorDesk['store']): Promise<MirrorQuery> {
  const query = sortedBy('created')
  const { list } = await store.query({ query, rows: 1 })
  const { orders } = await totalsOf(store, list)
  const found = await store.rows({ list, from: Math.min(wanted, orders) - 1, count: 1 })
  const from = found === 'gone' ? undefined : found.rows[0]?.created
  if (from === undefined) throw new Error('there is nothing to export')
  return { ...query, filters: { created: { from } } }
}

async function totalsOf(store: MirrorDesk['store'], list: number) {
  const totals = await store.totals(list)
  if (totals === 'gone') throw new Error('the list is gone')
  return totals
}

async function writeLines(path: string, lines: readonly string[]): Promise<void> {
  const stream = createWriteStream(path)
  for (const line of lines) if (!stream.write(line)) await once(stream, 'drain')
  stream.end()
  await finished(stream)
}
