import type { OrderRow } from '@shared/features/orders'
import { type Money, parseAmount, sumByCurrency } from '@shared/kernel/money'

/** What orders come to, per currency; orders whose currency or amount is not clear are counted, never guessed. */
export interface Totals {
  readonly sums: readonly Money[]
  readonly leftOut: number
}

export function totalsOf(rows: readonly OrderRow[]): Totals {
  const amounts = rows.flatMap(({ total, currency }): Money[] =>
    total !== undefined && currency.kind === 'one' && parseAmount(total)
      ? [{ amount: total, currency: currency.code }]
      : [],
  )
  return { sums: sumByCurrency(amounts), leftOut: rows.length - amounts.length }
}
