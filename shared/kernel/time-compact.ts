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

interface Names {
  /** From Sunday on. */
  readonly weekdays: readonly string[]
  /** From January on. */
  readonly months: readonly string[]
}

const names = new Map<string, Names>()

/** Names are formatted once: a list writes hundreds of moments at a time. */
function namesOf(locale: string): Names {
  const known = names.get(locale)
  if (known) return known
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  const made = {
    // The fourth of January 1970 was a Sunday.
    weekdays: Array.from({ length: 7 }, (_, day) => weekday.format(Date.UTC(1970, 0, 4 + day))),
    months: Array.from({ length: 12 }, (_, at) => month.format(Date.UTC(1970, at, 1))),
  }
  names.set(locale, made)
  return made
}

/**
 * The wall clock at the activity in one short line: "Sat 22 Nov 10:00", with the year only when it is another one:
 * "Sat 22 Nov 2027 10:00".
 */
export const formatCompact = ({ local }: OffsetDateTime, options: CompactOptions): string =>
  compactClock(local.toZonedDateTime('UTC').epochMilliseconds, options)

/** The same for a wall clock as milliseconds, as if it were UTC: an instant and how far its clock is ahead. */
export function compactClock(localMs: number, options: CompactOptions): string {
  const { weekdays, months } = namesOf(options.locale)
  const date = new Date(localMs)
  const year = date.getUTCFullYear()
  return [
    weekdays[date.getUTCDay()],
    date.getUTCDate(),
    months[date.getUTCMonth()],
    ...(year === options.thisYear ? [] : [year]),
    ...(options.dateOnly ? [] : [timeOf(date)]),
  ].join(' ')
}

/** "Sat 10:00", for a wall clock (as in {@link compactClock}) within days of another one that is written out. */
export function weekdayTime(localMs: number, locale: string): string {
  const date = new Date(localMs)
  return `${namesOf(locale).weekdays[date.getUTCDay()]} ${timeOf(date)}`
}

/** "10:00" of a wall clock, as in {@link compactClock}. */
export const timeText = (localMs: number): string => timeOf(new Date(localMs))

const timeOf = (date: Date): string => twoDigits(date.getUTCHours(), date.getUTCMinutes())

const twoDigits = (hour: number, minute: number): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`

/** "10:00" */
export const clockTime = ({ hour, minute }: Temporal.PlainDateTime): string => twoDigits(hour, minute)

/** The same instant on a clock with another offset ("+02:00"). */
export function atOffset(moment: OffsetDateTime, offset: string): OffsetDateTime {
  const zoned = Temporal.Instant.fromEpochMilliseconds(moment.epochMs).toZonedDateTimeISO(offset)
  return { ...moment, local: zoned.toPlainDateTime(), offset }
}
