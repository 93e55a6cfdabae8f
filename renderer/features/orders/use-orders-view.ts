import type { GridState } from '@shared/features/grid-state'
import type { MirrorQuery } from '@shared/features/mirror'
import { planSearch, type SearchKind } from '@shared/features/orders'
import type { ProfileId } from '@shared/kernel/ids'
import { useCallback, useMemo } from 'react'
import { Temporal } from 'temporal-polyfill'
import { type RowSelection, selectionFor } from '../../grid/long/row-selection'
import { useGridState } from '../../grid/use-grid-state'
import { type FilterValues, keepFilters, readFilters } from './filters/filter-values'
import { questionOf } from './mirror/use-mirror-list'
import { keptSort, makeMirrorQuery, makeQuestion } from './orders-question'
import { useOrdersSession } from './orders-session'
import type { OrderFace } from './overview/overview-face'
import type { OrdersQuestion } from './queries'
import { useReviews } from './use-reviews'
import { presentView } from './views/present-view'
import { useViewAfterStart } from './views/use-view-after-start'

/** How the orders list is looked at: filters, sort, search and arrangement, and the question that makes of them. */
export function useOrdersView(profile: ProfileId, { inferred }: { inferred: boolean }) {
  const { state, update: keep } = useGridState(profile, 'orders')
  const { session, update: setSession } = useOrdersSession(profile)
  useViewAfterStart(profile, state?.view)
  // Presets mean other days once the day changes.
  const date = Temporal.Now.plainDateISO().toString()

  const filters = useMemo<FilterValues>(
    () => ({ ...readFilters(state?.filters), createdBy: session.createdBy }),
    [state?.filters, session.createdBy],
  )
  const sort = useMemo(() => keptSort(state?.sort), [state?.sort])
  const plan = useMemo(() => planSearch(session.typed, session.chosen), [session.typed, session.chosen])
  const question = useMemo<OrdersQuestion>(
    () => makeQuestion({ filters, sort, plan }, { date, inferred }),
    [filters, sort, plan, date, inferred],
  )

  const reviews = useReviews(profile, filters.review !== undefined)
  /** What the local copy is asked for when this is searched for. */
  const mirrorQueryOf = useCallback(
    (typed: string): MirrorQuery => makeMirrorQuery({ filters, sort: state?.sort, typed }, date, reviews),
    [filters, state?.sort, date, reviews],
  )
  const mirrorQuery = useMemo(() => mirrorQueryOf(session.typed), [mirrorQueryOf, session.typed])
  const selection = useMemo<RowSelection>(() => {
    const { allBut } = session
    const isInForce = allBut !== undefined && selectionFor(allBut, questionOf(mirrorQuery)) === allBut
    return isInForce ? allBut : { kind: 'some', keys: state?.selection ?? [] }
  }, [session, mirrorQuery, state?.selection])
  const select = useCallback(
    (next: RowSelection) => {
      keep({ selection: next.kind === 'some' ? [...next.keys] : [] })
      setSession({ allBut: next.kind === 'all-but' ? next : undefined })
    },
    [keep, setSession],
  )

  const setFilters = useCallback(
    (values: FilterValues) => {
      keep({ filters: keepFilters(values) })
      setSession({ createdBy: values.createdBy })
    },
    [keep, setSession],
  )
  const search = useCallback(
    (typed: string, chosen?: SearchKind) =>
      setSession({ typed, chosen, ...(typed === '' ? { atServer: undefined } : {}) }),
    [setSession],
  )
  const searchAt = useCallback(
    (place: 'server' | 'copy') => setSession({ atServer: place === 'server' || undefined }),
    [setSession],
  )
  const showFace = useCallback((face: OrderFace) => setSession({ face }), [setSession])
  const present = useMemo(
    () => presentView({ typed: session.typed, filters, sort: state?.sort, columns: state?.columns }),
    [session.typed, filters, state?.sort, state?.columns],
  )
  return {
    ready: state !== undefined && (filters.review === undefined || reviews !== undefined),
    state: state ?? emptyState,
    present,
    keep,
    filters,
    setFilters,
    sort,
    plan,
    session,
    search,
    searchAt,
    face: session.face ?? 'list',
    showFace,
    question,
    mirrorQuery,
    mirrorQueryOf,
    selection,
    select,
  }
}

const emptyState: GridState = {}
