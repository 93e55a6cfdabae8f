import { formatMoney } from '@shared/kernel/money'
import { deskOffsetMs, formatClock, readInstant, type TimeStyle } from '@shared/kernel/time'
import { useTranslation } from 'react-i18next'

/** Formats follow the language: dates with the day first, as the field writes them. */
const locales: Readonly<Record<string, string>> = { en: 'en-GB', nl: 'nl-NL' }

export const localeOf = (language: string): string => locales[language] ?? 'en-GB'

/** Amounts, counts and moments for the screen, in the person's language. */
export interface Format {
  readonly locale: string
  /** An amount with its currency, every received digit shown. Missing reads as a dash. */
  money(amount: string | number | null | undefined, currency: string): string
  /** "€4.10", or "€0.00 – €4.10" where the two differ. */
  range(range: { readonly low: string; readonly high: string }, currency: string): string
  /** "€0.00 or €4.10". */
  oneOf(amounts: readonly string[], currency: string): string
  /** The wall clock at the activity; unreadable text as received; missing as a dash. */
  moment(value: string | null | undefined, style?: TimeStyle): string
  /** The same moment on the desk's clock, when its offset differs; else `undefined`. */
  deskTime(value: string | null | undefined): string | undefined
  /** When something was recorded: on the desk's clock, as no activity takes place then. */
  recorded(value: string | null | undefined): string
  count(value: number): string
}

export const missing = '–'

export function createFormat(language: string): Format {
  const locale = localeOf(language)
  const counts = new Intl.NumberFormat(locale)
  const money: Format['money'] = (amount, currency) =>
    amount === null || amount === undefined || amount === ''
      ? missing
      : formatMoney({ amount: String(amount), currency }, locale)
  const moment: Format['moment'] = (value, style = 'dateTime') => {
    const instant = readInstant(value)
    return instant ? formatClock(instant.epochMs + instant.offsetMs, locale, style) : value || missing
  }
  const deskTime: Format['deskTime'] = (value) => {
    const instant = readInstant(value)
    const aheadMs = instant && deskOffsetMs(instant.epochMs)
    if (!instant || aheadMs === undefined || aheadMs === instant.offsetMs) return undefined
    return formatClock(instant.epochMs + aheadMs, locale, 'dateTime')
  }
  return {
    locale,
    money,
    range: ({ low, high }, currency) =>
      low === high ? money(low, currency) : `${money(low, currency)} – ${money(high, currency)}`,
    oneOf: (amounts, currency) =>
      new Intl.ListFormat(locale, { type: 'disjunction' }).format(amounts.map((one) => money(one, currency))),
    moment,
    deskTime,
    recorded: (value) => deskTime(value) ?? moment(value),
    count: (value) => counts.format(value),
  }
}

/** By language: every cell of a grid asks, and what it is made of is dear. */
const formats = new Map<string, Format>()

/** {@link Format} of the language on screen. */
export function useFormat(): Format {
  const { language } = useTranslation().i18n
  const known = formats.get(language) ?? createFormat(language)
  formats.set(language, known)
  return known
}
