import { isBigDrop, type StockChange, type stockOperations, stockProblem } from '@shared/features/stock'
import type { Handler } from '@shared/ipc/define'
import { type AppError, appError } from '@shared/kernel/app-error'
import { stockKey } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import type { Journal } from '../../journal'
import { toJson } from '../../journal/json'
import { type StockIntent, setStockKind, stockClaims } from './stock-definition'
import type { StockReader } from './stock-reader'

export interface SaveStockDeps {
  readonly journal: Pick<Journal, 'ready' | 'submitBatch'>
  readonly reader: Pick<StockReader, 'known'>
  /** Fingerprint of where and as whom a profile works. */
  readonly accountOf: (profile: string) => string | undefined
  /** Most pieces of a row that the person of a profile allows. */
  readonly limitOf: (profile: string) => number | undefined
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
}

/** Records changes of stock as one batch and runs it. Each row is read afresh when its turn comes, not here. */
export function createSaveStock({
  journal,
  reader,
  accountOf,
  limitOf,
  now,
}: SaveStockDeps): Handler<(typeof stockOperations)['saveStock']> {
  return async ({ profile, account, changes }) => {
    const guarded = checkChanges(changes, limitOf(profile))
    if (!guarded.ok) return guarded
    const ready = await journal.ready()
    if (!ready.ok) return ready
    // Rows of two accounts may have the same keys.
    if (account !== accountOf(profile))
      return err(appError('STOCK_OF_ANOTHER', 'the stock was read as another account'))
    const readAt = now()
    const rows = changes.map(({ stock, seen, wanted }): StockIntent => {
      const { label, product } = reader.known(profile, stock) ?? {}
      return {
        ...{ stock, seen, wanted },
        ...(label === undefined ? {} : { label }),
        ...(product === undefined ? {} : { product }),
      }
    })
    const lineOf = ({ stock, label }: StockIntent) => ({
      reference: stock,
      ...(label === undefined ? {} : { name: label }),
    })
    const batch = await journal.submitBatch({
      profile,
      detail: toJson({ kind: 'stock', totals: [] }),
      lines: rows.map((row, at) => ({ line: at + 1, unsent: false, detail: toJson(lineOf(row)) })),
      commands: rows.map((row, at) => [
        {
          ...{ profile, kind: setStockKind, order: stockKey(row.stock), claims: [...stockClaims] },
          ...{ intent: row, before: row.seen, readAt, line: at + 1 },
        },
      ]),
      inProgress: (line, operation) => ({
        line,
        unsent: true,
        detail: toJson({
          ...lineOf(rows[line - 1] as StockIntent),
          why: 'ALREADY_IN_PROGRESS',
          params: { operation },
        }),
      }),
    })
    return batch.ok ? ok({ batch: batch.value }) : batch
  }
}

/** INVALID_INPUT names the first row that the guards do not let through, and why. */
function checkChanges(
  changes: readonly StockChange[],
  limit: number | undefined,
): Result<void, AppError<never>> {
  const stocks = new Set<string>()
  for (const { stock, seen, wanted, bigDrop } of changes) {
    const problem = stockProblem(wanted, limit)
    if (problem) return err(refused(stock, problem))
    if (stocks.has(stock)) return err(refused(stock, 'NAMED_TWICE'))
    if (seen.available === wanted) return err(refused(stock, 'AS_WANTED'))
    if (isBigDrop(seen.available, wanted) && !bigDrop) return err(refused(stock, 'BIG_DROP'))
    stocks.add(stock)
  }
  return ok(undefined)
}

const refused = (stock: string, why: string): AppError<never> =>
  appError('INVALID_INPUT', `stock ${stock}: ${why}`, { fields: { [stock]: why } })
