import type { ViewContent } from '@shared/features/mirror'
import { readFilters } from '../filters/filter-values'

/** Where views from a file filter by what this program does not know: `views[1].filters.colour`. The first such place. */
export function unknownFilter(views: readonly ViewContent[]): string | undefined {
  for (const [at, { filters = {} }] of views.entries()) {
    const known = readFilters(filters)
    const unknown = Object.keys(filters).find((id) => !Object.hasOwn(known, id))
    if (unknown !== undefined) return `views[${at}].filters.${unknown}`
  }
  return undefined
}
