import type { TFunction } from 'i18next'
import type { Temporal } from 'temporal-polyfill'
import { choiceLabel, isChoice } from './choices'
import { type DayRange, day } from './date-range'
import type { FilterPlace } from './filter-places'
import type { FilterId, FilterValues } from './filter-values'

interface Words {
  readonly t: TFunction<'orders'>
  readonly locale: string
}

/** The value of a filter in a few words, for its chip. */
export function describeFilter(
  id: FilterId,
  values: FilterValues,
  { place, ...words }: Words & { place: FilterPlace },
): string {
  const { t } = words
  if (values[id] === undefined) return whenUnset(id, t, place)
  switch (id) {
    case 'created':
    case 'modified':
    case 'cancelled':
    case 'travel':
    case 'redeemed':
      return describeRange(values[id] ?? {}, words)
    case 'total':
    case 'margin':
      return [bounds(values[id], t), values[id]?.currency].filter(Boolean).join(' ')
    case 'leadDays':
      return t('filters.days', { days: bounds(values.leadDays, t) })
    default: {
      const value = values[id]
      const entries = typeof value === 'string' ? [value] : (value ?? [])
      return entries.map((entry) => (isChoice(id) ? choiceLabel(id, entry, words) : entry)).join(', ')
    }
  }
}

function whenUnset(id: FilterId, t: TFunction<'orders'>, place: FilterPlace): string {
  if (id === 'created' && place !== 'mirror') return t('filters.lastThreeMonths')
  if (id === 'status') return t('filters.any')
  return isRange(id) ? t('filters.anyDate') : t('filters.open')
}

const ranges: readonly FilterId[] = ['created', 'modified', 'cancelled', 'travel', 'redeemed']
const isRange = (id: FilterId): boolean => ranges.includes(id)

/** "20 – 50", "from 20", "up to 50". */
function bounds(
  range: { min?: string | undefined; max?: string | undefined } = {},
  t: TFunction<'orders'>,
): string {
  const { min, max } = range
  if (min === undefined && max === undefined) return ''
  if (min !== undefined && max !== undefined) return min === max ? min : `${min} – ${max}`
  return min !== undefined ? t('filters.atLeast', { min }) : t('filters.atMost', { max: max ?? '' })
}

function describeRange(range: DayRange, { t, locale }: Words): string {
  if ('preset' in range) return t(`filters.preset.${range.preset}`)
  const words = (date: Temporal.PlainDate | undefined) =>
    date?.toLocaleString(locale, { day: 'numeric', month: 'short', year: 'numeric' }) ?? t('filters.open')
  const [from, to] = [words(day(range.from)), words(day(range.to))]
  return from === to ? from : `${from} – ${to}`
}
