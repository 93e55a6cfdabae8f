import { Temporal } from 'temporal-polyfill'

/** A moment as the API sends it: the wall clock of the activity and its UTC offset (rules.md #48). */
export interface OffsetDateTime {
  /** The text as received. */
  readonly source: string
  /** Wall clock at the activity, without offset. */
  readonly local: Temporal.PlainDateTime
  /** Offset from UTC as "+02:00". `Z` reads as "+00:00" (rules.md #49). */
  readonly offset: string
  /** Milliseconds since 1970 UTC. */
  readonly epochMs: number
}

const rfc3339 = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)([Zz]|[+-]\d\d:\d\d)$/

/** Reads an RFC 3339 moment leniently; `undefined` for what is missing or unreadable. */
export function parseOffsetDateTime(value: string | null | undefined): OffsetDateTime | undefined {
  const parts = typeof value === 'string' ? rfc3339.exec(value.trim()) : null
  if (!parts) return undefined
  const [, date, time, zone] = parts
  const offset = zone === 'Z' || zone === 'z' ? '+00:00' : (zone ?? '+00:00')
  try {
    const local = Temporal.PlainDateTime.from(`${date}T${time}`)
    const epochMs = Temporal.Instant.from(`${local.toString()}${offset}`).epochMilliseconds
    return { source: value as string, local, offset, epochMs }
  } catch {
    return undefined
  }
}

/** A moment as numbers. */
export interface Instant {
  /** Milliseconds since 1970 UTC. */
  readonly epochMs: number
  /** How far the clock it was written with is ahead of UTC, in milliseconds. */
  readonly offsetMs: number
}

const numbered =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?:[Zz]|([+-])(\d\d):(\d\d))$/

/** Reads what {@link parseOffsetDateTime} reads, in a tenth of the time: for whoever reads orders by the thousand. */
export function readInstant(value: string | null | undefined): Instant | undefined {
  const parts = typeof value === 'string' ? numbered.exec(value.trim()) : null
  if (!parts) return undefined
  const [, year, month, day, hour, minute, second = '0', fraction = '', sign, offsetHour, offsetMinute] =
    parts
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  const isDate = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second) <= 60
  const isOffset = Number(offsetHour ?? 0) < 24 && Number(offsetMinute ?? 0) < 60
  if (!isDate || !isTime || !isOffset) return undefined
  // A leap second counts as the one before it.
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Math.min(Number(second), 59)
  const ahead = (Number(offsetHour ?? 0) * 60 + Number(offsetMinute ?? 0)) * (sign === '-' ? -60_000 : 60_000)
  const offsetMs = ahead === 0 ? 0 : ahead
  const local = date.getTime() + seconds * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'))
  return { epochMs: local - offsetMs, offsetMs }
}

/** Writes a moment for a request: with its offset, never `Z` (rules.md #49). Seconds precision. */
export function toRequestDateTime(epochMs: number, offset: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(offset)
  return `${zoned.toPlainDateTime().toString({ smallestUnit: 'second' })}${offset}`
}

/** Offset of the desk's own zone at a moment, as "+01:00". */
export const deskOffset = (epochMs: number): string => offsetText(deskOffsetMs(epochMs))

/** How far the desk's clock is ahead of UTC at a moment, in milliseconds. */
export const deskOffsetMs = (epochMs: number): number => -new Date(epochMs).getTimezoneOffset() * 60_000

/** Milliseconds ahead of UTC as "+01:00". */
export function offsetText(offsetMs: number): string {
  const abs = Math.abs(Math.round(offsetMs / 60_000))
  const pad = (n: number) => String(n).padStart(2, '0')
  return `${offsetMs < 0 ? '-' : '+'}${pad(Math.floor(abs / 60))}:${pad(abs % 60)}`
}

/** IANA name of the desk's own zone, such as "Europe/Amsterdam". */
export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/**
 * The calendar day at a desk, "2026-03-31".
 * @param zone IANA name; the desk's own when left out
 */
export const dayAt = (epochMs: number, zone = zoneHere()): string =>
  Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone).toPlainDate().toString()

/** How {@link formatLocal} writes: a date, a clock time, or both. */
export type TimeStyle = 'date' | 'time' | 'dateTime'

const options: Record<TimeStyle, Intl.DateTimeFormatOptions> = {
  date: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  dateTime: {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  },
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** The wall clock at the activity ("Sat 22 Nov 2026, 10:00"), whatever the desk's zone is. */
export const formatLocal = (moment: OffsetDateTime, locale: string, style: TimeStyle): string =>
  formatClock(moment.local.toZonedDateTime('UTC').epochMilliseconds, locale, style)

/** The same for a wall clock as milliseconds, as if it were UTC: an instant and how far its clock is ahead. */
export function formatClock(localMs: number, locale: string, style: TimeStyle): string {
  const key = `${locale} ${style}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { ...options[style], timeZone: 'UTC', hour12: false })
    formats.set(key, format)
  }
  return format.format(localMs)
}
