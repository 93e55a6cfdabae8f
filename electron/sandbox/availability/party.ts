import type { CatalogueProduct, TicketKind } from '../catalogue/types'
import { invalidRequest, Refusal } from '../http/refusal'

/** Which kinds of ticket, and how many of each. */
export type Party = readonly { readonly kind: TicketKind; readonly count: number }[]

/** Fields of an entry of `pricing`: INFERRED by the pattern of `product_type_details` (endpoints.md #17). */
const ENTRY = { kind: 'product_type_id', count: 'product_type_count' } as const

/**
 * The party of `POST /availability/{product_id}`. Without a body, or with an empty list, it is one piece of
 * each kind: the default price (rule 99).
 */
export function readParty(product: CatalogueProduct, body: unknown): Party {
  const data: unknown = Reflect.get(Object(body), 'data')
  const pricing: unknown = Reflect.get(Object(data), 'pricing') ?? []
  if (body !== undefined && (typeof data !== 'object' || data === null)) {
    throw invalidRequest('the body must be {"data": {"pricing": […]}}')
  }
  if (!Array.isArray(pricing)) throw invalidRequest('pricing must be a list')
  if (pricing.length === 0) return product.kinds.map((kind) => ({ kind, count: 1 }))
  const party = pricing.map((entry: unknown) => {
    const id: unknown = Reflect.get(Object(entry), ENTRY.kind)
    const count = countOf(Reflect.get(Object(entry), ENTRY.count))
    const kind = product.kinds.find((each) => each.id === id)
    if (count === undefined) throw invalidRequest(`${ENTRY.count} must be a whole number above zero`)
    if (!kind) throw new Refusal(422, 'UNKNOWN_TYPE', `Product ${product.id} has no type ${String(id)}.`)
    return { kind, count }
  })
  if (new Set(party.map(({ kind }) => kind)).size < party.length) {
    throw new Refusal(422, 'DOUBLE_TYPE', 'A type is named more than once.')
  }
  return party
}

/** A count as the API takes it, a number or digits as text; undefined for anything but a whole number above zero. */
export function countOf(value: unknown): number | undefined {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : ''
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined
}
