import type { OrderRow } from '@shared/features/orders'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { missing, useFormat } from '../../../lib/format'
import classes from './columns.module.css'

/** The order's total in the currency of its bookings; where that is missing or mixed, it says so (rules.md #121). */
export function TotalCell({ row: { total, currency } }: { row: OrderRow }) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  if (total === undefined) return <span className={classes.dimmed}>{missing}</span>
  if (currency.kind === 'one') return <span>{format.money(total, currency.code)}</span>
  return (
    <span>
      {total}{' '}
      <span className={classes.warning}>
        {currency.kind === 'none' ? t('noCurrency') : currency.codes.join(' + ')}
      </span>
    </span>
  )
}

export function totalHint({ currency }: OrderRow, t: TFunction<'orders'>): string | undefined {
  if (currency.kind === 'one') return undefined
  return currency.kind === 'none'
    ? t('noCurrencyHint')
    : t('mixedCurrencyHint', { codes: currency.codes.join(', ') })
}
