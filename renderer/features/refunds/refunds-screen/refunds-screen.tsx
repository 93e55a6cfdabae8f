import { Button, Select } from '@mantine/core'
import {
  isIn,
  type OrderFinding,
  orderFindings,
  type PaymentRow,
  type PaymentView,
  paymentViews,
} from '@shared/features/refunds'
import type { ProfileId } from '@shared/kernel/ids'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { ColumnChooser } from '../../../grid/column-chooser'
import { DataGrid } from '../../../grid/data-grid'
import type { DataGridHandle } from '../../../grid/data-grid-handle'
import { DensityToggle } from '../../../grid/density-toggle'
import { GridSkeleton } from '../../../grid/grid-skeleton'
import { useGridState } from '../../../grid/use-grid-state'
import { useShortcut } from '../../../lib/shortcuts'
import { EmptyState } from '../../../ui/empty-state'
import { ErrorNotice } from '../../../ui/error-notice'
import { LoadingBar } from '../../../ui/loading-bar'
import { useActiveProfile } from '../../profiles'
import { useSettings } from '../../settings'
import { PaymentSearch } from './payment-search'
import { PaymentsFooter } from './payments-footer'
import { paymentsListOptions } from './queries'
import classes from './refunds-screen.module.css'
import { ReviewBar } from './review-bar'
import { type ReviewPeriod, useOrderReview } from './use-order-review'
import { usePaymentColumns } from './use-payment-columns'

const idOf = ({ id }: PaymentRow) => id
const noColumns: never[] = []
const neverSorted = () => {}

/** Payments and refunds of the profile that this window works with. */
export function RefundsScreen() {
  const { profile } = useActiveProfile()
  return <PaymentsList key={profile.id} profile={profile.id} />
}

function PaymentsList({ profile }: { profile: ProfileId }) {
  const { t } = useTranslation('refunds')
  const [, navigate] = useLocation()
  const { state, update } = useGridState(profile, 'refunds')
  const { settings, update: updateSettings } = useSettings()
  const grid = useRef<DataGridHandle>(null)
  const [search, setSearch] = useState('')
  const [selection, setSelection] = useState<string[]>([])
  const columns = usePaymentColumns()
  const [days, setDays] = useState<ReviewPeriod>(30)
  const view = viewOf(state?.filters?.view)
  const finding = orderFindings.find((one) => one === view)
  const listView = paymentViews.find((one) => one === view) ?? 'all'
  const review = useOrderReview(profile, finding, days)
  const list = useInfiniteQuery(paymentsListOptions(profile, search))
  const query = finding ? review.query : list
  const listed = useMemo(() => list.data?.pages.flatMap((page) => page.rows), [list.data])
  const loaded = finding ? review.rows : listed
  const rows = useMemo(
    () => (finding ? review.rows : listed?.filter((row) => isIn(listView, row, Date.now()))),
    [finding, review.rows, listed, listView],
  )
  const refresh = () => (finding ? review.again() : void list.refetch())
  const loadMore = () => {
    if (!finding && query.hasNextPage && !query.isFetching && !query.isFetchNextPageError)
      void query.fetchNextPage()
  }
  useShortcut('nextRow', () => grid.current?.moveFocus(1))
  useShortcut('previousRow', () => grid.current?.moveFocus(-1))
  useShortcut('reload', refresh)
  const openOrder = useCallback(
    ({ order }: PaymentRow) => order !== undefined && navigate(`/orders/${encodeURIComponent(order)}`),
    [navigate],
  )

  let instead: ReactNode
  if (query.isPending) instead = <GridSkeleton density={settings.density} />
  else if (query.isError && !loaded) instead = <Failed error={query.error} onRetry={refresh} />
  else if (rows?.length === 0) {
    instead = (
      <EmptyState
        title={t(finding ? 'review.nothing' : search ? 'list.notFound' : 'list.empty')}
        {...(!finding && query.hasNextPage && { action: { label: t('list.loadMore'), run: loadMore } })}
      >
        {finding
          ? t('review.nothingReason')
          : t(view === 'all' ? 'list.emptyReason' : 'list.emptyView', { count: loaded?.length ?? 0 })}
      </EmptyState>
    )
  }
  return (
    <section className={classes.list}>
      <header className={classes.header}>
        <h1 className={classes.title}>{t('list.title')}</h1>
        {finding ? null : <PaymentSearch onSearch={setSearch} />}
        <Select
          size="xs"
          w={240}
          aria-label={t('list.show')}
          value={view}
          onChange={(next) => next && update({ filters: { view: next } })}
          data={allViews.map((value) => ({ value, label: t(`view.${value}`) }))}
          allowDeselect={false}
        />
        <span className={classes.tools}>
          <DensityToggle density={settings.density} onChange={(next) => updateSettings({ density: next })} />
          <ColumnChooser
            columns={columns}
            layout={state?.columns ?? noColumns}
            onLayoutChange={(next) => update({ columns: next })}
          />
        </span>
      </header>
      {finding ? <ReviewBar review={review} days={days} onDays={setDays} /> : null}
      <LoadingBar active={query.isFetching && !query.isPending} />
      {query.isRefetchError ? <Failed error={query.error} onRetry={refresh} /> : null}
      <DataGrid
        ref={grid}
        label={t('list.title')}
        rows={rows}
        columns={columns}
        rowKey={idOf}
        density={settings.density}
        layout={state?.columns ?? noColumns}
        onLayoutChange={(next) => update({ columns: next })}
        sort={undefined}
        onSortChange={neverSorted}
        selection={selection}
        onSelectionChange={setSelection}
        onOpen={openOrder}
        onNearEnd={loadMore}
        instead={instead}
      />
      <PaymentsFooter
        rows={rows ?? []}
        selection={selection}
        loaded={loaded?.length ?? 0}
        total={finding ? undefined : list.data?.pages.at(-1)?.totalItems}
        onLoadMore={!finding && query.hasNextPage ? loadMore : undefined}
        loading={query.isFetchingNextPage}
      />
    </section>
  )
}

/** Of the payments that are read, and those for which whole orders are. */
const allViews: readonly (PaymentView | OrderFinding)[] = [...paymentViews, ...orderFindings]

const viewOf = (kept: unknown) => allViews.find((view) => view === kept) ?? 'all'

function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('refunds')
  return (
    <div className={classes.failed}>
      <ErrorNotice
        error={error}
        actions={
          <Button variant="default" onClick={onRetry}>
            {t('list.retry')}
          </Button>
        }
      />
    </div>
  )
}
