import type { GridState } from '@shared/features/grid-state'
import type { ViewContent } from '@shared/features/mirror'
import { type FilterValues, keepFilters } from '../filters/filter-values'

interface Present extends Pick<GridState, 'sort' | 'columns'> {
  readonly typed: string
  readonly filters: FilterValues
}

/** How the list is looked at, as a view that could be kept. */
export function presentView({ typed, filters, sort, columns = [] }: Present): ViewContent {
  const text = typed.trim().slice(0, 200).trim()
  const { createdBy } = filters
  return {
    ...(text && { text }),
    filters: { ...keepFilters(filters), ...(createdBy !== undefined && { createdBy }) },
    ...(sort && { sort }),
    columns,
  }
}
