import type { ContactFilters } from '@shared/features/contacts'
import type { ProfileId } from '@shared/kernel/ids'
import { useMemo } from 'react'
import { useGridState } from '../../../grid/use-grid-state'

/** What the list of contacts is narrowed by, kept as it was left. What is no text was left by another version. */
export function useContactFilters(profile: ProfileId) {
  const { state, update } = useGridState(profile, 'contacts')
  const given = state?.filters
  const filters = useMemo((): ContactFilters => {
    const text = (name: string) => {
      const value = given?.[name]
      return typeof value === 'string' && value !== '' ? value : undefined
    }
    return { type: text('type'), resellerId: text('resellerId'), distributorId: text('distributorId') }
  }, [given])
  return { filters, setFilters: (next: ContactFilters) => update({ filters: kept(next) }) }
}

const kept = (filters: ContactFilters): Record<string, string> =>
  Object.fromEntries(Object.entries(filters).filter((entry): entry is [string, string] => !!entry[1]))
