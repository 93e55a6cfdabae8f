import type { SearchPlan } from '@shared/features/orders'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state'
import { activeFilters, type FilterValues } from './filters/filter-values'

interface EmptyOrdersProps {
  readonly plan: SearchPlan | undefined
  readonly filters: FilterValues
  readonly onClearSearch: () => void
  readonly onFilters: (filters: FilterValues) => void
}

/** Says why there is nothing and offers the one thing to do. */
export function EmptyOrders({ plan, filters, onClearSearch, onFilters }: EmptyOrdersProps) {
  const { t } = useTranslation('orders')
  if (plan) {
    const kinds = plan.kinds.map((kind) => t(`search.kind.${kind}`)).join(', ')
    const bounded = plan.ask.includes('order_search_query') && !filters.created
    return (
      <EmptyState title={t('empty.title')} action={{ label: t('empty.clearSearch'), run: onClearSearch }}>
        {t(bounded ? 'empty.searchName' : 'empty.search', { text: plan.text, kinds })}
      </EmptyState>
    )
  }
  if (activeFilters(filters).length > 0) {
    return (
      <EmptyState title={t('empty.title')} action={{ label: t('filters.clear'), run: () => onFilters({}) }}>
        {t('empty.filtered')}
      </EmptyState>
    )
  }
  const longer = () => onFilters({ created: { preset: 'thisYear' } })
  return (
    <EmptyState title={t('empty.title')} action={{ label: t('empty.longer'), run: longer }}>
      {t('empty.default')}
    </EmptyState>
  )
}
