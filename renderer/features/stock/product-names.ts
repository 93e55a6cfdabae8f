import type { StockRow } from '@shared/features/stock'
import type { ProfileId } from '@shared/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { ipc } from '../../lib/ipc'

/** Titles of products, by their ids. */
export type ProductNames = Readonly<Record<string, string>>

const noNames: ProductNames = {}

/** What the product of a row is called: its title, or its id where that is not known. */
export const productName = (
  { product }: Pick<StockRow, 'product'>,
  names: ProductNames,
): string | undefined => (product !== undefined && Object.hasOwn(names, product) ? names[product] : product)

/**
 * Titles of the products of the stock that was read last; they come after the rows.
 * @param reading of the rows; `undefined` before there are any
 */
export function useProductNames(profile: ProfileId, reading: string | undefined): ProductNames {
  const { data } = useQuery({
    queryKey: ['stock', profile, 'titles', reading] as const,
    queryFn: () => ipc.stock.listProductTitles({ profile }),
    enabled: reading !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before, query) => (query?.queryKey[1] === profile ? before : undefined),
  })
  return data?.titles ?? noNames
}
