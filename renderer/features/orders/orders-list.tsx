import { isKeyParameter, type OrderRow } from '@shared/features/orders'
import { type ReactNode, type RefObject, useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ColumnChooser } from '../../grid/column-chooser'
import { DataGrid } from '../../grid/data-grid'
import type { DataGridHandle } from '../../grid/data-grid-handle'
import { DensityToggle } from '../../grid/density-toggle'
import { GridSkeleton } from '../../grid/grid-skeleton'
import { useShortcut } from '../../lib/shortcuts'
import { LoadFailed } from '../../ui/load-failed'
import { LoadingBar } from '../../ui/loading-bar'
import { Screen, ScreenTitle } from '../../ui/screen'
import { useSettings } from '../settings'
import { useOrderColumns } from './columns/use-order-columns'
import { EmptyOrders } from './empty-orders'
import { FilterBar } from './filters/filter-bar'
import { OrdersFooter } from './orders-footer'
import { QuickSearch } from './quick-search'
import { RefreshButton } from './refresh-button'
import { StaleOrders } from './stale-orders'
import type { useOrdersList } from './use-orders-list'
import type { useOrdersView } from './use-orders-view'

interface OrdersListProps {
  readonly inferred: boolean
  readonly view: ReturnType<typeof useOrdersView>
  readonly list: ReturnType<typeof useOrdersList>
  readonly onOpen: ((row: OrderRow, how: 'enter' | 'doubleClick') => void) | undefined
  readonly grid: RefObject<DataGridHandle | null>
  /** The order that is open beside the list. */
  readonly openReference: string | undefined
}

const referenceOf = ({ reference }: OrderRow) => reference
const noColumns: never[] = []
const noKeys: string[] = []

/** The orders grid with everything around it: search, filters, arrangement, and what it comes to. */
export function OrdersList({ inferred, view, list, onOpen, grid, openReference }: OrdersListProps) {
  const { t } = useTranslation('orders')
  const { state, keep, filters, setFilters, sort, plan, session, search } = view
  const { query, rows, foundBy } = list
  const columns = useOrderColumns()
  const { settings, update: updateSettings } = useSettings()
  const { density } = settings
  const layout = state.columns ?? noColumns
  const selection = state.selection ?? noKeys
  const gridSort = useMemo(() => ({ columnId: 'created', direction: sort.direction }), [sort.direction])
  const refresh = useCallback(() => void query.refetch(), [query.refetch])
  useShortcut('nextRow', () => grid.current?.moveFocus(1))
  useShortcut('previousRow', () => grid.current?.moveFocus(-1))
  useShortcut('reload', refresh)

  const staleError = query.isRefetchError ? query.error : undefined
  let instead: ReactNode
  if (query.isPending && !query.isError) instead = <GridSkeleton density={density} />
  else if (query.isError && !rows) instead = <LoadFailed error={query.error} onRetry={refresh} />
  else if (rows?.length === 0) {
    instead = (
      <EmptyOrders plan={plan} filters={filters} onClearSearch={() => search('')} onFilters={setFilters} />
    )
  }

  return (
    <Screen
      header={
        <>
          <ScreenTitle>{t('title')}</ScreenTitle>
          <QuickSearch
            typed={session.typed}
            chosen={session.chosen}
            plan={plan}
            foundBy={query.isPlaceholderData ? undefined : foundBy}
            onSearch={search}
            onLeave={() => grid.current?.moveFocus(1)}
          />
          <FilterBar
            values={filters}
            onChange={setFilters}
            inferred={inferred}
            setAside={foundBy !== undefined && isKeyParameter(foundBy)}
          />
        </>
      }
      tools={
        <>
          <RefreshButton fetchedAt={list.fetchedAt} busy={query.isFetching} onRefresh={refresh} />
          <DensityToggle density={density} onChange={(next) => updateSettings({ density: next })} />
          <ColumnChooser
            columns={columns}
            layout={layout}
            onLayoutChange={(next) => keep({ columns: next })}
          />
        </>
      }
    >
      <LoadingBar active={query.isFetching && !query.isPending} />
      <DataGrid
        ref={grid}
        label={t('title')}
        rows={rows}
        columns={columns}
        rowKey={referenceOf}
        density={density}
        layout={layout}
        onLayoutChange={(next) => keep({ columns: next })}
        sort={gridSort}
        onSortChange={(next) => keep({ sort: next })}
        selection={selection}
        onSelectionChange={(next) => keep({ selection: next })}
        currentKey={openReference}
        onOpen={onOpen}
        onNearEnd={list.loadMore}
        instead={instead}
      />
      {staleError ? <StaleOrders error={staleError} fetchedAt={list.fetchedAt} onRetry={refresh} /> : null}
      <OrdersFooter list={list} selection={selection} onClearSelection={() => keep({ selection: [] })} />
    </Screen>
  )
}
