import type { SyncSettings } from './settings'
import { floorToSecond, type Span, second } from './span'

type Windows = Pick<SyncSettings, 'retentionMonths' | 'windowMonths'>

/** No order is made later than this: what is being made while windows are walked belongs to the newest one. */
export const openEnd = (now: number): number => floorToSecond(now) + 366 * 86_400_000

/** The creation from which on orders are held. */
export const heldFrom = (now: number, { retentionMonths }: Pick<Windows, 'retentionMonths'>): number =>
  monthsBefore(now, retentionMonths)

/**
 * The windows of a first fill, newest first.
 *
 * They go by the server's clock where that is known. The newest one has an open end, so that a clock that is late loses
 * nothing. Orders made before the first window cannot be told from the rest by asking: the API has no filter for what is
 * still unsettled, so an old order that is unsettled comes in when it changes (up to two years older, see `changesFrom`), or
 * when somebody opens it.
 */
export function planWindows(now: number, windows: Windows): Span[] {
  const from = heldFrom(now, windows)
  const planned: Span[] = []
  let to = openEnd(now)
  for (let months = windows.windowMonths; to > from; months += windows.windowMonths) {
    const bound = Math.max(from, monthsBefore(now, months))
    planned.push({ from: bound, to, at: 1 })
    if (bound === from) break
    to = bound + second
  }
  return planned
}

/** The same day of an earlier month, or the last one that it has. */
function monthsBefore(moment: number, months: number): number {
  const date = new Date(floorToSecond(moment))
  const day = date.getUTCDate()
  date.setUTCMonth(date.getUTCMonth() - months)
  // Beyond the month's last day a date goes on into the next month.
  if (date.getUTCDate() !== day) date.setUTCDate(0)
  return date.getTime()
}
