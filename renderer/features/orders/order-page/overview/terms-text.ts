import type { CancellationTerms, Charge, TermsPeriod } from '@shared/features/cancellations'
import { isDecimal } from '@shared/kernel/money'
import { toRequestDateTime } from '@shared/kernel/time'
import type { TFunction } from 'i18next'
import type { Format } from '../../../../lib/format'
import { describeActivityTime } from '../../../order-words'

type PolicyTerms = Extract<CancellationTerms, { kind: 'policies' }>

/** What turns terms into words. */
export interface TermsWords {
  /** That of the namespace `order`. */
  readonly t: TFunction<'order'>
  readonly format: Format
  /** Of the booking; empty when it names none. */
  readonly currency: string
  /** Milliseconds since 1970 UTC. */
  readonly now: number
}

/** One reading of the terms, under the unit it rests on where that matters. */
export interface TermsSentence {
  readonly unit?: PolicyTerms['readings'][number]['unit']
  readonly text: string
}

/** The terms of a booking in sentences, one for each way they can be read, in the activity's offset. */
export function termsSentences(terms: CancellationTerms, words: TermsWords): TermsSentence[] {
  const { t } = words
  if (terms.kind !== 'policies') return [{ text: t(`terms.${terms.kind}`) }]
  return [
    ...terms.readings.flatMap(({ unit, periods }) =>
      periods.length > 0 ? { unit, text: periodsText(periods, terms.offset, words) } : [],
    ),
    ...terms.undated.map(({ charge, because }) => {
      const reason = because.includes('UNKNOWN_POLICY') ? 'UNKNOWN_POLICY' : 'NO_REFERENCE_DATE'
      return { text: t(`terms.undated.${reason}`, { charge: chargeText(charge, words) }) }
    }),
  ]
}

/** "Free cancellation until Fri 21 Nov 10:00 (local); then 20.5 % (estimate)." */
function periodsText(periods: readonly TermsPeriod[], offset: string, words: TermsWords): string {
  const [first, ...later] = periods
  const { t } = words
  const startsFree = first?.charge === undefined
  const rest = later.map(({ from, charge }, at) => {
    if (at === 0 && startsFree) {
      return charge ? t('terms.then', { charge: chargeText(charge, words) }) : t('terms.thenFree')
    }
    const values = { from: momentText(from, offset, words), charge: charge ? chargeText(charge, words) : '' }
    return t(charge ? 'terms.from' : 'terms.fromFree', values)
  })
  return `${[firstText(first, later[0], offset, words), ...rest].join('; ')}.`
}

function firstText(
  first: TermsPeriod | undefined,
  next: TermsPeriod | undefined,
  offset: string,
  words: TermsWords,
): string {
  const { t, now } = words
  if (first?.charge) return t('terms.always', { charge: chargeText(first.charge, words) })
  if (next?.from === undefined) return t('terms.alwaysFree')
  const until = momentText(next.from, offset, words)
  return t(now >= next.from ? 'terms.freeEnded' : 'terms.freeUntil', { until })
}

function chargeText({ percentage, amount }: Charge, { t, format, currency }: TermsWords): string {
  const money = amount === undefined ? '' : format.money(amount, currency)
  if (percentage === undefined) return money
  const values = { percentage: decimalText(percentage, format.locale), amount: money }
  return t(amount === undefined ? 'terms.charge.percentage' : 'terms.charge.both', values)
}

/** A decimal with the locale's comma and every digit it came with. */
function decimalText(text: string, locale: string): string {
  if (!isDecimal(text)) return text
  const minimumFractionDigits = text.split('.')[1]?.length ?? 0
  // Intl formats decimal strings exactly; the DOM types still ask for a number.
  return new Intl.NumberFormat(locale, { minimumFractionDigits, maximumFractionDigits: 20 }).format(
    text as unknown as number,
  )
}

function momentText(at: number | undefined, offset: string, { format, now }: TermsWords): string {
  if (at === undefined) return ''
  const thisYear = new Date(now).getFullYear()
  return describeActivityTime(toRequestDateTime(at, offset), undefined, { locale: format.locale, thisYear })
    .local
}
