import { readStockRow, type StockRow } from '@shared/features/stock'
import type { AppError } from '@shared/kernel/app-error'
import type { ProfileId, StockId } from '@shared/kernel/ids'
import { ok, type Result } from '@shared/kernel/result'
import { entriesOf } from '@shared/kernel/tolerant'
import type { DistributorApi, StockDocument } from '../../api'

/** The rows of stock as the server last sent them. */
export interface StockReading {
  /** Names these rows: the same as long as the server says that nothing changed. */
  readonly id: string
  /** As which it was read. */
  readonly account: string | undefined
  readonly rows: ReadonlyMap<StockId, StockRow>
  /** Rows that cannot be told apart, as their key is missing or another row's: they are not among these. */
  readonly withoutKey: number
}

export interface StockReader {
  /** Reads all rows, closed ones as well; they travel again only if one changed at the server (rules.md #40, #41). */
  read(profile: ProfileId): Promise<Result<StockReading, AppError>>
  /** A row as it was read last. */
  known(profile: ProfileId, stock: StockId): StockRow | undefined
  /** What was read last. */
  held(profile: ProfileId): StockReading | undefined
  /** Forgets what was read with a profile. */
  forget(profile: ProfileId): void
}

export interface StockReaderDeps {
  readonly api: DistributorApi
  /** Fingerprint of where and as whom a profile works: rows of one account answer for no other. */
  readonly accountOf: (profile: ProfileId) => string | undefined
  readonly newId: () => string
}

interface Held {
  readonly account: string | undefined
  readonly document: StockDocument
  readonly reading: StockReading
}

/** Keeps the newest answer of each profile in memory: `If-Modified-Since` is of use only to who still has it. */
export function createStockReader({ api, accountOf, newId }: StockReaderDeps): StockReader {
  const held = new Map<ProfileId, Held>()
  return {
    read: async (profile) => {
      const account = accountOf(profile)
      const known = held.get(profile)
      const before = known?.account === account ? known : undefined
      const options = before ? { copy: before.document } : {}
      const answer = await api.for(profile).stock.list({ include_disabled: true }, options)
      if (!answer.ok) return answer
      if (before && answer.value === before.document) return ok(before.reading)
      const items = entriesOf(answer.value.value.data?.items)
      const rows = new Map(items.flatMap((item) => keyed(readStockRow(item))))
      const reading = { id: newId(), account, rows, withoutKey: items.length - rows.size }
      held.set(profile, { account, document: answer.value, reading })
      return ok(reading)
    },
    held: (profile) => held.get(profile)?.reading,
    known: (profile, stock) => held.get(profile)?.reading.rows.get(stock),
    forget: (profile) => void held.delete(profile),
  }
}

const keyed = (row: StockRow | undefined): (readonly [StockId, StockRow])[] => (row ? [[row.id, row]] : [])
