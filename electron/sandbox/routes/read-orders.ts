import type { Handler, Handlers } from '../context'
import { single } from '../context'
import { isUnchanged, lastModified } from '../http/conditional'
import { PAGING, pageOf, windowOf } from '../http/paging'
import { boolean, email, integer, list, moment, oneOf, readQuery, reference, text, uuid } from '../http/query'
import { invalidRequest, Refusal } from '../http/refusal'
import { noSuchOrder } from '../store/order-store'

/** All filters of v3.8, with the names that are inferred and `order_contact_email` (endpoints.md). */
const LIST_QUERY = {
  reseller_id: text,
  distributor_id: text,
  market_admin_id: text,
  supplier_id: text,
  order_reference: reference,
  order_external_reference: text,
  order_contact_uid: uuid,
  order_contact_name: text,
  order_contact_email: email,
  order_created_from: moment,
  order_created_to: moment,
  order_modified: moment,
  booking_reference: reference,
  booking_external_reference: text,
  booking_travel_date_from: moment,
  booking_travel_date_to: moment,
  booking_redemption_date_from: moment,
  booking_redemption_date_to: moment,
  product_id: list,
  product_type_code: reference,
  product_availability_id: text,
  product_availability_capacity_id: text,
  order_created_email: email,
  order_search_query: text,
  filter_bookings: boolean,
  partner_sales: boolean,
  order_view_type: text,
  order_sort_by: oneOf('ORDER_CREATED'),
  order_sort_order: oneOf('ASC', 'DESC'),
  cache: boolean,
  ...PAGING,
}

const getOrders: Handler = (request, reply, context) => {
  const query = readQuery(request, LIST_QUERY)
  const {
    order_view_type: view,
    order_sort_by,
    order_sort_order: order,
    filter_bookings,
    cache,
    ...rest
  } = query
  const { items_per_page, start_index, page, ...filter } = rest
  if (view !== undefined && view !== 'DISTRIBUTOR') {
    throw new Refusal(403, 'FORBIDDEN', `These credentials cannot view orders as ${view}.`)
  }
  if (cache === false && filter.order_search_query !== undefined) {
    throw invalidRequest('order_search_query works only with cache=true')
  }
  const window = windowOf(query, request.call.pageSize)
  if (isUnchanged(request.headers['if-modified-since'], context.store.lastChange)) {
    return reply.code(304).send()
  }
  const found = context.list.page(
    {
      filter,
      ascending: order === 'ASC',
      offset: window.offset,
      limit: window.limit,
      filterBookings: filter_bookings === true,
    },
    (index) => context.view(index, request),
  )
  reply.header('Last-Modified', lastModified(context.store.lastChange, context.clock()))
  return { api_version: '3.8.0', data: pageOf(window, found.total, found.orders) }
}

const getOrder: Handler = (request, _reply, context) => {
  const query = readQuery(request, { order_version: integer(1, 999_999), cache: boolean })
  const wanted = orderReferenceOf(request.params)
  const index = context.store.indexOf(wanted)
  if (index === undefined) throw noSuchOrder(wanted)
  if (query.order_version === undefined) return single('order', context.view(index, request))
  const version = context.store.versions(index).find((order) => order.order_version === query.order_version)
  if (!version)
    throw new Refusal(404, 'VERSION_NOT_FOUND', `Order ${wanted} has no version ${query.order_version}.`)
  return single('order', version)
}

/** The `{order_reference}` of a path; at least eight characters. */
export function orderReferenceOf(params: unknown): string {
  const value: unknown = Reflect.get(Object(params), 'order_reference')
  if (typeof value !== 'string' || value.length < 8) {
    throw invalidRequest('order_reference must have at least 8 characters')
  }
  return value
}

export const readOrderHandlers: Handlers = { getOrders, getOrder }
