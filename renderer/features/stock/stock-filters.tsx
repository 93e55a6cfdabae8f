import { Select, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '../../lib/shortcuts'
import { type StockView, stockViews } from './matching-rows'

interface StockFiltersProps {
  readonly search: string
  readonly onSearch: (search: string) => void
  readonly view: StockView
  readonly onView: (view: StockView) => void
}

/** What chooses the rows: words, and which of them. */
export function StockFilters({ search, onSearch, view, onView }: StockFiltersProps) {
  const { t } = useTranslation('stock')
  const field = useRef<HTMLInputElement>(null)
  useShortcut('search', () => field.current?.focus())
  return (
    <>
      <TextInput
        ref={field}
        size="xs"
        w={220}
        aria-label={t('filter.search')}
        placeholder={t('filter.search')}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
      />
      <Select
        size="xs"
        w={170}
        aria-label={t('filter.show')}
        value={view}
        onChange={(next) => {
          const chosen = stockViews.find((one) => one === next)
          if (chosen) onView(chosen)
        }}
        data={stockViews.map((value) => ({ value, label: t(`view.${value}`) }))}
        allowDeselect={false}
      />
    </>
  )
}
