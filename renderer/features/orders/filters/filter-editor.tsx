import { useTranslation } from 'react-i18next'
import type { Preset } from './date-range'
import type { FilterId, FilterValues } from './filter-values'
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
  readonly onChange: (values: FilterValues) => void
}

/** The editor of one filter. */
export function FilterEditor({ id, values, onChange }: FilterEditorProps) {
  const { t } = useTranslation('orders')
  switch (id) {
    case 'created':
    case 'travel':
    case 'redeemed':
      return (
        <RangeEditor
          value={values[id]}
          presets={id === 'travel' ? around : past}
          noneLabel={id === 'created' ? t('filters.lastThreeMonths') : undefined}
          onChange={(range) => onChange({ ...values, [id]: range })}
        />
      )
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

/** Ids between commas or blanks, each once; `undefined` for none. */
function idsOf(text: string): string[] | undefined {
  const ids = [...new Set(text.split(/[\s,;]+/).filter(Boolean))]
  return ids.length > 0 ? ids : undefined
}
