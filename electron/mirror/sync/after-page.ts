import type { Taken } from '../../store/mirror/protocol'
import { floorToSecond, type Span, second, splitSpan } from './span'

export interface PageEnd {
  /** What of the span is still to be read, newest first. */
  readonly rest: readonly Span[]
  /** So many orders were made in this second that the API does not give them all; the rest cannot be read. */
  readonly outOfReach?: { readonly second: number; readonly orders: number }
}

/**
 * What is still to be read of a span once a page of it is kept.
 *
 * The list is sorted by creation, newest first. The next page is not asked for by its number: the span is cut off behind
 * the oldest order of the page, and begins anew. So nothing is missed when the list changes meanwhile:
 * - Orders that enter it, or leave it, above the cut do not move what is below.
 * - What enters below is still to be read.
 * - What enters above, or changes after it was read, was changed after the walk began, and the next question for changes
 *   reaches back to before that (electron/mirror/sync/increment.ts).
 * - The page size may be another one each time (rules.md #35).
 * - No question goes deep into a list, where the API has a limit (rules.md #36).
 *
 * The cut goes a second above the oldest order, as several can be made in one second and only whole seconds can be
 * asked for: they come twice rather than not at all. A page full of orders of one second cannot be cut; only then the next
 * question is for a position, by the number of orders that came, never by the number that was asked for.
 */
export function afterPage(span: Span, taken: Taken, lastPosition: number): PageEnd {
  const { items, created, paging } = taken
  const read = span.at - 1 + items
  const total = paging.totalItems !== undefined && paging.totalItems >= items ? paging.totalItems : undefined
  const isLast = total === undefined ? items < (paging.itemsPerPage ?? 1) : read >= total
  if (items === 0 || isLast) return { rest: [] }

  const left = total === undefined ? {} : { left: total - read }
  const oldest = created && floorToSecond(created.first)
  if (oldest !== undefined && oldest + second < span.to)
    return { rest: cut(span, oldest + second, lastPosition, left) }
  if (read < lastPosition) return { rest: [{ ...span, at: read + 1, ...left }] }
  return {
    // Once to what may still be that same second, then past it, whatever the API takes an end for.
    rest: cut(span, Math.min(oldest ?? span.to, span.to - second), lastPosition, left),
    outOfReach: { second: oldest ?? span.to, orders: left.left ?? 0 },
  }
}

/** The older part of a span, split if its end would lie beyond the last position that the API answers for. */
function cut({ from }: Span, to: number, lastPosition: number, { left }: { left?: number }): Span[] {
  if (to <= from) return []
  const rest = { from, to, at: 1 }
  if (left === undefined) return [rest]
  return left > lastPosition ? splitSpan(rest, left, lastPosition) : [{ ...rest, left }]
}
