import type { Taken } from '../../store/mirror/protocol'
import { afterPage, type PageEnd } from './after-page'
import { type ClockLimits, reached } from './increment'
import type { SyncSettings } from './settings'
import type { Span } from './span'
import type { SyncState } from './sync-state'

/** A page that is kept. */
export interface PageRead {
  readonly taken: Taken
  /** What the server says of its time and of its newest change. */
  readonly date?: number | undefined
  readonly lastModified?: string | undefined
}

type Limits = Pick<SyncSettings, 'lastPosition' | 'overlapMs'> & ClockLimits
type Outcome = { readonly state: SyncState } & Pick<PageEnd, 'outOfReach'>

/** How far the sync is once a page of the first fill is kept. */
export function fillPageRead(state: SyncState, span: Span, { taken }: PageRead, limits: Limits): Outcome {
  const { fill, ...rest } = state
  if (!fill?.spans.includes(span)) return { state }
  const end = afterPage(span, taken, limits.lastPosition)
  const spans = replaced(fill.spans, span, end)
  return { ...reachOf(end), state: spans.length === 0 ? rest : { ...rest, fill: { ...fill, spans } } }
}

/** How far the sync is once a page of changes is kept. */
export function incrementPageRead(state: SyncState, span: Span, page: PageRead, limits: Limits): Outcome {
  const { increment, quiet: _, ...rest } = state
  if (!increment?.spans.includes(span)) return { state }
  const end = afterPage(span, page.taken, limits.lastPosition)
  const spans = replaced(increment.spans, span, end)
  const of = { date: page.date, modified: page.taken.modified }
  const { through: date, throughAt: heardAt } = increment.isBegun
    ? { through: increment.date, throughAt: increment.heardAt }
    : reached(state, of, limits)
  if (spans.length > 0) {
    const { ifModifiedSince: _condition, ...going } = increment
    return {
      ...reachOf(end),
      state: { ...rest, increment: { ...going, isBegun: true, date, heardAt, spans } },
    }
  }
  const quiet = increment.isBegun ? {} : quietAfter(increment.modifiedSince, span, page, limits)
  const through = date === undefined ? {} : { through: date, throughAt: heardAt }
  return { ...reachOf(end), state: { ...rest, ...through, ...quiet } }
}

/** Whether the question that had this one page for an answer may be asked again on condition; see increment.ts. */
function quietAfter(
  modifiedSince: number,
  span: Span,
  { date, lastModified }: PageRead,
  { overlapMs }: Limits,
): Pick<SyncState, 'quiet'> {
  const changed = Date.parse(lastModified ?? '')
  if (lastModified === undefined || date === undefined || !(date - changed >= overlapMs)) return {}
  return { quiet: { modifiedSince, span, lastModified } }
}

/** A span that is not among them was of a state that is gone; the callers leave the new one as it is. */
const replaced = (spans: readonly Span[], span: Span, { rest }: PageEnd): Span[] =>
  spans.flatMap((each) => (each === span ? rest : each))

const reachOf = ({ outOfReach }: PageEnd) => (outOfReach ? { outOfReach } : {})
