import type { GridState } from '@shared/features/grid-state'
import { defaultOrderSort, type OrderSort, planSearch, type SearchKind } from '@shared/features/orders'
import type { ProfileId } from '@shared/kernel/ids'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { Temporal } from 'temporal-polyfill'
import { useGridState } from '../../grid/use-grid-state'
import { type FilterValues, keepFilters, readFilters, requestFilters } from './filters/filter-values'
import { type OrdersQuestion, ordersKey } from './queries'

/**
 * What of the view lasts as long as the window: what was typed is personal data and never written to disk, and a
 * filter by a person's e-mail address neither.
 */
interface Session {
  readonly typed: string
  /** The person's own word on what was typed. */
  readonly chosen?: SearchKind | undefined
  readonly createdBy?: string | undefined
}

const emptySession: Session = { typed: '' }

function useSession(profile: ProfileId) {
  const client = useQueryClient()
  const key = useMemo(() => [...ordersKey(profile), 'session'] as const, [profile])
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => client.getQueryData<Session>(key) ?? emptySession,
    initialData: emptySession,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
  const update = useCallback(
    (change: Partial<Session>) =>
      client.setQueryData<Session>(key, (session = emptySession) => ({ ...session, ...change })),
    [client, key],
  )
  return { session: data, update }
}

/** How the orders list is looked at: filters, sort, search and arrangement, and the question that makes of them. */
export function useOrdersView(profile: ProfileId, { inferred }: { inferred: boolean }) {
  const { state, update: keep } = useGridState(profile, 'orders')
  const { session, update: setSession } = useSession(profile)
  // Presets mean other days once the day changes.
  const date = Temporal.Now.plainDateISO().toString()
  const today = useMemo(
    () => Temporal.PlainDate.from(date).toZonedDateTime(Temporal.Now.timeZoneId()),
    [date],
  )

  const filters = useMemo<FilterValues>(
    () => ({ ...readFilters(state?.filters), createdBy: session.createdBy }),
    [state?.filters, session.createdBy],
  )
  const sort = useMemo<OrderSort>(
    () => (state?.sort ? { by: 'created', direction: state.sort.direction } : defaultOrderSort),
    [state?.sort],
  )
  const plan = useMemo(() => planSearch(session.typed, session.chosen), [session.typed, session.chosen])
  const question = useMemo<OrdersQuestion>(
    () => ({
      filters: requestFilters(filters, { today, inferred }),
      sort,
      search: plan && { text: plan.text, ask: plan.ask },
    }),
    [filters, sort, plan, inferred, today],
  )

  const setFilters = useCallback(
    (values: FilterValues) => {
      keep({ filters: keepFilters(values) })
      setSession({ createdBy: values.createdBy })
    },
    [keep, setSession],
  )
  const search = useCallback(
    (typed: string, chosen?: SearchKind) => setSession({ typed, chosen }),
    [setSession],
  )
  return {
    ready: state !== undefined,
    state: state ?? emptyState,
    keep,
    filters,
    setFilters,
    sort,
    plan,
    session,
    search,
    question,
  }
}

const emptyState: GridState = {}
