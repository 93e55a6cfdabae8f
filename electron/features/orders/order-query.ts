import {
  isKeyParameter,
  type OrderPageRequest,
  type SearchParameter,
  wantedPageSize,
} from '@shared/features/orders'
import type { OrderFilters } from '../../api'

/** The query of `GET /orders` for a page of the list, by the API's own names (endpoints.md, 24). */
export function orderQuery(request: OrderPageRequest, by?: SearchParameter): OrderFilters {
  const { filters, sort, search, startIndex } = request
  const setAside = by !== undefined && isKeyParameter(by)
  return {
    ...(setAside ? {} : filterQuery(filters)),
    ...(by !== undefined && search ? { [by]: search.text } : {}),
    order_sort_by: 'ORDER_CREATED',
    order_sort_order: sort.direction === 'asc' ? 'ASC' : 'DESC',
    items_per_page: wantedPageSize,
    start_index: startIndex,
  }
}

function filterQuery(filters: OrderPageRequest['filters']): OrderFilters {
  return defined({
    order_created_from: filters.created?.from,
    order_created_to: filters.created?.to,
    booking_travel_date_from: filters.travel?.from,
    booking_travel_date_to: filters.travel?.to,
    booking_redemption_date_from: filters.redeemed?.from,
    booking_redemption_date_to: filters.redeemed?.to,
    order_modified: filters.modifiedSince,
    product_id: filters.productIds,
    product_availability_id: filters.slotId,
    supplier_id: filters.supplierId,
    reseller_id: filters.resellerId,
    distributor_id: filters.distributorId,
    order_created_email: filters.createdByEmail,
    order_contact_uid: filters.contactUid,
  })
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

const defined = <T extends object>(fields: T): Defined<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>
