import { deskOffset, type OffsetDateTime, parseOffsetDateTime } from '@shared/kernel/time'
import { atOffset, clockTime, formatCompact } from '@shared/kernel/time-compact'

/** A time of an activity in words, on the activity's own clock (rules.md #48). */
export interface ActivityTimeText {
  /** "Sat 22 Nov 10:00–11:30"; unreadable text as received. */
  readonly local: string
  /** "+1", "-3:30"; empty at UTC. Absent where only the day counts or nothing could be read. */
  readonly offset?: string
  /** The beginning on the desk's clock, with its day where that is another one. Only where the clocks differ. */
  readonly desk?: string
}

export interface ActivityTimeOptions {
  /** BCP 47 tag. */
  readonly locale: string
  /** The year that goes without saying. */
  readonly thisYear: number
  /** The day is meant, not the clock time. */
  readonly dateOnly?: boolean
}

/**
 * Writes when an activity takes place.
 * @param from RFC 3339, as sent
 * @param to its end, if it has one
 */
export function describeActivityTime(
  from: string,
  to: string | undefined,
  { dateOnly = false, ...options }: ActivityTimeOptions,
): ActivityTimeText {
  const start = parseOffsetDateTime(from)
  if (!start) return { local: to ? `${from} – ${to}` : from }
  if (dateOnly) return { local: formatCompact(start, { ...options, dateOnly }) }
  const desk = atDesk(start)
  return {
    local: formatCompact(start, options) + endText(start, to, options),
    offset: shortOffset(start.offset),
    ...(desk && { desk: isSameDay(desk, start) ? clockTime(desk.local) : formatCompact(desk, options) }),
  }
}

function endText(
  start: OffsetDateTime,
  to: string | undefined,
  options: { locale: string; thisYear: number },
): string {
  const end = parseOffsetDateTime(to)
  if (!end) return to ? ` – ${to}` : ''
  if (end.epochMs === start.epochMs) return ''
  return isSameDay(start, end) ? `–${clockTime(end.local)}` : ` – ${formatCompact(end, options)}`
}

/** The moment on the desk's clock, when that shows another time. */
function atDesk(moment: OffsetDateTime): OffsetDateTime | undefined {
  const offset = deskOffset(moment.epochMs)
  return offset === moment.offset ? undefined : atOffset(moment, offset)
}

const isSameDay = (a: OffsetDateTime, b: OffsetDateTime) =>
  a.local.toPlainDate().equals(b.local.toPlainDate())

/** "+01:00" as "+1", "-03:30" as "-3:30", "+00:00" as "". */
export function shortOffset(offset: string): string {
  const [, sign = '', hours = '', minutes = ''] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? []
  if (Number(hours) === 0 && Number(minutes) === 0) return ''
  return `${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`
}
