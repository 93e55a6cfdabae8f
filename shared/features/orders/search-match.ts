import { distinct, entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import type { SearchParameter } from './recognise-search'

type Fields = Readonly<Record<string, unknown>>

/** The bookings of an order and what they are made of or sold with, in one list. */
export function bookingsAndParts(order: unknown): Fields[] {
  const bookings = entriesOf(fieldsOf(order).order_bookings).map(fieldsOf)
  return bookings.flatMap((booking) => [
    booking,
    ...entriesOf(booking.product_combi_details).map(fieldsOf),
    ...entriesOf(booking.product_bundle_details).map(fieldsOf),
    ...entriesOf(booking.product_addon_details).map(fieldsOf),
  ])
}

/**
 * The values of an order that a search parameter looks at; `undefined` where the API alone knows (names, full text).
 */
function valuesFor(parameter: SearchParameter, order: Fields): readonly string[] | undefined {
  const parts = bookingsAndParts(order)
  switch (parameter) {
    case 'order_reference':
      return distinct([textOf(order.order_reference)])
    case 'order_external_reference':
      return distinct([textOf(order.order_external_reference)])
    case 'booking_reference':
      return distinct(parts.map((part) => textOf(part.booking_reference)))
    case 'booking_external_reference':
      return distinct(parts.map((part) => textOf(part.booking_external_reference)))
    case 'product_type_code':
      return distinct(parts.flatMap(codesOf))
    case 'order_contact_email':
      return distinct(
        entriesOf(order.order_contacts).map((contact) => textOf(fieldsOf(contact).contact_email)),
      )
    default:
      return undefined
  }
}

/** Codes to scan of a booking or a part of one. */
export function codesOf(part: Fields): (string | undefined)[] {
  const lines = entriesOf(part.product_type_details).map(fieldsOf)
  return [
    textOf(part.product_code),
    ...lines.flatMap((line) => [
      textOf(line.product_type_code),
      textOf(fieldsOf(line.product_type_pass_details).pass_code),
    ]),
  ]
}

/**
 * Whether an order can be the answer to a search. A server that ignores a parameter it does not know answers with
 * orders at large (endpoints.md); those must never be shown as what was looked for.
 */
export function matchesSearch(parameter: SearchParameter, text: string, order: unknown): boolean {
  const values = valuesFor(parameter, fieldsOf(order))
  const wanted = text.toLowerCase()
  return values === undefined || values.some((value) => value.toLowerCase().includes(wanted))
}

/** Whether a search parameter names one thing, so that other filters would only hide it. */
export const isKeyParameter = (parameter: SearchParameter): boolean =>
  parameter !== 'order_contact_name' && parameter !== 'order_search_query'
