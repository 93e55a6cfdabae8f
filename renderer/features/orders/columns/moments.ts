import type { OrderRow } from '@shared/features/orders'
import { deskOffsetMs, type Instant, offsetText, readInstant } from '@shared/kernel/time'
import { compactClock, timeText, weekdayTime } from '@shared/kernel/time-compact'
import type { TFunction } from 'i18next'
import type { CellPart } from '../../../grid/cell-part'
import { type Format, missing } from '../../../lib/format'

const compact = ({ locale }: Format, dateOnly = false) => ({
  locale,
  dateOnly,
  thisYear: new Date().getFullYear(),
})

/** The wall clock that a moment was written with, as {@link compactClock} takes it. */
const clockOf = ({ epochMs, offsetMs }: Instant): number => epochMs + offsetMs

/** The desk's wall clock at a moment, when it differs. */
function deskClock({ epochMs, offsetMs }: Instant): number | undefined {
  const ahead = deskOffsetMs(epochMs)
  return ahead === offsetMs ? undefined : epochMs + ahead
}

/** The first travel moment on the activity's own clock; the desk's beside it where that differs (rules.md #48). */
export function travelParts({ travel }: OrderRow, format: Format, t: TFunction<'orders'>): CellPart[] {
  const [first, ...more] = travel
  if (!first) return [{ text: missing, look: 'dimmed' }]
  const moment = readInstant(first.at)
  const here = moment && !first.dateOnly ? deskClock(moment) : undefined
  const parts: CellPart[] = [
    { text: moment ? compactClock(clockOf(moment), compact(format, first.dateOnly)) : first.at },
  ]
  if (moment && here !== undefined)
    parts.push({ text: t('here', { time: hereTime(here, clockOf(moment), format) }), look: 'dimmed' })
  if (more.length > 0) parts.push({ text: t('moreDates', { count: more.length }), look: 'dimmed' })
  return parts
}

const dayMs = 86_400_000

/** "13:00", and with its day where that is another one: "Sat 00:00". */
const hereTime = (here: number, there: number, { locale }: Format): string =>
  Math.floor(here / dayMs) === Math.floor(there / dayMs) ? timeText(here) : weekdayTime(here, locale)

/** Every travel moment with its offset, and on the desk's clock where that differs. */
export function travelHint({ travel }: OrderRow, format: Format, t: TFunction<'orders'>): string | undefined {
  const lines = travel.map(({ at, dateOnly }) => {
    const moment = readInstant(at)
    if (!moment) return at
    const here = dateOnly ? undefined : deskClock(moment)
    const deskTime = here === undefined ? [] : [t('here', { time: compactClock(here, compact(format)) })]
    return [withOffset(at, moment, { format, dateOnly }), ...deskTime].join(' · ')
  })
  return lines.length > 0 ? lines.join('\n') : undefined
}

/** When something was recorded, on the desk's clock: no activity takes place then. */
export function createdText(value: string | undefined, format: Format): string {
  const moment = readInstant(value)
  return moment ? compactClock(deskClock(moment) ?? clockOf(moment), compact(format)) : (value ?? missing)
}

/** The same as sent, with its offset. */
export function createdHint(value: string | undefined, format: Format): string | undefined {
  const moment = readInstant(value)
  return moment ? withOffset(value, moment, { format }) : value
}

const withOffset = (
  value: string | undefined,
  { offsetMs }: Instant,
  { format, dateOnly = false }: { format: Format; dateOnly?: boolean | undefined },
): string => `${format.moment(value, dateOnly ? 'date' : 'dateTime')} (UTC${offsetText(offsetMs)})`
