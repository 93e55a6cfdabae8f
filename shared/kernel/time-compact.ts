import { Temporal } from 'temporal-polyfill'
import type { OffsetDateTime } from './time'

/** How a moment is written where space is short. */
export interface CompactOptions {
  /** BCP 47 tag. */
  readonly locale: string
  /** The year that goes without saying. */
  readonly thisYear: number
  /** Leaves the clock time out. */
  readonly dateOnly?: boolean
}

interface Formats {
  readonly weekday: Intl.DateTimeFormat
  readonly month: Intl.DateTimeFormat
}

const formats = new Map<string, Formats>()

function formatsOf(locale: string): Formats {
  const known = formats.get(locale)
  if (known) return known
  const made = {
    weekday: new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }),
    month: new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }),
  }
  formats.set(locale, made)
  return made
}

/**
 * The wall clock at the activity in one short line: "Sat 22 Nov 10:00", with the year only when it is another one:
 * "Sat 22 Nov 2027 10:00".
 */
export function formatCompact({ local }: OffsetDateTime, options: CompactOptions): string {
  const { weekday, month } = formatsOf(options.locale)
  const date = new Date(Date.UTC(local.year, local.month - 1, local.day))
  return [
    weekday.format(date),
    local.day,
    month.format(date),
    ...(local.year === options.thisYear ? [] : [local.year]),
    ...(options.dateOnly ? [] : [clockTime(local)]),
  ].join(' ')
}

/** "Sat 10:00", for a moment within days of another one that is written out. */
export const weekdayTime = ({ local }: OffsetDateTime, locale: string): string =>
  `${formatsOf(locale).weekday.format(Date.UTC(local.year, local.month - 1, local.day))} ${clockTime(local)}`

/** "10:00" */
export const clockTime = ({ hour, minute }: Temporal.PlainDateTime): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`

/** The same instant on a clock with another offset ("+02:00"). */
export function atOffset(moment: OffsetDateTime, offset: string): OffsetDateTime {
  const zoned = Temporal.Instant.fromEpochMilliseconds(moment.epochMs).toZonedDateTimeISO(offset)
  return { ...moment, local: zoned.toPlainDateTime(), offset }
}
