/** What a person may have typed into the quick search. */
export const searchKinds = [
  'orderReference',
  'bookingReference',
  'externalReference',
  'ticketCode',
  'email',
  'name',
  'text',
] as const
export type SearchKind = (typeof searchKinds)[number]

/** The parameters of `GET /orders` that a quick search asks (endpoints.md, 24). */
export const searchParameters = [
  'order_reference',
  'booking_reference',
  'order_external_reference',
  'booking_external_reference',
  'product_type_code',
  'order_contact_email',
  'order_contact_name',
  'order_search_query',
] as const
export type SearchParameter = (typeof searchParameters)[number]

/** What was recognised, the most likely kind first, and what to ask the API, in this order, until one answers. */
export interface SearchPlan {
  /** The text to look for: trimmed, inner blanks single. */
  readonly text: string
  readonly kinds: readonly [SearchKind, ...SearchKind[]]
  readonly ask: readonly [SearchParameter, ...SearchParameter[]]
}

/** Shortest text worth a request. */
const shortest = 3

/** The API refuses shorter values of these (endpoints.md: "at least 8 characters"). */
const atLeastEight: ReadonlySet<SearchParameter> = new Set([
  'order_reference',
  'booking_reference',
  'product_type_code',
])

const asks: Readonly<Record<SearchKind, readonly SearchParameter[]>> = {
  orderReference: ['order_reference'],
  bookingReference: ['booking_reference'],
  externalReference: ['order_external_reference', 'booking_external_reference'],
  ticketCode: ['product_type_code'],
  // Only one copy of the vendor's page has the e-mail parameter, so the full-text search stands behind it.
  email: ['order_contact_email', 'order_search_query'],
  name: ['order_contact_name', 'order_search_query'],
  text: ['order_search_query'],
}

/**
 * Decides what was typed and what to ask for it. `chosen` is the person's own word against ours: then only that is
 * asked. `undefined` when the text is too short to ask anything.
 */
export function planSearch(typed: string, chosen?: SearchKind): SearchPlan | undefined {
  const text = typed.trim().replace(/\s+/g, ' ')
  if (text.length < shortest) return undefined
  const kinds = chosen ? [chosen] : recogniseKinds(text)
  const wanted = new Set(kinds.flatMap((kind) => asks[kind]))
  const [first, ...rest] = [...wanted].filter((parameter) => !atLeastEight.has(parameter) || text.length >= 8)
  const [kind, ...otherKinds] = kinds
  if (!kind || !first) return undefined
  return { text, kinds: [kind, ...otherKinds], ask: [first, ...rest] }
}

/** The kinds that a text can be, the most likely first. References have no fixed form, so several stay possible. */
export function recogniseKinds(text: string): readonly SearchKind[] {
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return ['email']
  const digits = text.replace(/\D/g, '').length
  if (text.includes(' ')) return digits > 0 ? ['text'] : ['name']
  if (text.includes('*') || /^\+\d/.test(text)) return ['text']
  // Names are also typed in capitals; signs between them make it a reference.
  // A word as long as a reference, in capitals: references are asked first, as only an exact one is believed.
  if (/^[A-Z]{8,}$/.test(text))
    return ['orderReference', 'bookingReference', 'externalReference', 'ticketCode', 'name']
  if (digits === 0)
    return /[-_/.:#]/.test(text) && text === text.toUpperCase() ? ['externalReference', 'name'] : ['name']
  if (text.length < 8) return ['externalReference', 'text']
  if (/^\d+$/.test(text)) {
    return ['ticketCode', 'orderReference', 'bookingReference', 'externalReference', 'text']
  }
  return ['orderReference', 'bookingReference', 'externalReference', 'ticketCode', 'text']
}

/** The kind that a parameter stands for, to say how an order was found. */
export const kindOfParameter: Readonly<Record<SearchParameter, SearchKind>> = {
  order_reference: 'orderReference',
  booking_reference: 'bookingReference',
  order_external_reference: 'externalReference',
  booking_external_reference: 'externalReference',
  product_type_code: 'ticketCode',
  order_contact_email: 'email',
  order_contact_name: 'name',
  order_search_query: 'text',
}
