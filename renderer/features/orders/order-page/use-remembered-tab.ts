import { useState } from 'react'

/** In the order of the page. */
export const orderTabs = ['overview', 'bookings', 'payments', 'contacts', 'history', 'raw'] as const
export type OrderTab = (typeof orderTabs)[number]

export const isOrderTab = (value: unknown): value is OrderTab => orderTabs.some((tab) => tab === value)

/** A session storage belongs to one window and ends with it. */
const place = 'order-tab'

/** The tab in sight, remembered for this window from one order to the next. */
export function useRememberedTab(): readonly [OrderTab, (tab: OrderTab) => void] {
  const [tab, setTab] = useState(() => {
    const kept = sessionStorage.getItem(place)
    return isOrderTab(kept) ? kept : 'overview'
  })
  const remember = (next: OrderTab) => {
    sessionStorage.setItem(place, next)
    setTab(next)
  }
  return [tab, remember]
}
