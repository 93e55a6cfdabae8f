import { destinationOf, productDocument, productModified } from '../catalogue/product-document'
import { findProduct, PRODUCTS } from '../catalogue/products'
import type { CatalogueProduct } from '../catalogue/types'
import type { Context, Handler, Handlers } from '../context'
import { single } from '../context'
import { ACCOUNTS } from '../data/accounts'
import { isUnchanged, lastModified } from '../http/conditional'
import { PAGING, pageOf, windowOf } from '../http/paging'
import { boolean, integer, language, list, moment, oneOf, readQuery, text, type Values } from '../http/query'
import { invalidRequest, Refusal } from '../http/refusal'
import { compileSearch, containsWords } from '../search/text'
import { DAY } from '../time/local-time'

const COUNT = integer(0, 999_999)

const LIST_QUERY = {
  distributor_id: text,
  product_content_language: language,
  product_content: text,
  product_start_date: moment,
  product_end_date: moment,
  product_duration: COUNT,
  product_booking_quantity_min: COUNT,
  product_booking_quantity_max: COUNT,
  product_id: list,
  product_supplier: list,
  product_reseller: list,
  product_category: list,
  product_destination: list,
  product_tag: list,
  product_language: list,
  product_location_id: list,
  product_location_country_code: list,
  product_currency_code: list,
  product_availability: boolean,
  product_favorite: boolean,
  product_planet: text,
  product_modified: moment,
  product_search_query: text,
  product_view_type: oneOf('DISTRIBUTOR'),
  product_sort_by: text,
  product_sort_order: oneOf('ASC', 'DESC'),
  cache: boolean,
  ...PAGING,
}

type ListQuery = Values<typeof LIST_QUERY>
type Check = (product: CatalogueProduct) => boolean

const getProducts: Handler = (request, reply, context) => {
  const query = readQuery(request, LIST_QUERY)
  if (query.cache === false && query.product_search_query !== undefined) {
    throw invalidRequest('product_search_query works only with cache=true')
  }
  if ((query.product_sort_by ?? MODIFIED) !== MODIFIED)
    throw invalidRequest(`product_sort_by must be ${MODIFIED}`)
  const window = windowOf(query, request.call.pageSize)
  if (isUnchanged(request.headers['if-modified-since'], anchorOf(context))) return reply.code(304).send()
  const checks = checksOf(query, anchorOf(context))
  const found = PRODUCTS.filter((product) => checks.every((check) => check(product))).sort(
    (a, b) =>
      productModified(b, anchorOf(context)) - productModified(a, anchorOf(context)) ||
      a.id.localeCompare(b.id),
  )
  if (query.product_sort_order === 'ASC') found.reverse()
  const rows = found.slice(window.offset, window.offset + window.limit)
  reply
    .header('Last-Modified', lastModified(anchorOf(context), context.clock()))
    .header('Content-Language', 'en')
  const documents = rows.map((product) => productDocument(product, anchorOf(context)))
  return { api_version: '3.8.0', data: pageOf(window, found.length, documents) }
}

const MODIFIED = 'PRODUCT_MODIFIED'
const anchorOf = (context: Context): number => context.store.dataset.world.anchor

function checksOf(query: ListQuery, anchor: number): Check[] {
  const checks: Check[] = []
  const nobody = () => false
  const among = (wanted: readonly string[] | undefined, value: (product: CatalogueProduct) => string) => {
    if (wanted) checks.push((product) => wanted.includes(value(product)))
  }
  const { product_content: words, product_search_query: search, product_modified: modified } = query
  among(query.product_id, (product) => product.id)
  among(query.product_supplier, (product) => product.supplier.id)
  among(query.product_reseller, () => ACCOUNTS.product.product_reseller_id)
  among(query.product_destination, destinationOf)
  among(query.product_language, () => 'en')
  among(query.product_location_id, (product) => `LOC-${product.supplier.id}`)
  among(query.product_location_country_code, (product) => product.supplier.countryCode)
  among(query.product_currency_code, (product) => product.supplier.currency)
  if (query.product_duration !== undefined)
    checks.push((product) => product.durationMinutes === query.product_duration)
  if (query.product_availability === false) checks.push((product) => product.starts.length === 0)
  if (modified !== undefined) checks.push((product) => productModified(product, anchor) > modified)
  if (words !== undefined) checks.push((product) => containsWords(textOf(product), words))
  if (search !== undefined) {
    const matches = compileSearch(search)
    checks.push((product) => matches(textOf(product)))
  }
  // No product of the sandbox has categories, tags or favourites; all are sold by one distributor, last for
  // the same time and take 1 to 50 guests.
  if (query.product_category ?? query.product_tag ?? (query.product_favorite || undefined))
    checks.push(nobody)
  if (isOther(query.distributor_id, ACCOUNTS.product.product_distributor_id)) checks.push(nobody)
  if (isOther(query.product_planet, 'EARTH')) checks.push(nobody)
  if ((query.product_booking_quantity_min ?? 1) !== 1) checks.push(nobody)
  if ((query.product_booking_quantity_max ?? 50) !== 50) checks.push(nobody)
  if ((query.product_start_date ?? anchor) > anchor + 500 * DAY) checks.push(nobody)
  if ((query.product_end_date ?? anchor) < anchor - 700 * DAY) checks.push(nobody)
  return checks
}

const isOther = (asked: string | undefined, ours: string): boolean => asked !== undefined && asked !== ours
const textOf = (product: CatalogueProduct): string =>
  `${product.title} ${product.supplier.name} ${product.supplier.city}`

const getProduct: Handler = (request, reply, context) => {
  readQuery(request, { distributor_id: text, product_content_language: language, cache: boolean })
  const id: unknown = Reflect.get(Object(request.params), 'product_id')
  const product = findProduct(String(id))
  if (!product) throw new Refusal(404, 'PRODUCT_NOT_FOUND', `There is no product ${String(id)}.`)
  if (isUnchanged(request.headers['if-modified-since'], anchorOf(context))) return reply.code(304).send()
  reply
    .header('Last-Modified', lastModified(anchorOf(context), context.clock()))
    .header('Content-Language', 'en')
  return single('product', productDocument(product, anchorOf(context)))
}

export const productHandlers: Handlers = { getProducts, getProduct }
