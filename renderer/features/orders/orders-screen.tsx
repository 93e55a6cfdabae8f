import { useEffect } from 'react'
import { lazyCode } from '../../lib/lazy-code'
import { LazyView } from '../../ui/lazy-view'
import { useActiveProfile } from '../profiles'
import { OrdersWorkspace } from './orders-workspace'

const orderPage = lazyCode(() => import('./order-page').then(({ OrderPage }) => OrderPage))

/** The Orders screen, in the profile that this window works with. */
export function OrdersScreen() {
  const { profile } = useActiveProfile()
  // The list comes first; the page of an order is there by the time that one is opened.
  useEffect(() => {
    const waiting = requestIdleCallback(() => void orderPage.load().catch(() => {}))
    return () => cancelIdleCallback(waiting)
  }, [])
  return (
    <OrdersWorkspace
      key={profile.id}
      profile={profile.id}
      inferred={profile.environment === 'built-in-sandbox'}
      renderOrder={(reference) => <LazyView code={orderPage} props={{ reference }} />}
    />
  )
}
