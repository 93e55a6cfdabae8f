import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/format'
import classes from './orders-footer.module.css'
import type { Totals } from './totals'

/** Sums per currency, never across them. */
export function TotalsLine({ label, sums, leftOut }: Totals & { label: string }) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  return (
    <dl className={classes.totals}>
      <dt>{label}</dt>
      <dd className={classes.joined}>
        {sums.map(({ amount, currency }) => (
          <span key={currency}>{format.money(amount, currency)}</span>
        ))}
        {leftOut > 0 ? (
          <span className={classes.note}>
            {t('footer.withoutCurrency', { count: leftOut, number: format.count(leftOut) })}
          </span>
        ) : null}
      </dd>
    </dl>
  )
}
