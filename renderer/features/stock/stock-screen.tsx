import type { StockRow } from '@shared/features/stock'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ColumnChooser } from '../../grid/column-chooser'
import { DataGrid } from '../../grid/data-grid'
import type { DataGridHandle } from '../../grid/data-grid-handle'
import { DensityToggle } from '../../grid/density-toggle'
import { GridSkeleton } from '../../grid/grid-skeleton'
import { SelectionCount } from '../../grid/selection-count'
import { useGridState } from '../../grid/use-grid-state'
import { useFormat } from '../../lib/format'
import { useShortcut } from '../../lib/shortcuts'
import { EmptyState } from '../../ui/empty-state'
import { LoadFailed } from '../../ui/load-failed'
import { LoadingBar } from '../../ui/loading-bar'
import { Screen, ScreenTitle } from '../../ui/screen'
import { chosenOf } from '../list-screen'
import { useActiveProfile } from '../profiles'
import { useSettings } from '../settings'
import { matchingRows, type StockView, viewOf } from './matching-rows'
import { stockOptions } from './queries'
import { RulesButton } from './rules-button'
import { SaveDialog } from './save-dialog'
import { sortedRows } from './sorted-rows'
import { type StockDesk, stockDeskOf, useDesk } from './stock-desk'
import { StockFilters } from './stock-filters'
import { StockFooter } from './stock-footer'
import { StockTools } from './stock-tools'
import { useSaveResults } from './use-save-results'
import { useStockColumns } from './use-stock-columns'
import { useStockEditing } from './use-stock-editing'
import { useStockRules } from './use-stock-rules'

/** Stock of the profile that this window works with. */
export function StockScreen() {
  const { profile } = useActiveProfile()
  return <StockList key={profile.id} profile={profile} desk={stockDeskOf(profile.id)} />
}

const rowKey = ({ id }: StockRow) => id
const none: never[] = []

interface StockListProps {
  readonly profile: ReturnType<typeof useActiveProfile>['profile']
  readonly desk: StockDesk
}

function StockList({ profile, desk }: StockListProps) {
  const { t } = useTranslation('stock')
  const { locale } = useFormat()
  const client = useQueryClient()
  const grid = useRef<DataGridHandle>(null)
  const { state, update } = useGridState(profile.id, 'stock')
  const { settings, update: updateSettings } = useSettings()
  const [search, setSearch] = useState('')
  const [isSaving, setSaving] = useState(false)
  const isReadOnly = profile.readOnly
  const columns = useStockColumns({ profile: profile.id, desk, isReadOnly })
  const { rules } = useStockRules(profile.id)
  const query = useQuery(stockOptions(profile.id))
  const all = query.data?.rows
  const view = viewOf(state?.filters?.view)
  const edits = useDesk(desk, ({ history }) => (view === 'changed' ? history.edits : undefined))
  const sort = state?.sort
  const rows = useMemo(
    () => all && sortedRows(matchingRows(all, { view, search, edits, rules }), sort, locale),
    [all, view, search, edits, rules, sort, locale],
  )
  const selection = state?.selection ?? none
  const chosen = useMemo(() => chosenOf(rows, rowKey, selection), [rows, selection])
  const refresh = useCallback(
    () => void client.invalidateQueries({ queryKey: stockOptions(profile.id).queryKey }),
    [client, profile.id],
  )
  useSaveResults(profile.id, desk, refresh)
  const editing = useStockEditing({ desk, isReadOnly, limit: rules.limit, selected: chosen.rows })
  const openSave = () => {
    if (!isReadOnly && desk.view().history.edits.size > 0) setSaving(true)
  }
  useShortcut('nextRow', () => grid.current?.moveFocus(1))
  useShortcut('previousRow', () => grid.current?.moveFocus(-1))
  useShortcut('reload', refresh)
  useShortcut('submitForm', openSave, { enabled: !isReadOnly, label: t('footer.save') })

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
          <StockTools desk={desk} isReadOnly={isReadOnly} />
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
        total={all?.length ?? 0}
        count={<SelectionCount {...chosen} onClear={() => select([])} />}
        isReadOnly={isReadOnly}
        onSave={openSave}
      />
      {isSaving ? (
        <SaveDialog profile={profile.id} desk={desk} limit={rules.limit} onClose={() => setSaving(false)} />
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
