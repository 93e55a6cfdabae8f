import type { MirrorQuery, Overview, OverviewQuestion } from '@shared/features/mirror'
import type { ProfileId } from '@shared/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { ipc } from '../../../lib/ipc'
import { useRenewal } from '../mirror/use-renewal'
import { ordersKey } from '../queries'

/** Milliseconds after a change until it is counted anew. */
const renewAfter = 4000
/** The same while a first fill brings orders all the time. */
const renewWhileFilling = 20_000

/** What the orders of a question come to, counted in the local copy. It stops as soon as another question is asked. */
export function useOverview(
  profile: ProfileId,
  { query: { text, filters }, isFilling }: { query: MirrorQuery; isFilling: boolean },
) {
  const question = useMemo<OverviewQuestion>(
    () => ({ ...(text === undefined ? {} : { text }), filters, zone: Temporal.Now.timeZoneId() }),
    [text, filters],
  )
  const [counted, setCounted] = useState(0)
  const query = useQuery({
    queryKey: [...ordersKey(profile), 'overview', question] as const,
    queryFn: async ({ signal }): Promise<Overview> => {
      for (;;) {
        const answer = await ipc.mirror.overviewMirror({ profile, question })
        signal.throwIfAborted()
        if (answer.state === 'done') return answer.overview
        setCounted(answer.counted)
      }
    },
    // What was asked before stays in sight until the answer is there; never that of another profile.
    placeholderData: (previous, last) => (last?.queryKey[1] === profile ? previous : undefined),
    retry: false,
    staleTime: renewAfter,
    gcTime: 60_000,
  })
  const { refetch } = query
  const renew = useCallback(() => void refetch({ cancelRefetch: false }), [refetch])
  useRenewal(profile, { renew, enabled: true, after: isFilling ? renewWhileFilling : renewAfter })
  return { ...query, counted, renew }
}
