import { Button } from '@mantine/core'
import { lastStartIndex, type OrderRow } from '@shared/features/orders'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/format'
import classes from './orders-footer.module.css'
import { totalsOf } from './totals'

interface OrdersFooterProps {
  readonly rows: readonly OrderRow[]
  readonly total: number | undefined
  readonly hasMore: boolean
  readonly loadingMore: boolean
  readonly atLimit: boolean
  readonly unreadable: number
  readonly selection: readonly string[]
  readonly onClearSelection: () => void
  /** Reading the next rows failed; a click tries again. */
  readonly onRetryMore: (() => void) | undefined
}

/** What is in the list: how many of how many, what is selected, and what it comes to per currency. */
export function OrdersFooter(props: OrdersFooterProps) {
  const { rows, total, hasMore, loadingMore, atLimit, unreadable, selection, onClearSelection, onRetryMore } =
    props
  const { t } = useTranslation('orders')
  const format = useFormat()
  const selected = useMemo(() => {
    const keys = new Set(selection)
    return rows.filter(({ reference }) => keys.has(reference))
  }, [rows, selection])
  const totals = useMemo(() => totalsOf(selection.length > 0 ? selected : rows), [selection, selected, rows])
  const loaded = format.count(rows.length)
  const notShown = selection.length - selected.length
  return (
    <footer className={classes.footer}>
      <span role="status">
        {total !== undefined
          ? t('footer.loadedOf', { loaded, total: format.count(total) })
          : t(hasMore ? 'footer.more' : 'footer.loaded', { loaded })}
        {selection.length > 0 ? ` · ${t('footer.selected', { count: selection.length })}` : ''}
        {notShown > 0 ? ` (${t('footer.notShown', { count: notShown })})` : ''}
      </span>
      {selection.length > 0 ? (
        <Button variant="subtle" color="gray" fw={400} size="compact-xs" onClick={onClearSelection}>
          {t('footer.clearSelection')}
        </Button>
      ) : null}
      {rows.length > 0 ? (
        <dl className={classes.totals}>
          <dt>{t(selection.length > 0 ? 'footer.totalsOfSelection' : 'footer.totalsOfLoaded')}</dt>
          <dd>
            {totals.sums.map(({ amount, currency }) => (
              <span key={currency}>{format.money(amount, currency)}</span>
            ))}
            {totals.leftOut > 0 ? (
              <span className={classes.note}>{t('footer.withoutCurrency', { count: totals.leftOut })}</span>
            ) : null}
          </dd>
        </dl>
      ) : null}
      <span className={classes.notes}>
        {loadingMore ? <span>{t('footer.loadingMore')}</span> : null}
        {onRetryMore ? (
          <Button variant="subtle" color="red" size="compact-xs" onClick={onRetryMore}>
            {t('footer.moreFailed')}
          </Button>
        ) : null}
        {atLimit && total !== undefined ? (
          <span className={classes.warning}>
            {t('footer.limit', { limit: format.count(lastStartIndex), total: format.count(total) })}
          </span>
        ) : null}
        {unreadable > 0 ? (
          <span className={classes.warning}>{t('footer.unreadable', { count: unreadable })}</span>
        ) : null}
      </span>
    </footer>
  )
}
