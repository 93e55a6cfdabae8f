import type { TFunction } from 'i18next'
import type { Temporal } from 'temporal-polyfill'
import { type DayRange, day } from './date-range'
import type { FilterId, FilterValues } from './filter-values'

/** The value of a filter in a few words, for its chip. */
export function describeFilter(
  id: FilterId,
  values: FilterValues,
  { t, locale }: { t: TFunction<'orders'>; locale: string },
): string {
  const value = values[id]
  if (value === undefined) return whenUnset(id, t)
  if (typeof value === 'string') return value
  if ('length' in value) return value.join(', ')
  return describeRange(value, { t, locale })
}

function whenUnset(id: FilterId, t: TFunction<'orders'>): string {
  if (id === 'created') return t('filters.lastThreeMonths')
  return id === 'travel' || id === 'redeemed' ? t('filters.anyDate') : t('filters.open')
}

function describeRange(range: DayRange, { t, locale }: { t: TFunction<'orders'>; locale: string }): string {
  if ('preset' in range) return t(`filters.preset.${range.preset}`)
  const words = (date: Temporal.PlainDate | undefined) =>
    date?.toLocaleString(locale, { day: 'numeric', month: 'short', year: 'numeric' }) ?? t('filters.open')
  const [from, to] = [words(day(range.from)), words(day(range.to))]
  return from === to ? from : `${from} – ${to}`
}
