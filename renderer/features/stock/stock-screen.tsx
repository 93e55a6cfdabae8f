import type { StockRow } from '@shared/features/stock'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ColumnChooser } from '../../grid/column-chooser'
import { DataGrid } from '../../grid/data-grid'
import type { DataGridHandle } from '../../grid/data-grid-handle'
import { DensityToggle } from '../../grid/density-toggle'
import { GridSkeleton } from '../../grid/grid-skeleton'
import { SelectionCount } from '../../grid/selection-count'
import { useGridState } from '../../grid/use-grid-state'
import { useShortcut } from '../../lib/shortcuts'
import { EmptyState } from '../../ui/empty-state'
import { LoadFailed } from '../../ui/load-failed'
import { LoadingBar } from '../../ui/loading-bar'
import { Screen, ScreenTitle } from '../../ui/screen'
import { chosenOf } from '../list-screen'
import { useActiveProfile } from '../profiles'
import { useSettings } from '../settings'
import { ExportButton } from './export-button'
import { FollowedSaves } from './followed-saves'
import { ImportButton } from './import/import-button'
import { type StockView, viewOf } from './matching-rows'
import { stockOptions } from './queries'
import { RulesButton } from './rules-button'
import { SaveDialog } from './save-dialog'
import { type StockDesk, stockDeskOf, useDesk } from './stock-desk'
import { StockFilters } from './stock-filters'
import { StockFooter } from './stock-footer'
import { StockTools } from './stock-tools'
import { useStockColumns } from './use-stock-columns'
import { useStockEditing } from './use-stock-editing'
import { useStockList } from './use-stock-list'

/** Stock of the profile that this window works with. */
export function StockScreen() {
  const { profile } = useActiveProfile()
  return <StockList key={profile.id} profile={profile} desk={stockDeskOf(profile)} />
}

const rowKey = ({ id }: StockRow) => id
const none: never[] = []

interface StockListProps {
  readonly profile: ReturnType<typeof useActiveProfile>['profile']
  readonly desk: StockDesk
}

function StockList({ profile, desk }: StockListProps) {
  const { t } = useTranslation('stock')
  const client = useQueryClient()
  const grid = useRef<DataGridHandle>(null)
  const { state, update } = useGridState(profile.id, 'stock')
  const { settings, update: updateSettings } = useSettings()
  const [search, setSearch] = useState('')
  const [isSaving, setSaving] = useState(false)
  const isReadOnly = profile.readOnly
  const view = viewOf(state?.filters?.view)
  const sort = state?.sort
  // Letters come first: with tens of thousands of rows the list may be a moment behind them.
  const searched = useDeferredValue(search)
  const list = useStockList({ profile: profile.id, desk, view, search: searched, sort })
  const { query, all, rows, names, rules } = list
  const columns = useStockColumns({ profile: profile.id, desk, names, isReadOnly })
  const changes = useDesk(desk, ({ history }) => history.edits.size)
  const selection = state?.selection ?? none
  const chosen = useMemo(() => chosenOf(rows, rowKey, selection), [rows, selection])
  const refresh = useCallback(
    () => void client.invalidateQueries({ queryKey: stockOptions(profile.id).queryKey }),
    [client, profile.id],
  )
  const editing = useStockEditing({ desk, isReadOnly, limit: rules.limit, selected: chosen.rows })
  const openSave = () => {
    // What is still being typed counts as typed.
    grid.current?.finishTyping()
    if (!isReadOnly && desk.view().history.edits.size > 0) setSaving(true)
  }
  // A button that has nothing more to do lets go of the keyboard, and in the list it takes steps back.
  const toList = () => grid.current?.moveFocus(0)
  useShortcut('nextRow', () => grid.current?.moveFocus(1))
  useShortcut('previousRow', () => grid.current?.moveFocus(-1))
  useShortcut('reload', refresh)
  useShortcut('saveChanges', openSave, { enabled: !isReadOnly, label: t('footer.save') })

  const failed = <LoadFailed error={query.error} onRetry={() => void query.refetch()} />
  let instead: ReactNode
  if (query.isPending) instead = <GridSkeleton density={settings.density} />
  else if (query.isError && !all) instead = failed
  else if (rows?.length === 0) {
    instead = <NothingShown isEmpty={all?.length === 0} onShowAll={() => showAll()} />
  }
  const showAll = () => {
    setSearch('')
    update({ filters: { view: 'all' satisfies StockView } })
  }
  const select = (keys: string[]) => update({ selection: keys })

  return (
    <Screen
      header={
        <>
          <ScreenTitle>{t('title')}</ScreenTitle>
          <StockFilters
            search={search}
            onSearch={setSearch}
            view={view}
            onView={(next) => update({ filters: { view: next } })}
          />
        </>
      }
      tools={
        <>
          <RulesButton profile={profile.id} />
          <StockTools desk={desk} isReadOnly={isReadOnly} onLast={toList} />
          {isReadOnly ? null : (
            <ImportButton
              into={{ profile: profile.id, rows: all ?? none, names, desk, limit: rules.limit }}
              disabled={!all}
            />
          )}
          <ExportButton
            shown={{
              ...{ profile: profile.id, reading: list.reading, all: all ?? none, rows: rows ?? none },
              ...{ columns, layout: state?.columns ?? none, changes },
            }}
          />
          <DensityToggle density={settings.density} onChange={(next) => updateSettings({ density: next })} />
          <ColumnChooser
            columns={columns}
            layout={state?.columns ?? none}
            onLayoutChange={(next) => update({ columns: next })}
          />
        </>
      }
    >
      <LoadingBar active={query.isFetching && !query.isPending} />
      {query.isRefetchError ? failed : null}
      <FollowedSaves profile={profile.id} desk={desk} onSettled={refresh} />
      <DataGrid
        ref={grid}
        label={t('title')}
        rows={rows}
        columns={columns}
        rowKey={rowKey}
        density={settings.density}
        layout={state?.columns ?? none}
        onLayoutChange={(next) => update({ columns: next })}
        sort={sort}
        onSortChange={(next) => update({ sort: next })}
        selection={selection}
        onSelectionChange={select}
        editing={editing}
        instead={instead}
      />
      <StockFooter
        desk={desk}
        shown={rows?.length ?? 0}
        total={all?.length}
        count={<SelectionCount {...chosen} onClear={() => select([])} />}
        isReadOnly={isReadOnly}
        onDiscard={() => {
          desk.discard()
          toList()
        }}
        onSave={openSave}
      />
      {isSaving ? (
        <SaveDialog
          profile={profile.id}
          desk={desk}
          names={names}
          limit={rules.limit}
          onClose={() => setSaving(false)}
        />
      ) : null}
    </Screen>
  )
}

function NothingShown({ isEmpty, onShowAll }: { isEmpty: boolean; onShowAll: () => void }) {
  const { t } = useTranslation('stock')
  if (isEmpty) return <EmptyState title={t('empty.none')}>{t('empty.noneReason')}</EmptyState>
  return (
    <EmptyState title={t('empty.notFound')} action={{ label: t('empty.showAll'), run: onShowAll }}>
      {t('empty.notFoundReason')}
    </EmptyState>
  )
}
