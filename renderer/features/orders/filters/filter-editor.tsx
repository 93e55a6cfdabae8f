import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { type Bounds, BoundsEditor } from './bounds-editor'
import { ChoiceEditor } from './choice-editor'
import type { Preset } from './date-range'
import type { FilterPlace } from './filter-places'
import { type FilterId, type FilterValues, readFilters } from './filter-values'
import { RangeEditor } from './range-editor'
import { TextEditor } from './text-editor'

const past: readonly Preset[] = [
  'today',
  'yesterday',
  'last7Days',
  'last30Days',
  'thisMonth',
  'lastMonth',
  'thisYear',
]
const around: readonly Preset[] = [
  'today',
  'tomorrow',
  'next7Days',
  'next30Days',
  'thisMonth',
  'nextMonth',
  'yesterday',
  'last7Days',
]

interface FilterEditorProps {
  readonly id: FilterId
  readonly values: FilterValues
  readonly place: FilterPlace
  readonly onChange: (values: FilterValues) => void
}

/** The editor of one filter. */
export function FilterEditor({ id, values, place, onChange }: FilterEditorProps) {
  const { t } = useTranslation('orders')
  /** What an editor gives is read like what was kept: what is no value of the filter takes it away. */
  const set = (value: Kept) => onChange({ ...values, [id]: readFilters({ [id]: value })[id] })
  switch (id) {
    case 'created':
    case 'modified':
    case 'cancelled':
    case 'travel':
    case 'redeemed':
      return (
        <RangeEditor
          value={values[id]}
          presets={id === 'travel' ? around : past}
          noneLabel={noneLabel(id, place, t)}
          onChange={(range) => onChange({ ...values, [id]: range })}
        />
      )
    case 'status':
    case 'payment':
    case 'channel':
    case 'weekdays':
      return <ChoiceEditor id={id} value={values[id] ?? []} several onChange={set} />
    case 'fee':
    case 'refund':
    case 'used':
    case 'review':
      return (
        <ChoiceEditor
          id={id}
          value={[values[id] ?? '']}
          several={false}
          onChange={([value = '']) => set(value)}
        />
      )
    case 'total':
    case 'margin':
      return <BoundsEditor of="amount" value={values[id]} onChange={(bounds) => set(defined(bounds))} />
    case 'leadDays':
      return <BoundsEditor of="days" value={values[id]} onChange={(bounds) => set(defined(bounds))} />
    case 'products':
      return (
        <TextEditor
          label={t('filters.name.products')}
          description={t('filters.idsHint')}
          value={values.products?.join(', ') ?? ''}
          onChange={(text) => onChange({ ...values, products: idsOf(text) })}
        />
      )
    default:
      return (
        <TextEditor
          label={t(`filters.name.${id}`)}
          value={values[id] ?? ''}
          onChange={(text) => onChange({ ...values, [id]: text || undefined })}
        />
      )
  }
}

type Kept = NonNullable<Parameters<typeof readFilters>[0]>[string]

const defined = (bounds: Bounds): Kept =>
  Object.fromEntries(
    Object.entries(bounds).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
  )

/** Words for no dates, where that means something. */
function noneLabel(id: FilterId, place: FilterPlace, t: TFunction<'orders'>): string | undefined {
  if (id !== 'created') return undefined
  return t(place === 'mirror' ? 'filters.anyDate' : 'filters.lastThreeMonths')
}

/** Ids between commas or blanks, each once; `undefined` for none. */
function idsOf(text: string): string[] | undefined {
  const ids = [...new Set(text.split(/[\s,;]+/).filter(Boolean))]
  return ids.length > 0 ? ids : undefined
}
