import type { OrderRow } from '@shared/features/orders'
import { deskOffset, type OffsetDateTime, parseOffsetDateTime } from '@shared/kernel/time'
import { atOffset, clockTime, formatCompact, weekdayTime } from '@shared/kernel/time-compact'
import type { TFunction } from 'i18next'
import type { CellPart } from '../../../grid/cell-part'
import { type Format, missing } from '../../../lib/format'

const compact = ({ locale }: Format, dateOnly = false) => ({
  locale,
  dateOnly,
  thisYear: new Date().getFullYear(),
})

/** The moment on the desk's clock, when that differs from the activity's. */
function atDesk(moment: OffsetDateTime): OffsetDateTime | undefined {
  const offset = deskOffset(moment.epochMs)
  return offset === moment.offset ? undefined : atOffset(moment, offset)
}

/** The first travel moment on the activity's own clock; the desk's beside it where that differs (rules.md #48). */
export function travelParts({ travel }: OrderRow, format: Format, t: TFunction<'orders'>): CellPart[] {
  const [first, ...more] = travel
  if (!first) return [{ text: missing, look: 'dimmed' }]
  const moment = parseOffsetDateTime(first.at)
  const here = moment && !first.dateOnly ? atDesk(moment) : undefined
  const parts: CellPart[] = [
    { text: moment ? formatCompact(moment, compact(format, first.dateOnly)) : first.at },
  ]
  if (moment && here)
    parts.push({ text: t('here', { time: hereTime(here, moment, format) }), look: 'dimmed' })
  if (more.length > 0) parts.push({ text: t('moreDates', { count: more.length }), look: 'dimmed' })
  return parts
}

/** "13:00", and with its day where that is another one: "Sat 00:00". */
function hereTime(here: OffsetDateTime, there: OffsetDateTime, format: Format): string {
  const sameDay = here.local.toPlainDate().equals(there.local.toPlainDate())
  return sameDay
    ? clockTime(here.local)
    : weekdayTime(here.local.toZonedDateTime('UTC').epochMilliseconds, format.locale)
}

/** Every travel moment with its offset, and on the desk's clock where that differs. */
export function travelHint({ travel }: OrderRow, format: Format, t: TFunction<'orders'>): string | undefined {
  const lines = travel.map(({ at, dateOnly }) => {
    const moment = parseOffsetDateTime(at)
    if (!moment) return at
    const here = dateOnly ? undefined : atDesk(moment)
    const deskTime = here && t('here', { time: formatCompact(here, compact(format)) })
    const local = format.moment(at, dateOnly ? 'date' : 'dateTime')
    return [`${local} (UTC${moment.offset})`, ...(deskTime ? [deskTime] : [])].join(' · ')
  })
  return lines.length > 0 ? lines.join('\n') : undefined
}

/** When something was recorded, on the desk's clock: no activity takes place then. */
export function createdText(value: string | undefined, format: Format): string {
  const moment = parseOffsetDateTime(value)
  return moment ? formatCompact(atDesk(moment) ?? moment, compact(format)) : (value ?? missing)
}

/** The same as sent, with its offset. */
export function createdHint(value: string | undefined, format: Format): string | undefined {
  const moment = parseOffsetDateTime(value)
  return moment ? `${format.moment(value)} (UTC${moment.offset})` : value
}
