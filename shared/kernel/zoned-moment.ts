import { Temporal } from 'temporal-polyfill'
import type { OffsetDateTime } from './time'

/**
 * The moments that a wall clock in a time zone shows a date and time, written with the offset of each: one as a rule,
 * none where the clock is put forward over it, two where it is put back over it. A zone that is unknown has none.
 * @param zone IANA name, such as "Europe/Amsterdam"
 * @param local "2027-03-28T14:00"
 */
export function momentsInZone(zone: string, local: string): string[] {
  try {
    const clock = Temporal.PlainDateTime.from(local)
    const found = (['earlier', 'later'] as const)
      .map((disambiguation) => clock.toZonedDateTime(zone, { disambiguation }))
      .filter((moment) => moment.toPlainDateTime().equals(clock))
      .map(({ offset }) => `${clock.toString({ smallestUnit: 'second' })}${offset}`)
    return [...new Set(found)]
  } catch {
    return []
  }
}

/** The zones whose clocks showed this moment as it was sent, of those that this computer knows. */
export function zonesThatShow({ epochMs, offset }: Pick<OffsetDateTime, 'epochMs' | 'offset'>): string[] {
  const moment = Temporal.Instant.fromEpochMilliseconds(epochMs)
  return Intl.supportedValuesOf('timeZone').filter(
    (zone) => moment.toZonedDateTimeISO(zone).offset === offset,
  )
}
