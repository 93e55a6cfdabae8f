import type { Query, Schemas } from '@shared/api'
import type { AppError } from '@shared/kernel/app-error'
import type { Result } from '@shared/kernel/result'
import type { Caller, ConditionalReadOptions } from '../caller'
import { type ApiDocument, holds, holdsItems } from '../document'

export type ProductListDocument = ApiDocument<Schemas['ProductListResponse']>
export type ProductDocument = ApiDocument<Schemas['ProductResponse']>
/** Filters, sort and paging of the list, by the API's own names. */
export type ProductFilters = Query<'getProducts'>

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
}

/** Calls 4 and 5 of endpoints.md. */
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
  }
}
