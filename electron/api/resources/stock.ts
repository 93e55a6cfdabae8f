import type { Query, Schemas } from '@shared/api'
import type { AppError } from '@shared/kernel/app-error'
import type { Result } from '@shared/kernel/result'
import { entriesOf } from '@shared/kernel/tolerant'
import type { Caller, ConditionalReadOptions } from '../caller'
import { type ApiDocument, holdsItems, type Shape } from '../document'
import type { CommandOptions } from '../request'

/** Rows of stock under `data.items`, all in one answer (rules.md #39). */
export type StockDocument = ApiDocument<Schemas['StockListResponse']>
/** Filters of the list, by the API's own names. */
export type StockFilters = Query<'getProductStock'>

export interface Stock {
  /** Stock of merchandise. Closed rows only with `include_disabled`. */
  list(
    filters?: StockFilters,
    options?: ConditionalReadOptions<Schemas['StockListResponse']>,
  ): Promise<Result<StockDocument, AppError>>
  /**
   * Sets how many pieces of a row can be sold from now on (`stock_items_available`), whatever there were.
   * @param available whole number from zero up
   */
  set(stockId: string, available: number, options: CommandOptions): Promise<Result<StockDocument, AppError>>
}

/** `data.items` holds a row at least. */
const holdsRow: Shape = ({ data }) => entriesOf(Reflect.get(Object(data), 'items')).length > 0

/** Calls 14 and 15 of endpoints.md. */
export function stockOf(caller: Caller): Stock {
  return {
    list: (filters = {}, options) =>
      caller.read(
        { operation: 'getProductStock', method: 'GET', path: '/products/stock', query: filters },
        holdsItems,
        options,
      ),
    set: (stockId, available, options) =>
      caller.command(
        {
          operation: 'updateProductStock',
          method: 'PUT',
          path: '/products/stock/{stock_id}',
          ids: { stock_id: stockId },
          query: { stock_items_available: available },
        },
        holdsRow,
        options,
      ),
  }
}
