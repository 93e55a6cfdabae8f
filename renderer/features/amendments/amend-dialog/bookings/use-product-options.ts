import type { ProfileId } from '@shared/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { ipc } from '../../../../lib/ipc'

/** What the product of a booking leaves to choose; asked once while somebody amends. */
export const useProductOptions = (profile: ProfileId, product: string | undefined) =>
  useQuery({
    queryKey: ['product-options', profile, product],
    queryFn: () => ipc.amendments.getProductOptions({ profile, product: product ?? '' }),
    enabled: product !== undefined,
    staleTime: 5 * 60_000,
  })

/** The slots of a product on a day; asked live each time (rules.md #43). */
export const useSlots = (profile: ProfileId, product: string | undefined, date: string | undefined) =>
  useQuery({
    queryKey: ['slots', profile, product, date],
    queryFn: () => ipc.amendments.findSlots({ profile, product: product ?? '', date: date ?? '' }),
    enabled: product !== undefined && date !== undefined,
    gcTime: 0,
    staleTime: 0,
  })
