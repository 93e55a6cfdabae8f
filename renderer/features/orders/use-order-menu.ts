import { type ListedKind, maxLines } from '@shared/features/batches'
import { type OrderRow, statusMeaning } from '@shared/features/orders'
import type { RowMenuItem } from '@shared/features/windows'
import type { ProfileId } from '@shared/kernel/ids'
import type { RefObject } from 'react'
import type { DataGridHandle } from '../../grid/data-grid-handle'
import type { MenuPlace } from '../../grid/grid-shell'
import { isSelectedIn, type RowSelection } from '../../grid/long/row-selection'
import { ipc } from '../../lib/ipc'
import { toastError } from '../../ui/toasts'
import { batchKindsFor, useBeginPlan } from '../batches'
import { orderPath } from '../order-words'
import { useActiveProfile } from '../profiles'
import { selectedReferences } from './mirror/selected-references'
import { useSelected } from './mirror/use-selected'
import { mayBegin, type OrderAct } from './order-page/may-begin'
import type { OrdersList } from './use-orders-list'

interface OrderMenuOptions {
  readonly grid: RefObject<DataGridHandle | null>
  /** Absent where orders cannot be opened. */
  readonly onOpen: ((row: OrderRow, how: 'enter' | 'doubleClick') => void) | undefined
  readonly onBegin: ((row: OrderRow, act: OrderAct) => void) | undefined
  readonly list: OrdersList
  readonly selection: RowSelection
}

/**
 * Shows the menu of an order in the list, and does what is chosen in it. On one of several selected orders it is about all
 * of them.
 */
export function useOrderMenu({ grid, onOpen, onBegin, list, selection }: OrderMenuOptions) {
  const { profile } = useActiveProfile()
  const { beginPlan } = useBeginPlan(profile.id, { onError: toastError })
  const { count } = useSelected(profile.id, list.origin === 'mirror' ? list : undefined, selection)
  const readSelection = async () => {
    if (list.origin === 'mirror') return selectedReferences(list, selection)
    return selection.keys
  }
  const batch = (kind: ListedKind) => () =>
    beginPlan(kind, async () => (await readSelection()).map((order) => ({ order })))

  return async ({ row, value, x, y }: MenuPlace<OrderRow>) => {
    const copy = (text: string) => void navigator.clipboard.writeText(text).catch(toastError)
    const acts: Readonly<Record<RowMenuItem, () => void>> = {
      open: () => onOpen?.(row, 'enter'),
      openInNewWindow: () => {
        ipc.windows.openWindow({ route: orderPath(row.reference) }).catch(toastError)
      },
      amend: () => onBegin?.(row, 'amend'),
      cancel: () => onBegin?.(row, 'cancel'),
      refund: () => onBegin?.(row, 'refund'),
      'selected-cancel': batch('cancel'),
      'selected-refund': batch('refund'),
      'selected-amend': batch('amend'),
      'selected-payment-email': batch('payment-email'),
      'selected-vouchers': batch('vouchers'),
      copyCell: () => copy(value ?? ''),
      copyReference: () => copy(row.reference),
      copyRows: () => grid.current?.copy(),
    }
    const offers = async () => {
      if (count > 1 && isSelectedIn(selection)(row.reference)) {
        const enabled = count <= maxLines
        return batchKindsFor(profile).map((kind) => ({ item: `selected-${kind}` as const, enabled }))
      }
      if (profile.access !== 'full' || !onBegin) return []
      const may = await whatMayBegin(profile.id, row)
      return (['amend', 'cancel', 'refund'] as const).map((item) => ({ item, enabled: may[item] }))
    }
    try {
      const groups = [
        [
          { item: 'open' as const, enabled: onOpen !== undefined },
          { item: 'openInNewWindow' as const, enabled: true },
        ],
        await offers(),
        [
          { item: 'copyCell' as const, enabled: value !== undefined && value !== '' },
          { item: 'copyReference' as const, enabled: true },
          { item: 'copyRows' as const, enabled: count > 0 },
        ],
      ]
      const { chosen } = await ipc.windows.showRowMenu({
        groups: groups.filter((group) => group.length > 0),
        x,
        y,
      })
      if (chosen) acts[chosen]()
    } catch (error) {
      toastError(error)
    }
  }
}

/** By the local copy, as its page would. Where none is held the page tells what there is to do. */
async function whatMayBegin(profile: ProfileId, row: OrderRow): Promise<Readonly<Record<OrderAct, boolean>>> {
  const { copy } = await ipc.mirror.readCopy({ profile, order: row.reference })
  if (copy) return mayBegin(copy.order)
  const stands = statusMeaning(row.status) !== 'cancelled'
  return { amend: stands, cancel: stands, refund: true }
}
