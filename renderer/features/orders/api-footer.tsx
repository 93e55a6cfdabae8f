import { Button } from '@mantine/core'
import { lastStartIndex, type OrderRow } from '@shared/features/orders'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectionCount } from '../../grid/selection-count'
import { useFormat } from '../../lib/format'
import { SelectionActions } from '../batches'
import classes from './orders-footer.module.css'
import { totalsOf } from './totals'
import { TotalsLine } from './totals-line'
import type { ApiList } from './use-api-list'

interface ApiFooterProps {
  readonly list: ApiList
  /** References of the selected orders, loaded or not. */
  readonly selection: readonly string[]
  readonly onClearSelection: () => void
}

const noRows: readonly OrderRow[] = []

/** What is in the list at the API: how many of how many, what is selected, and what it comes to per currency. */
export function ApiFooter({ list, selection, onClearSelection }: ApiFooterProps) {
  const { t } = useTranslation('orders')
  const rows = list.rows ?? noRows
  const selected = useMemo(() => {
    const keys = new Set(selection)
    return rows.filter(({ reference }) => keys.has(reference))
  }, [rows, selection])
  const totals = useMemo(() => totalsOf(selection.length > 0 ? selected : rows), [selection, selected, rows])
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
      {rows.length > 0 ? (
        <TotalsLine
          label={t(selection.length > 0 ? 'footer.totalsOfSelection' : 'footer.totalsOfLoaded')}
          {...totals}
        />
      ) : null}
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

/** What the list cannot show, and why. */
function Notes({ list }: Pick<ApiFooterProps, 'list'>) {
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
