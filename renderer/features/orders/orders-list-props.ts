import type { MirrorState } from '@shared/features/mirror'
import type { OrderRow } from '@shared/features/orders'
import type { ProfileId } from '@shared/kernel/ids'
import type { RefObject } from 'react'
import type { DataGridHandle } from '../../grid/data-grid-handle'
import type { OrderAct } from './order-page/may-begin'
import type { OrdersList } from './use-orders-list'
import type { useOrdersView } from './use-orders-view'

/** What the list and its grid are told. */
export interface OrdersListProps {
  readonly profile: ProfileId
  readonly inferred: boolean
  readonly view: ReturnType<typeof useOrdersView>
  readonly list: OrdersList
  /** How the local copy stands, as soon as that is known. */
  readonly mirror: MirrorState | undefined
  readonly onOpen: ((row: OrderRow, how: 'enter' | 'doubleClick') => void) | undefined
  /** Opens an order and begins something with it. */
  readonly onBegin: ((row: OrderRow, act: OrderAct) => void) | undefined
  readonly grid: RefObject<DataGridHandle | null>
  /** The order that is open beside the list. */
  readonly openReference: string | undefined
}
