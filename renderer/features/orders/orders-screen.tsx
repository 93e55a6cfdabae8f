import type { ReactNode } from 'react'
import { useActiveProfile } from '../profiles'
import { OrdersWorkspace } from './orders-workspace'

/** The Orders screen, in the profile that this window works with. */
export function OrdersScreen({ renderOrder }: { renderOrder?: (reference: string) => ReactNode }) {
  const { profile } = useActiveProfile()
  return (
    <OrdersWorkspace
      key={profile.id}
      profile={profile.id}
      inferred={profile.environment === 'built-in-sandbox'}
      renderOrder={renderOrder}
    />
  )
}
