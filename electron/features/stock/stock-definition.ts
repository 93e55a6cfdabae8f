import {
  figuresOf,
  findStockRow,
  hasStockMoved,
  type StockFigures,
  stockFiguresSchema,
} from '@shared/features/stock'
import { type AppError, appError } from '@shared/kernel/app-error'
import { type StockId, stockIdSchema } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import { entriesOf } from '@shared/kernel/tolerant'
import { z } from 'zod'
import type { DistributorApi, ProfileApi, StockDocument } from '../../api'
import { type BoundDefinition, bindDefinition } from '../../journal/definition'
import { stockEvidence } from './stock-evidence'

export const setStockKind = 'set-stock'

/** What the person asked for, as the journal keeps it. */
export const stockIntentSchema = z.object({
  stock: stockIdSchema,
  /** `stock_label` and `stock_product_id` as they were, for whoever looks at the journal. */
  label: z.string().optional(),
  product: z.string().optional(),
  seen: stockFiguresSchema,
  wanted: z.number().int(),
})
export type StockIntent = z.infer<typeof stockIntentSchema>

/** One unsettled change of a row at a time. */
export const stockClaims: readonly string[] = ['available']

/** Why a row of stock is not changed. */
export type StockNotChanged = 'STOCK_CHANGED' | 'STOCK_CLOSED'

/**
 * How the journal sets the stock of one row. The API calls PUT idempotent (rules.md #20), but a second one would put back
 * what was sold in between: nothing is resent.
 */
export function setStockDefinition(api: DistributorApi): BoundDefinition {
  return bindDefinition({
    kind: setStockKind,
    intent: stockIntentSchema,
    snapshot: stockFiguresSchema,
    safeToResend: false,
    reversal: setStockKind,
    read: ({ profile, intent }) => readStock(api.for(profile), intent.stock),
    check: ({ intent }, now) => checkStock(intent.seen, now),
    send: async ({ id, profile, intent, before }) => {
      const { stock } = api.for(profile)
      const answer = await stock.set(intent.stock, intent.wanted, { operationId: id })
      if (!answer.ok) return answer
      const { requestId } = answer.value
      const told = rowOf(answer.value, intent.stock)
      if (told) return ok({ now: told, requestId })
      // Its answer is told by one sample only, which may show other rows: then the row is read.
      const read = await readStock(api.for(profile), intent.stock)
      return ok({ now: read.ok ? read.value : before, requestId })
    },
    evidence: ({ intent, before, entry }, now) =>
      stockEvidence(intent.wanted, before, now, entry.state === 'sending'),
  })
}

/** The row as it is now. The list knows no cache to go past. */
async function readStock({ stock }: ProfileApi, id: StockId): Promise<Result<StockFigures, AppError>> {
  const answer = await stock.list({ stock_id: [id], include_disabled: true })
  if (!answer.ok) return answer
  const row = rowOf(answer.value, id)
  const { requestId } = answer.value
  return row ? ok(row) : err(appError('NOT_FOUND', 'there is no such row of stock any more', { requestId }))
}

const rowOf = ({ value }: StockDocument, id: StockId): StockFigures | undefined => {
  const row = findStockRow(entriesOf(value.data?.items), id)
  return row && figuresOf(row)
}

/** Whether it may be sent now: the row is open, and as the person saw it. */
export function checkStock(seen: StockFigures, now: StockFigures): Result<void, AppError<StockNotChanged>> {
  if (now.active === false) return err(appError('STOCK_CLOSED', 'the row of stock is closed'))
  if (!hasStockMoved(seen, now)) return ok(undefined)
  const params = { ...named('seen', seen.available), ...named('now', now.available) }
  return err(appError('STOCK_CHANGED', 'the row of stock moved since the person looked', { params }))
}

const named = (name: string, value: number | null) => (value === null ? {} : { [name]: value })
