import { figuresOf, type StockChange, type StockRow } from '@shared/features/stock'
import type { DistributorApi } from '../../electron/api'
import { createStockReads, stockHandlers } from '../../electron/features/stock'
import type { Journal } from '../../electron/journal'
import type { TestClient } from '../unit/sandbox/support/client'
import type { controlOf } from '../unit/sandbox/support/control'
import { profileId } from './api-client'
import { caller, openBatchDesk, value } from './batch-desk'

interface HandlersDeps {
  readonly api: DistributorApi
  readonly journal: Journal
  readonly now: () => number
  /** Most pieces of a row that the person allows. */
  readonly limit?: number | undefined
  readonly accountOf?: () => string
}

/** As whom stock is read. */
export const stockAccount = 'canal-tours at the vendor'

/** What answers for stock, with rules that nobody keeps and a person who saves no file. */
export function testStockHandlers({
  api,
  journal,
  now,
  limit,
  accountOf = () => stockAccount,
}: HandlersDeps) {
  const rules = { lows: {}, ...(limit === undefined ? {} : { limit }) }
  let readings = 0
  return stockHandlers({
    ...{ journal, now, accountOf, rulesChanged: () => {} },
    ...createStockReads({ api, accountOf, newId: () => `reading-${++readings}` }),
    rules: { read: () => ({ profiles: { [profileId]: rules } }), write: () => {}, setAside: undefined },
    chooseSavePath: async () => undefined,
  })
}

/** A desk that keeps stock, over real HTTP against a sandbox. In memory without a `path`. */
export function openStockDesk(
  server: TestClient,
  { path, ...options }: { path?: string } & Pick<HandlersDeps, 'limit' | 'accountOf'> = {},
) {
  const desk = openBatchDesk(server.base, path)
  const stock = testStockHandlers({ api: desk.api, journal: desk.journal, now: Date.now, ...options })
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
    /** Titles of the products of what was listed last. */
    titles: async () => value(await stock.listProductTitles({ profile: profileId }, caller)).titles,
    /** Saves, and answers how each line ended. */
    save: async (changes: readonly StockChange[]) => {
      const given = { profile: profileId, account: stockAccount, changes: [...changes] }
      const { batch } = value(await stock.saveStock(given, caller))
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
