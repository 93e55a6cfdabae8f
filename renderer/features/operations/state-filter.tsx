import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type StateFilter, stateFilters } from './queries'

const filters = Object.keys(stateFilters) as StateFilter[]

/** Which operations are listed, by where they stand; with how many wait where that matters. */
export function StateFilterControl({
  value,
  counts,
  onChange,
}: {
  value: StateFilter
  /** Operations in the states of a filter; absent where nobody counts. */
  counts: Partial<Record<StateFilter, number>>
  onChange: (filter: StateFilter) => void
}) {
  const { t } = useTranslation('operations')
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('filter.label')}
      value={value}
      onChange={(next) => onChange(next as StateFilter)}
      data={filters.map((filter) => {
        const count = counts[filter] ?? 0
        return {
          value: filter,
          label: count > 0 ? `${t(`filter.${filter}`)} ${count}` : t(`filter.${filter}`),
        }
      })}
    />
  )
}
