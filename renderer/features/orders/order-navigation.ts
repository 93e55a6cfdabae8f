import { createContext, use } from 'react'
import type { OrderAct } from './order-page/may-begin'

/** How an order is open: beside the list or in its place. */
export type OrderLayout = 'beside' | 'full'

/** What the page of an order knows of the list it was opened from. */
export interface OrderNavigation {
  readonly layout: OrderLayout
  /** 1-based place of the order in the loaded list; `undefined` when it is not in it. */
  readonly position: number | undefined
  /** Orders in the list, as the API counts them; loaded ones where it does not. */
  readonly count: number
  /** Opens the next or previous order of the list; absent at its end, or when the order is not in the list. */
  readonly next: (() => void) | undefined
  readonly previous: (() => void) | undefined
  /** Back to the list, with the keyboard on the row of the order. */
  readonly close: () => void
  /** From beside the list to its place; absent when it is there. */
  readonly expand: (() => void) | undefined
  /** What was chosen in the list to be begun with this order; `taken` once it is. */
  readonly begin: { readonly act: OrderAct; readonly taken: () => void } | undefined
}

export const OrderNavigationContext = createContext<OrderNavigation | undefined>(undefined)

/** The list that the order page was opened from; `undefined` outside of one. */
export const useOrderNavigation = (): OrderNavigation | undefined => use(OrderNavigationContext)
