import { offsetAt } from './zones'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))

/** A moment as the API writes it: local time of a place with its offset, never `Z` (rules 48, 49). */
export function localTime(zone: string, at: number): string {
  const offset = offsetAt(zone, at)
  const local = new Date(at + offset * MINUTE)
  const east = Math.abs(offset)
  const day = `${local.getUTCFullYear()}-${two(local.getUTCMonth() + 1)}-${two(local.getUTCDate())}`
  const time = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}:${two(local.getUTCSeconds())}`
  return `${day}T${time}${offset < 0 ? '-' : '+'}${two(Math.floor(east / 60))}:${two(east % 60)}`
}

/** The date part of `localTime`, e.g. `2026-11-21`. */
export function localDate(zone: string, at: number): string {
  return localTime(zone, at).slice(0, 10)
}

/** Midnight of the local day that `at` falls on, as wall-clock time: what `Date.UTC` gives for that day. */
export function wallClockDay(zone: string, at: number): number {
  return Math.floor((at + offsetAt(zone, at) * MINUTE) / DAY) * DAY
}

/**
 * The moment at which clocks in the zone show what `wallClock` shows in UTC. A wall-clock time that does
 * not exist (spring) or exists twice (autumn) is read with the offset that holds before the change.
 */
export function atLocal(zone: string, wallClock: number): number {
  const guess = wallClock - offsetAt(zone, wallClock) * MINUTE
  return wallClock - offsetAt(zone, guess) * MINUTE
}

const WITH_OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?[+-]\d\d:\d\d$/

/** Epoch ms of an RFC 3339 time with a numeric offset; undefined for anything else, `Z` included (rule 49). */
export function parseOffsetTime(text: string): number | undefined {
  if (!WITH_OFFSET.test(text)) return undefined
  const at = Date.parse(text)
  // A day that does not exist (30 February) would roll over silently.
  const day = Number(text.slice(8, 10))
  const daysInMonth = new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).getUTCDate()
  return Number.isNaN(at) || day > daysInMonth ? undefined : at
}
