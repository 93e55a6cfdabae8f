import { figuresOf, type StockChange, type StockRow } from '@shared/features/stock'
import { createStockReader, stockHandlers } from '../../electron/features/stock'
import type { TestClient } from '../unit/sandbox/support/client'
import type { controlOf } from '../unit/sandbox/support/control'
import { profileId } from './api-client'
import { caller, openBatchDesk, value } from './batch-desk'

/** Rules that nobody keeps. */
export function rulesOfTest(limit?: number) {
  const rules = { lows: {}, ...(limit === undefined ? {} : { limit }) }
  return { read: () => ({ profiles: { [profileId]: rules } }), write: () => {}, setAside: undefined }
}

/** A desk that keeps stock, over real HTTP against a sandbox. In memory without a `path`. */
export function openStockDesk(server: TestClient, { path, limit }: { path?: string; limit?: number } = {}) {
  const desk = openBatchDesk(server.base, path)
  let readings = 0
  const reader = createStockReader({
    api: desk.api,
    accountOf: () => 'canal-tours at the vendor',
    newId: () => `reading-${++readings}`,
  })
  const stock = stockHandlers({ journal: desk.journal, reader, rules: rulesOfTest(limit), now: Date.now })
  const list = async (): Promise<readonly StockRow[]> =>
    value(await stock.listStock({ profile: profileId }, caller)).rows ?? []
  return {
    ...desk,
    stock,
    list,
    /** A row by its label, as it is now. */
    row: async (label: string): Promise<StockRow> => {
      const found = (await list()).find((row) => row.label === `DEMO ${label}`)
      if (!found) throw new Error(`there is no row ${label}`)
      return found
    },
    /** Saves, and answers how each line ended. */
    save: async (changes: readonly StockChange[]) => {
      const { batch } = value(await stock.saveStock({ profile: profileId, changes: [...changes] }, caller))
      await desk.settled(batch)
      return desk.lines(batch)
    },
  }
}

/** A change of a row as it was read. */
export const change = (row: StockRow, wanted: number): StockChange => ({
  stock: row.id,
  seen: figuresOf(row),
  wanted,
})

/** Requests to change a row, as the server has them. */
export const arrivalsFor = async (control: ReturnType<typeof controlOf>, stock: string) =>
  (await control.arrivals('PUT')).filter(({ path }) => path.endsWith(`/${stock}`))
