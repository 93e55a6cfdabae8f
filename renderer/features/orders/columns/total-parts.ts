import type { OrderRow } from '@shared/features/orders'
import type { TFunction } from 'i18next'
import type { CellPart } from '../../../grid/cell-part'
import { type Format, missing } from '../../../lib/format'

/** The order's total in the currency of its bookings; where that is missing or mixed, it says so (rules.md #121). */
export function totalParts(
  { total, currency }: OrderRow,
  format: Format,
  t: TFunction<'orders'>,
): CellPart[] {
  if (total === undefined) return [{ text: missing, look: 'dimmed' }]
  if (currency.kind === 'one') return [{ text: format.money(total, currency.code) }]
  const text = currency.kind === 'none' ? t('noCurrency') : currency.codes.join(' + ')
  return [{ text: total }, { text, look: 'warning' }]
}

export function totalHint({ currency }: OrderRow, t: TFunction<'orders'>): string | undefined {
  if (currency.kind === 'one') return undefined
  return currency.kind === 'none'
    ? t('noCurrencyHint')
    : t('mixedCurrencyHint', { codes: currency.codes.join(', ') })
}
