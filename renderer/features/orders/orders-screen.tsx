import { lazy, Suspense, useEffect } from 'react'
import { useActiveProfile } from '../profiles'
import { OrdersWorkspace } from './orders-workspace'

const loadOrderPage = () => import('./order-page')
const OrderPage = lazy(() => loadOrderPage().then((page) => ({ default: page.OrderPage })))

/** The Orders screen, in the profile that this window works with. */
export function OrdersScreen() {
  const { profile } = useActiveProfile()
  // The list comes first; the page of an order is there by the time that one is opened.
  useEffect(() => {
    const waiting = requestIdleCallback(() => void loadOrderPage())
    return () => cancelIdleCallback(waiting)
  }, [])
  return (
    <OrdersWorkspace
      key={profile.id}
      profile={profile.id}
      inferred={profile.environment === 'built-in-sandbox'}
      renderOrder={(reference) => (
        <Suspense>
          <OrderPage reference={reference} />
        </Suspense>
      )}
    />
  )
}
