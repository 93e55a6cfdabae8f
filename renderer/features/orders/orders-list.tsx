import { isKeyParameter } from '@shared/features/orders'
import { type ReactNode, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { ColumnChooser } from '../../grid/column-chooser'
import type { ColumnLayout } from '../../grid/column-layout'
import type { Density } from '../../grid/density'
import { DensityToggle } from '../../grid/density-toggle'
import { GridSkeleton } from '../../grid/grid-skeleton'
import { useShortcut } from '../../lib/shortcuts'
import { LoadFailed } from '../../ui/load-failed'
import { LoadingBar } from '../../ui/loading-bar'
import { Screen, ScreenTitle } from '../../ui/screen'
import { useSettings } from '../settings'
import { ApiFooter } from './api-footer'
import { useOrderColumns } from './columns/use-order-columns'
import { EmptyCopy } from './empty-copy'
import { EmptyOrders } from './empty-orders'
import { FilterBar } from './filters/filter-bar'
import { filterPlaceOf } from './filters/filter-places'
import { BackToCopy } from './mirror/back-to-copy'
import { ExportButton } from './mirror/export-button'
import { MirrorAge } from './mirror/mirror-age'
import { MirrorFooter } from './mirror/mirror-footer'
import { useSearchAhead } from './mirror/use-search-ahead'
import { OrdersGrid } from './orders-grid'
import type { OrdersListProps } from './orders-list-props'
import { FaceSwitch } from './overview'
import { OverviewBody } from './overview-body'
import { QuickSearch } from './quick-search'
import { RefreshButton } from './refresh-button'
import { useRememberedSearches } from './remembered/use-remembered-searches'
import { StaleOrders } from './stale-orders'
import { ViewChooser } from './views/view-chooser'

const noColumns: never[] = []
const noKeys: readonly string[] = []

/** The orders grid with everything around it: search, filters, arrangement, and what it comes to. */
export function OrdersListView(props: OrdersListProps) {
  const { profile, inferred, view, list, mirror, grid } = props
  const { t } = useTranslation('orders')
  const { state, keep, filters, setFilters, plan, session, search } = view
  const { query, refresh } = list
  const inCopy = list.origin === 'mirror'
  const columns = useOrderColumns(list.origin)
  const { settings, update: updateSettings } = useSettings()
  const { density } = settings
  const layout = state.columns ?? noColumns
  // What stands around the search is memoized: each of its keys renders the screen three times.
  const changeDensity = useCallback((next: Density) => updateSettings({ density: next }), [updateSettings])
  const arrange = useCallback((next: ColumnLayout[]) => keep({ columns: next }), [keep])
  useShortcut('nextRow', () => grid.current?.moveFocus(1))
  useShortcut('previousRow', () => grid.current?.moveFocus(-1))
  useShortcut('reload', refresh, { enabled: !inCopy })

  const place = filterPlaceOf(list.origin, inferred)
  const remembered = useRememberedSearches(profile, { typed: session.typed, open: props.openReference })
  const searchAhead = useSearchAhead(view, list)
  const foundBy = inCopy ? undefined : list.foundBy
  const fetchedAt = inCopy ? mirror?.through : list.fetchedAt
  const narrowing = { filters, onFilters: setFilters }
  let instead: ReactNode
  if (query.isPending && !query.isError) instead = <GridSkeleton density={density} />
  else if (query.isError && !query.data) instead = <LoadFailed error={query.error} onRetry={refresh} />
  else if (list.isEmpty && inCopy && mirror) {
    const askServer = () => view.searchAt('server')
    instead = <EmptyCopy mirror={mirror} typed={session.typed} onAskServer={askServer} {...narrowing} />
  } else if (list.isEmpty) {
    instead = <EmptyOrders plan={plan} onClearSearch={() => search('')} {...narrowing} />
  }

  return (
    <Screen
      header={
        <>
          <ScreenTitle>{t('title')}</ScreenTitle>
          <ViewChooser
            profile={profile}
            place={place}
            chosen={state.view}
            present={view.present}
            columns={columns}
          />
          <FaceSwitch face={view.face} onFace={view.showFace} />
          <QuickSearch
            typed={session.typed}
            chosen={session.chosen}
            plan={plan}
            foundBy={query.isPlaceholderData ? undefined : foundBy}
            inCopy={inCopy}
            remembered={remembered}
            onSearch={searchAhead}
            onLeave={() => grid.current?.moveFocus(1)}
          />
          <FilterBar
            values={filters}
            onChange={setFilters}
            place={place}
            setAside={foundBy !== undefined && isKeyParameter(foundBy)}
          />
        </>
      }
      tools={
        <>
          {inCopy && mirror ? (
            <MirrorAge profile={profile} mirror={mirror} />
          ) : (
            <>
              {session.atServer ? <BackToCopy onBack={() => view.searchAt('copy')} /> : null}
              <RefreshButton fetchedAt={fetchedAt} busy={query.isFetching} onRefresh={refresh} />
            </>
          )}
          {list.origin === 'mirror' ? (
            <ExportButton
              profile={profile}
              list={list}
              selection={view.selection}
              columns={columns}
              layout={layout}
            />
          ) : null}
          <DensityToggle density={density} onChange={changeDensity} />
          <ColumnChooser columns={columns} layout={layout} onLayoutChange={arrange} />
        </>
      }
    >
      <LoadingBar active={!inCopy && query.isFetching && !query.isPending} />
      {view.face === 'overview' ? (
        <OverviewBody {...props} instead={inCopy && list.isEmpty ? instead : undefined} />
      ) : (
        <OrdersGrid {...props} columns={columns} layout={layout} density={density} instead={instead} />
      )}
      {query.isRefetchError ? (
        <StaleOrders error={query.error} fetchedAt={fetchedAt} onRetry={refresh} />
      ) : null}
      {list.origin === 'mirror' && mirror ? (
        <MirrorFooter
          profile={profile}
          list={list}
          mirror={mirror}
          selection={view.selection}
          onSelect={view.select}
          onGoTo={view.face === 'list' ? (position) => grid.current?.goTo(position) : undefined}
        />
      ) : null}
      {list.origin === 'api' ? (
        <ApiFooter
          list={list}
          selection={view.selection.kind === 'some' ? view.selection.keys : noKeys}
          onClearSelection={() => keep({ selection: [] })}
        />
      ) : null}
    </Screen>
  )
}
