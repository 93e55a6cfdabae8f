import type { OrderRow } from '@shared/features/orders'
import type { RowMenuItem } from '@shared/features/windows'
import type { RefObject } from 'react'
import type { DataGridHandle } from '../../grid/data-grid-handle'
import type { MenuPlace } from '../../grid/grid-shell'
import { ipc } from '../../lib/ipc'
import { toastError } from '../../ui/toasts'
import { orderPath } from '../order-words'

interface OrderMenuOptions {
  readonly grid: RefObject<DataGridHandle | null>
  /** Absent where orders cannot be opened. */
  readonly onOpen: ((row: OrderRow, how: 'enter' | 'doubleClick') => void) | undefined
  readonly hasSelection: boolean
}

/** Shows the menu of an order in the list, and does what is chosen in it. */
export function useOrderMenu({ grid, onOpen, hasSelection }: OrderMenuOptions) {
  return ({ row, value, x, y }: MenuPlace<OrderRow>) => {
    const copy = (text: string) => void navigator.clipboard.writeText(text).catch(toastError)
    const acts: Readonly<Record<RowMenuItem, () => void>> = {
      open: () => onOpen?.(row, 'enter'),
      openInNewWindow: () => {
        ipc.windows.openWindow({ route: orderPath(row.reference) }).catch(toastError)
      },
      copyCell: () => copy(value ?? ''),
      copyReference: () => copy(row.reference),
      copyRows: () => grid.current?.copy(),
    }
    const groups = [
      [
        { item: 'open' as const, enabled: onOpen !== undefined },
        { item: 'openInNewWindow' as const, enabled: true },
      ],
      [
        { item: 'copyCell' as const, enabled: value !== undefined && value !== '' },
        { item: 'copyReference' as const, enabled: true },
        { item: 'copyRows' as const, enabled: hasSelection },
      ],
    ]
    ipc.windows
      .showRowMenu({ groups, x, y })
      .then(({ chosen }) => chosen && acts[chosen]())
      .catch(toastError)
  }
}
