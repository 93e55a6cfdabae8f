import { Temporal } from 'temporal-polyfill'

const dayMs = 86_400_000

/** "2026-11-22" of a day counted from 1970. */
export const dayText = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)

/** A day counted from 1970. */
export const dayNumber = (text: string): number => Date.parse(`${text}T00:00Z`) / dayMs

/** "2026-11" of a day counted from 1970. */
export const monthText = (day: number): string => dayText(day).slice(0, 7)

/**
 * Tells the Monday of the week in which a moment lies by the clock of a zone (ISO 8601), such as "2026-11-16". Quick for
 * moments that follow each other.
 * @param zone IANA name
 */
export function mondays(zone: string): (epochMs: number) => string {
  let [from, until] = [0, 0]
  let monday = ''
  return (epochMs) => {
    if (epochMs < from || epochMs >= until) {
      const date = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone).toPlainDate()
      const first = date.subtract({ days: date.dayOfWeek - 1 })
      const begins = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone: zone }).epochMilliseconds
      from = begins(first)
      until = begins(first.add({ days: 7 }))
      monday = first.toString()
    }
    return monday
  }
}
