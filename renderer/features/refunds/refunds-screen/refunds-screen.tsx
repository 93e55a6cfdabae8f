import { Button, SegmentedControl, TextInput } from '@mantine/core'
import {
  isIn,
  type PaymentRow,
  type PaymentView,
  paymentKeysFor,
  paymentViews,
} from '@shared/features/refunds'
import type { ProfileId } from '@shared/kernel/ids'
import { IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
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
import { PaymentsFooter } from './payments-footer'
import { paymentsListOptions } from './queries'
import classes from './refunds-screen.module.css'
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
  const query = useInfiniteQuery(paymentsListOptions(profile, search))
  const loaded = useMemo(() => query.data?.pages.flatMap((page) => page.rows), [query.data])
  const view = viewOf(state?.filters?.view)
  const rows = useMemo(() => loaded?.filter((row) => isIn(view, row, Date.now())), [loaded, view])
  const refresh = useCallback(() => void query.refetch(), [query.refetch])
  const loadMore = () => {
    if (query.hasNextPage && !query.isFetching && !query.isFetchNextPageError) void query.fetchNextPage()
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
        title={t(search ? 'list.notFound' : 'list.empty')}
        {...(query.hasNextPage && { action: { label: t('list.loadMore'), run: loadMore } })}
      >
        {t(view === 'all' ? 'list.emptyReason' : 'list.emptyView', { count: loaded?.length ?? 0 })}
      </EmptyState>
    )
  }
  return (
    <section className={classes.list}>
      <header className={classes.header}>
        <h1 className={classes.title}>{t('list.title')}</h1>
        <PaymentSearch onSearch={setSearch} />
        <SegmentedControl
          size="xs"
          aria-label={t('list.show')}
          value={view}
          onChange={(next) => update({ filters: { view: next } })}
          data={paymentViews.map((value) => ({ value, label: t(`view.${value}`) }))}
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
        total={query.data?.pages.at(-1)?.totalItems}
        onLoadMore={query.hasNextPage ? loadMore : undefined}
        loading={query.isFetchingNextPage}
      />
    </section>
  )
}

const viewOf = (kept: unknown): PaymentView => paymentViews.find((view) => view === kept) ?? 'all'

/** Looks a payment up by what names it: an order, a payment, the provider's reference or our own. */
function PaymentSearch({ onSearch }: { onSearch: (text: string) => void }) {
  const { t } = useTranslation('refunds')
  const [typed, setTyped] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const text = typed.trim()
    if (text === '' || paymentKeysFor(text).length > 0) onSearch(text)
  }
  const tooShort = typed.trim() !== '' && paymentKeysFor(typed).length === 0
  return (
    <search>
      <form onSubmit={submit}>
        <TextInput
          size="xs"
          w={300}
          aria-label={t('search.label')}
          placeholder={t('search.label')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            if (event.currentTarget.value === '') onSearch('')
          }}
          aria-description={tooShort ? t('search.tooShort') : undefined}
        />
      </form>
    </search>
  )
}

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
