import type { Query, Schemas } from '@shared/api'
import type { AppError } from '@shared/kernel/app-error'
import type { Result } from '@shared/kernel/result'
import type { Caller, ConditionalReadOptions } from '../caller'
import { type ApiDocument, holds, holdsItems } from '../document'
import type { ReadOptions } from '../request'

export type ProductListDocument = ApiDocument<Schemas['ProductListResponse']>
export type ProductDocument = ApiDocument<Schemas['ProductResponse']>
/** Filters, sort and paging of the list, by the API's own names. */
export type ProductFilters = Query<'getProducts'>

export type AvailabilityDocument = ApiDocument<Schemas['AvailabilityListResponse']>

export interface Products {
  /** Products opened to the distributor. */
  list(
    filters?: ProductFilters,
    options?: ConditionalReadOptions<Schemas['ProductListResponse']>,
  ): Promise<Result<ProductListDocument, AppError>>
  /** One product, its texts in the language asked for where they exist (rules.md #194). */
  get(
    productId: string,
    parameters?: Query<'getProduct'>,
    options?: ConditionalReadOptions<Schemas['ProductResponse']>,
  ): Promise<Result<ProductDocument, AppError>>
  /** Slots of one product; `from_date` alone is one day, at most 90 in all (rules.md #100, #101). Asked live (#43). */
  availability(
    productId: string,
    parameters: Query<'getProductAvailability'>,
    options?: ReadOptions,
  ): Promise<Result<AvailabilityDocument, AppError>>
}

/** Calls 4, 5 and 6 of endpoints.md. */
export function productsOf(caller: Caller): Products {
  return {
    list: (filters = {}, options) =>
      caller.read(
        {
          operation: 'getProducts',
          method: 'GET',
          path: '/products',
          query: filters,
          takesDistributor: true,
        },
        holdsItems,
        options,
      ),
    get: (productId, parameters = {}, options) =>
      caller.read(
        {
          operation: 'getProduct',
          method: 'GET',
          path: '/products/{product_id}',
          ids: { product_id: productId },
          query: parameters,
          takesDistributor: true,
        },
        holds('product'),
        options,
      ),
    availability: (productId, parameters, options) =>
      caller.read(
        {
          operation: 'getProductAvailability',
          method: 'GET',
          path: '/products/{product_id}/availability',
          ids: { product_id: productId },
          query: parameters,
          takesDistributor: true,
        },
        holdsItems,
        options,
      ),
  }
}
