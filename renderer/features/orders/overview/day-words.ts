import { Temporal } from 'temporal-polyfill'

type Options = Intl.DateTimeFormatOptions
const full: Options = { day: 'numeric', month: 'short', year: 'numeric' }

const inWords = (day: string, locale: string, options: Options): string =>
  Temporal.PlainDate.from(day).toLocaleString(locale, options)

/** "22 Nov". */
export const shortDay = (day: string, locale: string): string =>
  inWords(day, locale, { day: 'numeric', month: 'short' })

/** "Sun, 22 Nov 2026". */
export const fullDay = (day: string, locale: string): string =>
  inWords(day, locale, { weekday: 'short', ...full })

/** "16 – 22 Nov 2026", of the week that begins on a day. */
export function weekWords(monday: string, locale: string): string {
  const sunday = Temporal.PlainDate.from(monday).add({ days: 6 })
  const utc = (date: Temporal.PlainDate) => Date.UTC(date.year, date.month - 1, date.day)
  const format = new Intl.DateTimeFormat(locale, { ...full, timeZone: 'UTC' })
  return format.formatRange(utc(Temporal.PlainDate.from(monday)), utc(sunday))
}

/** "November 2026", of "2026-11". */
export const monthWords = (month: string, locale: string): string =>
  inWords(`${month}-01`, locale, { month: 'long', year: 'numeric' })
