import type { FastifyReply, FastifyRequest } from 'fastify'
import { availabilityDocument, availabilityPricing } from '../availability/availability-document'
import { readParty } from '../availability/party'
import type { OpenSlot } from '../availability/slot-book'
import { findProduct, PRODUCTS } from '../catalogue/products'
import type { CatalogueProduct } from '../catalogue/types'
import type { Context, Handler, Handlers } from '../context'
import { ACCOUNTS } from '../data/accounts'
import { capacityOf } from '../data/bookings'
import { isUnchanged, lastModified } from '../http/conditional'
import { PAGING, pageOf, windowOf } from '../http/paging'
import { boolean, date, integer, list, moment, readQuery, text } from '../http/query'
import { invalidRequest, Refusal } from '../http/refusal'
import { DAY } from '../time/local-time'

/** At most this many days per call (rule 100). */
const MOST_DAYS = 90

const RANGE_QUERY = {
  distributor_id: text,
  from_date: date,
  to_date: date,
  include_disabled: boolean,
  availability_capacity_id: text,
  spots_open_min: integer(0, 100_000),
  sub_products_depth: integer(0, 2),
}

interface RangeQuery {
  readonly distributor_id?: string
  readonly from_date?: number
  readonly to_date?: number
  readonly include_disabled?: boolean
  readonly availability_capacity_id?: string
  readonly spots_open_min?: number
  readonly sub_products_depth?: number
  readonly availability_modified?: number
}

/** `GET /products/{product_id}/availability`. Its figures are of one page: no paging is described (rule 39). */
const getProductAvailability: Handler = (request, reply, context) => {
  const query = readQuery(request, { ...RANGE_QUERY, availability_modified: moment })
  const product = productOf(request)
  return answer(request, reply, context, slotsOf(context, [product], query))
}

/** `GET /availability`: of some products, or of all. */
const getAvailability: Handler = (request, reply, context) => {
  const query = readQuery(request, { ...RANGE_QUERY, product_id: list })
  const { product_id: ids } = query
  const products = PRODUCTS.filter((product) => ids === undefined || ids.includes(product.id))
  return answer(request, reply, context, slotsOf(context, products, query))
}

/** `POST /availability/{product_id}`: a read, with the price for a party (rules 98, 99). */
const calculateAvailability: Handler = (request, reply, context) => {
  const query = readQuery(request, { ...RANGE_QUERY, availability_modified: moment, ...PAGING })
  const product = productOf(request)
  const party = readParty(product, request.body)
  const slots = slotsOf(context, [product], query)
  const window = windowOf(query, request.call.pageSize)
  if (isUnchanged(request.headers['if-modified-since'], context.store.lastChange))
    return reply.code(304).send()
  const rows = slots.slice(window.offset, window.offset + window.limit).map((slot) => ({
    ...availabilityDocument(slot),
    ...(slot.product === product && {
      availability_pricing: availabilityPricing(slot, party, context.store.slots.maker),
    }),
  }))
  reply.header('Last-Modified', lastModified(context.store.lastChange, context.clock()))
  return { api_version: '3.8.0', data: pageOf(window, slots.length, rows) }
}

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: Context,
  slots: readonly OpenSlot[],
): unknown {
  if (isUnchanged(request.headers['if-modified-since'], context.store.lastChange))
    return reply.code(304).send()
  reply.header('Last-Modified', lastModified(context.store.lastChange, context.clock()))
  const window = { offset: 0, limit: Math.max(1, slots.length) }
  return { api_version: '3.8.0', data: pageOf(window, slots.length, slots.map(availabilityDocument)) }
}

function productOf(request: FastifyRequest): CatalogueProduct {
  const id: unknown = Reflect.get(Object(request.params), 'product_id')
  const product = findProduct(String(id))
  if (!product) throw new Refusal(404, 'PRODUCT_NOT_FOUND', `There is no product ${String(id)}.`)
  return product
}

/** Slots in a range of days, by start. A slot without places is listed (rule 103), a closed one only on request (rule 105). */
function slotsOf({ store }: Context, products: readonly CatalogueProduct[], query: RangeQuery): OpenSlot[] {
  const days = daysOf(query)
  if (query.distributor_id !== undefined && query.distributor_id !== ACCOUNTS.order.order_distributor_id) {
    return []
  }
  const wanted = (slot: OpenSlot): boolean =>
    (query.include_disabled === true || slot.active) &&
    slot.open >= (query.spots_open_min ?? 0) &&
    (query.availability_capacity_id ?? capacityOf(slot.product)) === capacityOf(slot.product) &&
    slot.modified > (query.availability_modified ?? -Infinity)
  return withParts(products, query.sub_products_depth ?? 0)
    .flatMap((product) => days.flatMap((day) => store.slots.onDay(product, day)))
    .filter(wanted)
    .sort((a, b) => a.start - b.start || a.id.localeCompare(b.id))
}

/** Products with their sub-products, each once, as deep as asked (rule 104). */
function withParts(products: readonly CatalogueProduct[], depth: number): CatalogueProduct[] {
  const all = new Set(products)
  for (let level = 0; level < depth; level++) {
    for (const product of [...all]) {
      for (const id of [...product.combi, ...product.bundle]) {
        const part = findProduct(id)
        if (part) all.add(part)
      }
    }
  }
  return [...all]
}

function daysOf({ from_date: from, to_date: to = from }: RangeQuery): number[] {
  if (from === undefined || to === undefined) throw invalidRequest('from_date is needed')
  if (to < from) throw invalidRequest('to_date must not lie before from_date')
  const count = (to - from) / DAY + 1
  if (count > MOST_DAYS) throw invalidRequest(`at most ${MOST_DAYS} days can be asked for, not ${count}`)
  return Array.from({ length: count }, (_, position) => from + position * DAY)
}

export const availabilityHandlers: Handlers = {
  getProductAvailability,
  getAvailability,
  calculateAvailability,
}
