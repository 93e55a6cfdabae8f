import type { OrderRow } from '@shared/features/orders'
import type { ProfileId } from '@shared/kernel/ids'
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Group, type Layout, type LayoutChangedMeta, Panel, Separator } from 'react-resizable-panels'
import type { DataGridHandle } from '../../grid/data-grid-handle'
import { useShortcut } from '../../lib/shortcuts'
import { type OrderNavigation, OrderNavigationContext } from './order-navigation'
import type { OrderAct } from './order-page/may-begin'
import { OrdersListView } from './orders-list'
import classes from './orders-workspace.module.css'
import { useListPlace } from './use-list-place'
import { useOpenOrder } from './use-open-order'
import { type OrdersList, useOrdersList } from './use-orders-list'
import { useOrdersView } from './use-orders-view'
import { useRowUpdates } from './use-row-updates'

interface OrdersWorkspaceProps {
  readonly profile: ProfileId
  /** Whether filters whose names are guesses may be offered. */
  readonly inferred: boolean
  /** The page of an order; without one, orders cannot be opened. */
  readonly renderOrder?: ((reference: string) => ReactNode) | undefined
}

/** Share of the width that an order takes beside the list at first, in percent. */
const besideSize = 48

/**
 * The list of orders and the one that is open: beside it, or over it. The list stays where it is, so that going back
 * is instant and lands on the row one came from.
 */
export function OrdersWorkspace({ profile, inferred, renderOrder }: OrdersWorkspaceProps) {
  const { t } = useTranslation('orders')
  const view = useOrdersView(profile, { inferred })
  const { list, mirror } = useOrdersList(profile, view)
  const grid = useRef<DataGridHandle>(null)
  useRowUpdates(profile, list.origin === 'api' ? list.rows : undefined)
  const { reference, layout, open, close } = useOpenOrder()
  const isFull = reference !== undefined && renderOrder !== undefined && layout === 'full'
  const [begun, setBegun] = useState<{ readonly order: string; readonly act: OrderAct }>()
  const act = begun?.order === reference ? begun?.act : undefined
  const begin = useMemo(() => act && { act, taken: () => setBegun(undefined) }, [act])
  const navigation = useNavigation(profile, { list, grid, reference, layout, open, close, begin })

  // The first Enter opens beside the list, the second one and a double click in its place.
  const onOpen = useCallback(
    (row: OrderRow, how: 'enter' | 'doubleClick') => {
      const expand = how === 'doubleClick' || (row.reference === reference && layout === 'beside')
      open(row.reference, expand ? 'full' : 'beside')
    },
    [open, reference, layout],
  )
  const onBegin = (row: OrderRow, chosen: OrderAct) => {
    setBegun({ order: row.reference, act: chosen })
    open(row.reference, 'beside')
  }
  useShortcut('nextOrder', () => navigation.next?.(), { enabled: navigation.next !== undefined })
  useShortcut('previousOrder', () => navigation.previous?.(), { enabled: navigation.previous !== undefined })
  useShortcut('closeOrder', navigation.close, { enabled: reference !== undefined })

  const keepSize = ({ beside }: Layout, { isUserInteraction }: LayoutChangedMeta) => {
    if (isUserInteraction && beside !== undefined) view.keep({ besideSize: beside })
  }
  const order =
    reference === undefined || !renderOrder ? null : (
      <OrderNavigationContext value={navigation}>
        <section
          key={reference}
          // A full order covers the list and takes the keyboard; beside it, the keyboard stays with the rows.
          ref={isFull ? takeKeyboard : undefined}
          tabIndex={-1}
          className={classes.order}
          aria-label={t('beside.label', { reference })}
        >
          {renderOrder(reference)}
        </section>
      </OrderNavigationContext>
    )
  return (
    <div className={classes.workspace}>
      <Group className={classes.split} onLayoutChanged={keepSize} inert={isFull}>
        <Panel id="list" minSize="320px">
          <OrdersListView
            profile={profile}
            view={view}
            list={list}
            mirror={mirror}
            inferred={inferred}
            onOpen={renderOrder && onOpen}
            onBegin={renderOrder && onBegin}
            grid={grid}
            openReference={reference}
          />
        </Panel>
        {order && !isFull ? (
          <>
            <Separator className={classes.separator} aria-label={t('beside.resize')} />
            <Panel id="beside" minSize="360px" defaultSize={`${view.state.besideSize ?? besideSize}%`}>
              {order}
            </Panel>
          </>
        ) : null}
      </Group>
      {order && isFull ? <div className={classes.full}>{order}</div> : null}
    </div>
  )
}

/** Unless something inside has it already. */
function takeKeyboard(element: HTMLElement | null): void {
  if (element && !element.contains(document.activeElement)) element.focus()
}

interface NavigationSource extends ReturnType<typeof useOpenOrder> {
  readonly list: OrdersList
  readonly grid: { readonly current: DataGridHandle | null }
  readonly begin: OrderNavigation['begin']
}

/** Moving through the list from an open order; near the loaded end of one that comes in pages the next page is read. */
function useNavigation(
  profile: ProfileId,
  { list, grid, reference, layout, open, close, begin }: NavigationSource,
): OrderNavigation {
  const { position, next, previous, count } = useListPlace(profile, list, reference)
  return useMemo(() => {
    const go = (target: string | undefined, to: number) =>
      target === undefined
        ? undefined
        : () => {
            if (list.origin === 'api' && list.rows && to >= list.rows.length - 1) list.loadMore()
            open(target, layout, { replace: true })
          }
    return {
      layout,
      position,
      count,
      next: go(next, (position ?? 0) + 1),
      previous: go(previous, (position ?? 0) - 1),
      close: () => {
        close()
        // The list takes the keyboard back once it is no longer covered.
        if (reference !== undefined) requestAnimationFrame(() => grid.current?.focusRow(reference))
      },
      expand:
        reference !== undefined && layout === 'beside'
          ? () => open(reference, 'full', { replace: true })
          : undefined,
      begin,
    }
  }, [list, position, next, previous, count, grid, reference, layout, open, close, begin])
}
