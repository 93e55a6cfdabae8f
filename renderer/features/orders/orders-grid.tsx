import type { OrderRow } from '@shared/features/orders'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridColumn } from '../../grid/column'
import type { ColumnLayout } from '../../grid/column-layout'
import { DataGrid } from '../../grid/data-grid'
import type { Density } from '../../grid/density'
import { LongGrid } from '../../grid/long/long-grid'
import { useSelected } from './mirror/use-selected'
import type { OrdersListProps } from './orders-list-props'
import { useListPlaceKeeper } from './orders-session'
import { useOrderMenu } from './use-order-menu'

interface OrdersGridProps extends OrdersListProps {
  readonly columns: readonly GridColumn<OrderRow>[]
  readonly layout: readonly ColumnLayout[]
  readonly density: Density
  readonly instead: ReactNode
}

const referenceOf = ({ reference }: OrderRow) => reference
const noKeys: readonly string[] = []

/** The rows, as they are read: page after page from the API, or anywhere in the local copy. */
export function OrdersGrid(props: OrdersGridProps) {
  const { view, list, grid, columns, layout, density, instead, onOpen, onBegin, openReference } = props
  const { t } = useTranslation('orders')
  const { keep, selection, select } = view
  const { by, direction } = list.origin === 'mirror' ? view.mirrorQuery.sort : view.sort
  const sort = useMemo(() => ({ columnId: by, direction }), [by, direction])
  const onMenu = useOrderMenu({ grid, onOpen, onBegin, list, selection })
  const shared = {
    ref: grid,
    label: t('title'),
    columns,
    rowKey: referenceOf,
    density,
    layout,
    onLayoutChange: (next: ColumnLayout[]) => keep({ columns: next }),
    sort,
    onSortChange: (next: typeof sort | { columnId: string; direction: 'asc' | 'desc' }) =>
      keep({ sort: next }),
    currentKey: openReference,
    onOpen,
    onMenu,
    instead,
  }
  const place = useListPlaceKeeper(props.profile)
  const { inList } = useSelected(props.profile, list.origin === 'mirror' ? list : undefined, selection)
  if (list.origin === 'mirror') {
    return (
      <LongGrid
        {...shared}
        source={list.source}
        early={list.early}
        selection={selection}
        selectedInList={inList}
        onSelectionChange={select}
        place={place}
      />
    )
  }
  return (
    <DataGrid
      {...shared}
      rows={list.rows}
      selection={selection.kind === 'some' ? selection.keys : noKeys}
      onSelectionChange={(keys) => select({ kind: 'some', keys })}
      onNearEnd={list.loadMore}
    />
  )
}
