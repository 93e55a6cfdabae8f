import type { ProfileId } from '@shared/kernel/ids'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onEvent } from '../../../lib/events'
import { useWindowTitle } from '../../../lib/window-title'
import { LoadingBar } from '../../../ui/loading-bar'
import { useActiveProfile } from '../../profiles'
import { orderQueries } from '../order-queries'
import classes from './order-page.module.css'
import { OrderSkeleton, OrderUnavailable } from './order-states'
import { OrderView } from './order-view'

interface OrderPageProps {
  readonly reference: string
}

/** One order: read anew when it opens, and whenever an operation on it moves. Until then the local copy is shown. */
export function OrderPage({ reference }: OrderPageProps) {
  const { profile } = useActiveProfile()
  if (!profile) return null
  return (
    <ProfileOrder
      key={`${profile.id} ${reference}`}
      profile={profile.id}
      mayChange={profile.access === 'full'}
      reference={reference}
    />
  )
}

interface ProfileOrderProps extends OrderPageProps {
  readonly profile: ProfileId
  /** False where the profile can only read. */
  readonly mayChange: boolean
}

function ProfileOrder({ profile, mayChange, reference }: ProfileOrderProps) {
  const query = useQuery(orderQueries.detail(profile, reference))
  const { data: held } = useQuery({
    ...orderQueries.copy(profile, reference),
    enabled: query.data === undefined,
  })
  const answer = query.data ?? held?.copy
  useRereadAfterOperations(profile, reference)
  useWindowTitle(reference)
  return (
    <article className={classes.page}>
      <LoadingBar active={query.isFetching} />
      {answer ? (
        <OrderView
          profile={profile}
          mayChange={mayChange}
          reference={reference}
          answer={answer}
          error={query.error}
          onRefresh={() => query.refetch()}
        />
      ) : query.error ? (
        <OrderUnavailable reference={reference} error={query.error} onRetry={() => query.refetch()} />
      ) : (
        <OrderSkeleton reference={reference} />
      )}
    </article>
  )
}

/** The journal says which orders its entries are about; what is kept of this one is then out of date. */
function useRereadAfterOperations(profile: ProfileId, reference: string): void {
  const client = useQueryClient()
  useEffect(
    () =>
      onEvent('journal.changed', ({ orderReferences }) => {
        if (!orderReferences.includes(reference)) return
        void client.invalidateQueries({ queryKey: orderQueries.detail(profile, reference).queryKey })
      }),
    [client, profile, reference],
  )
}
