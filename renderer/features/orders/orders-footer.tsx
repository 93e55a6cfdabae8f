import { Button } from '@mantine/core'
import { lastStartIndex, type OrderRow } from '@shared/features/orders'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectionCount } from '../../grid/selection-count'
import { useFormat } from '../../lib/format'
import { SelectionActions } from '../batches'
import classes from './orders-footer.module.css'
import { totalsOf } from './totals'
import type { useOrdersList } from './use-orders-list'

interface OrdersFooterProps {
  readonly list: ReturnType<typeof useOrdersList>
  /** References of the selected orders, loaded or not. */
  readonly selection: readonly string[]
  readonly onClearSelection: () => void
}

const noRows: readonly OrderRow[] = []

/** What is in the list: how many of how many, what is selected, and what it comes to per currency. */
export function OrdersFooter({ list, selection, onClearSelection }: OrdersFooterProps) {
  const { t } = useTranslation('orders')
  const rows = list.rows ?? noRows
  const selected = useMemo(() => {
    const keys = new Set(selection)
    return rows.filter(({ reference }) => keys.has(reference))
  }, [rows, selection])
  const notShown = selection.length - selected.length
  return (
    <footer className={classes.footer}>
      <span role="status">
        {list.rows ? (
          <Count loaded={rows.length} total={list.total} hasMore={list.query.hasNextPage} />
        ) : null}
      </span>
      <SelectionCount
        count={selection.length}
        notShown={list.rows ? notShown : 0}
        onClear={onClearSelection}
      />
      <SelectionActions orders={selection} />
      <TotalsOf
        label={t(selection.length > 0 ? 'footer.totalsOfSelection' : 'footer.totalsOfLoaded')}
        rows={selection.length > 0 ? selected : rows}
      />
      <Notes list={list} />
    </footer>
  )
}

function Count({ loaded, total, hasMore }: { loaded: number; total: number | undefined; hasMore: boolean }) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const words = { count: loaded, loaded: format.count(loaded) }
  if (total !== undefined && total > loaded) {
    return <span>{t('footer.loadedOf', { ...words, total: format.count(total) })}</span>
  }
  return <span>{t(hasMore ? 'footer.more' : 'footer.loaded', words)}</span>
}

/** Sums per currency, never across them. */
function TotalsOf({ label, rows }: { label: string; rows: readonly OrderRow[] }) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const { sums, leftOut } = useMemo(() => totalsOf(rows), [rows])
  if (rows.length === 0) return null
  return (
    <dl className={classes.totals}>
      <dt>{label}</dt>
      <dd className={classes.joined}>
        {sums.map(({ amount, currency }) => (
          <span key={currency}>{format.money(amount, currency)}</span>
        ))}
        {leftOut > 0 ? (
          <span className={classes.note}>{t('footer.withoutCurrency', { count: leftOut })}</span>
        ) : null}
      </dd>
    </dl>
  )
}

/** What the list cannot show, and why. */
function Notes({ list }: Pick<OrdersFooterProps, 'list'>) {
  const { t } = useTranslation('orders')
  const format = useFormat()
  const { query, total, atLimit, unreadable } = list
  return (
    <span className={classes.notes}>
      {query.isFetchingNextPage ? <span>{t('footer.loadingMore')}</span> : null}
      {query.isFetchNextPageError ? (
        <Button variant="subtle" color="red" size="compact-xs" onClick={() => void query.fetchNextPage()}>
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
  )
}
