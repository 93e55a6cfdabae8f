import { parseOffsetDateTime } from '../../kernel/time'
import { momentsInZone } from '../../kernel/zoned-moment'

/** A date and clock time that somebody wants where there is no slot to take the offset from. */
export interface WantedClock {
  /** "2027-03-28" */
  readonly day: string
  /** "14:00" */
  readonly time: string
  /** IANA name of the activity's time zone; null until the person says it. */
  readonly zone: string | null
}

/** What becomes of it. */
export type ClockChoice =
  /** The date and time that the booking has, whichever way it is written. */
  | { readonly kind: 'as-before' }
  /** In which time zone the activity is has to be said: the offset of the date before says nothing of another day. */
  | { readonly kind: 'ask-zone' }
  /** The clocks are put forward over it. */
  | { readonly kind: 'skipped' }
  /** The clocks are put back over it: which of the two has to be said. */
  | { readonly kind: 'twice'; readonly moments: readonly string[] }
  | { readonly kind: 'moment'; readonly moment: string }

/**
 * The moment that is wanted, with the offset of its own day, or what has to be asked first (rules.md #48, #50).
 * @param before RFC 3339 as the booking has it
 */
export function chooseClock(before: string | undefined, { day, time, zone }: WantedClock): ClockChoice {
  const clock = `${day}T${time}`
  if (parseOffsetDateTime(before)?.local.toString({ smallestUnit: 'minute' }) === clock) {
    return { kind: 'as-before' }
  }
  if (zone === null) return { kind: 'ask-zone' }
  const [moment, ...others] = momentsInZone(zone, clock)
  if (moment === undefined) return { kind: 'skipped' }
  return others.length > 0 ? { kind: 'twice', moments: [moment, ...others] } : { kind: 'moment', moment }
}
