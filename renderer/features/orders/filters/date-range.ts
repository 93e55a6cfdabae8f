import { Temporal } from 'temporal-polyfill'

/** Days counted from today, whichever day today is: kept as such, so that tomorrow they mean other days. */
export const presets = [
  'today',
  'yesterday',
  'tomorrow',
  'last7Days',
  'last30Days',
  'next7Days',
  'next30Days',
  'thisMonth',
  'lastMonth',
  'nextMonth',
  'thisYear',
  'thisWeek',
  'sinceYesterday',
] as const
export type Preset = (typeof presets)[number]

/** Whole days of the desk: a preset, or first and last day as "2026-05-31", either may be open. */
export type DayRange =
  | { readonly preset: Preset }
  | { readonly from?: string | undefined; readonly to?: string | undefined }

/** Moments of a request, with the offset that the desk has on that day (rules.md #49). */
export interface MomentRange {
  readonly from?: string
  readonly to?: string
}

/** First and last day of a range, seen from `today`. */
export function daysOf(
  range: DayRange,
  today: Temporal.PlainDate,
): { from?: Temporal.PlainDate | undefined; to?: Temporal.PlainDate | undefined } {
  if (!('preset' in range)) return { from: day(range.from), to: day(range.to) }
  const plus = (days: number) => today.add({ days })
  const month = (months: number) => {
    const first = today.with({ day: 1 }).add({ months })
    return { from: first, to: first.add({ months: 1 }).subtract({ days: 1 }) }
  }
  switch (range.preset) {
    case 'today':
      return { from: today, to: today }
    case 'yesterday':
      return { from: plus(-1), to: plus(-1) }
    case 'tomorrow':
      return { from: plus(1), to: plus(1) }
    case 'last7Days':
      return { from: plus(-6), to: today }
    case 'last30Days':
      return { from: plus(-29), to: today }
    case 'next7Days':
      return { from: today, to: plus(6) }
    case 'next30Days':
      return { from: today, to: plus(29) }
    case 'thisMonth':
      return month(0)
    case 'lastMonth':
      return month(-1)
    case 'nextMonth':
      return month(1)
    case 'thisWeek': {
      // Weeks begin on Monday (ISO 8601).
      const monday = plus(1 - today.dayOfWeek)
      return { from: monday, to: monday.add({ days: 6 }) }
    }
    case 'sinceYesterday':
      return { from: plus(-1) }
    case 'thisYear':
      return { from: today.with({ month: 1, day: 1 }), to: today.with({ month: 12, day: 31 }) }
  }
}

/** First and last day of a range as text, seen from `today`. */
export function dayTextsOf(range: DayRange, today: Temporal.PlainDate): { from?: string; to?: string } {
  const { from, to } = daysOf(range, today)
  return { ...(from && { from: from.toString() }), ...(to && { to: to.toString() }) }
}

/**
 * The moments of a range on the desk's clock, from the first second of its first day to the last second of its last.
 * @param now with the desk's time zone
 */
export function momentsOf(range: DayRange, now: Temporal.ZonedDateTime): MomentRange {
  const { from, to } = daysOf(range, now.toPlainDate())
  const zone = now.timeZoneId
  const first = from?.toZonedDateTime({ timeZone: zone })
  const last = to?.add({ days: 1 }).toZonedDateTime({ timeZone: zone }).subtract({ seconds: 1 })
  return { ...(first && { from: requestMoment(first) }), ...(last && { to: requestMoment(last) }) }
}

const requestMoment = (moment: Temporal.ZonedDateTime) =>
  `${moment.toPlainDateTime().toString({ smallestUnit: 'second' })}${moment.offset}`

/** A day as a date field writes it; `undefined` for anything else. */
export function day(text: string | undefined): Temporal.PlainDate | undefined {
  if (text === undefined || !/^\d{4}-\d\d-\d\d$/.test(text)) return undefined
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    return undefined
  }
}
