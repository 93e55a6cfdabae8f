import { areOrdersComing, type MirrorState } from '@shared/features/mirror'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state'
import { activeFilters, type FilterValues } from './filters/filter-values'

interface EmptyCopyProps {
  readonly mirror: MirrorState
  readonly typed: string
  readonly filters: FilterValues
  readonly onAskServer: () => void
  readonly onFilters: (filters: FilterValues) => void
}

/** Says why the local copy has nothing to show and offers the one thing to do. */
export function EmptyCopy({ mirror, typed, filters, onAskServer, onFilters }: EmptyCopyProps) {
  const { t } = useTranslation('orders')
  const text = typed.trim()
  const isFiltered = activeFilters(filters).length > 0
  // What was made long ago, or has not come in yet, only the server has.
  const action = text
    ? { label: t('empty.askServer'), run: onAskServer }
    : { label: t('filters.clear'), run: () => onFilters({}) }
  return (
    <EmptyState title={t('empty.title')} {...((text || isFiltered) && { action })}>
      {text ? t('empty.mirrorSearch', { text }) : t(isFiltered ? 'empty.filtered' : 'empty.mirror')}{' '}
      {areOrdersComing(mirror) ? t('empty.mirrorFilling') : null}
    </EmptyState>
  )
}
