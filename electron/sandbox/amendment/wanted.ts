import { countOf } from '../availability/party'
import type { CatalogueProduct, TicketKind } from '../catalogue/types'
import { invalidRequest, Refusal } from '../http/refusal'
import { parseOffsetTime } from '../time/local-time'

/** An entry of `order_bookings` as it was sent, null fields left out (rule 47). */
export type SentBooking = Readonly<Record<string, unknown>>

/** When, and how many: of a booking, or of a part of a combi or bundle. */
export interface WantedLine {
  readonly slotId: string | undefined
  /** As sent, with the offset it carries. */
  readonly travelDate: string | undefined
  readonly counts: ReadonlyMap<TicketKind, number>
}

/** What may be sent for a booking that is there already (enums.md, BookingOptionType). */
const OPTION_TYPES = ['UPDATE_BOOKING', 'DIRECT_BOOKING', 'UPDATE_BOOKING_NOTES'] as const

/**
 * The bookings to amend (rule 153), or 400 and 422 for what can never be amended as it was sent. New bookings,
 * which rule 155 allows too, are 501 here (rule 72).
 */
export function readSentBookings(value: unknown): readonly SentBooking[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw invalidRequest('order_bookings must be a list of objects')
  const sent = value.map((entry: unknown, position) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
      throw invalidRequest('order_bookings must be a list of objects')
    }
    return readEntry(withoutNull(entry), `order_bookings.${position}`)
  })
  const references = sent.map((entry) => entry.booking_reference)
  if (new Set(references).size < references.length) {
    throw new Refusal(422, 'DOUBLE_BOOKING', 'A booking is sent more than once.')
  }
  return sent
}

function readEntry(entry: SentBooking, place: string): SentBooking {
  const type = OPTION_TYPES.find((each) => each === entry.booking_option_type)
  if (entry.booking_option_type === undefined) {
    throw invalidRequest(`${place}.booking_option_type is missing`)
  }
  if (!type) {
    throw new Refusal(422, 'OPTION_TYPE', `${place}: ${String(entry.booking_option_type)} cannot be amended.`)
  }
  const reference = entry.booking_reference
  if (reference === undefined || reference === '') {
    throw new Refusal(501, 'NOT_IMPLEMENTED', 'The sandbox does not add bookings to an order yet.')
  }
  if (typeof reference !== 'string') throw invalidRequest(`${place}.booking_reference must be a text`)
  if (entry.booking_notes !== undefined && !isListOfNotes(entry.booking_notes)) {
    throw invalidRequest(`${place}.booking_notes must be a list of notes`)
  }
  return entry
}

const isListOfNotes = (value: unknown): boolean =>
  Array.isArray(value) && value.every((note) => typeof Reflect.get(Object(note), 'note_value') === 'string')

const withoutNull = (entry: object): SentBooking =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null))

/** Slot, date and tickets of a line; what is left out of a part is taken from `main` (rule 90). */
export function readLine(product: CatalogueProduct, sent: SentBooking, main?: SentBooking): WantedLine {
  const entry = { ...withoutNull(sent) }
  const details = entry.product_type_details ?? main?.product_type_details
  const slotId = entry.product_availability_id ?? main?.product_availability_id
  const travelDate = entry.booking_travel_date
  if (slotId !== undefined && typeof slotId !== 'string') {
    throw invalidRequest('product_availability_id must be a text')
  }
  if (
    travelDate !== undefined &&
    (typeof travelDate !== 'string' || parseOffsetTime(travelDate) === undefined)
  ) {
    throw invalidRequest(
      'booking_travel_date must be a date and time with an offset like +01:00, not Z (rule 49)',
    )
  }
  return {
    slotId: product.starts.length > 0 || entry.product_availability_id !== undefined ? slotId : undefined,
    travelDate,
    counts: readCounts(product, details, main !== undefined && entry.product_type_details === undefined),
  }
}

/** Tickets by kind: 2 once is the same as 1 twice (model ProductTypeDetails). Read-only fields are not looked at. */
function readCounts(
  product: CatalogueProduct,
  details: unknown,
  fromMain: boolean,
): ReadonlyMap<TicketKind, number> {
  if (!Array.isArray(details)) throw invalidRequest('product_type_details is missing or no list')
  const counts = new Map<TicketKind, number>()
  for (const entry of details) {
    const { product_type_id: id, product_type: type, product_type_count } = Object(entry) as SentBooking
    const count = countOf(product_type_count)
    if (count === undefined) throw invalidRequest('product_type_count must be a whole number above zero')
    const own = product.kinds.find((kind) => kind.id === id)
    const kind = own ?? (fromMain ? sameKind(product, type) : undefined)
    if (!kind) throw new Refusal(422, 'UNKNOWN_TYPE', `Product ${product.id} has no type ${String(id)}.`)
    if (own && type !== undefined && type !== own.type) {
      throw new Refusal(422, 'UNKNOWN_TYPE', `Type ${own.id} is ${own.type}, not ${String(type)}.`)
    }
    counts.set(kind, (counts.get(kind) ?? 0) + count)
  }
  return counts
}

/** The kind of a sub-product that goes with a kind of the main product. */
export function sameKind(product: CatalogueProduct, type: unknown): TicketKind | undefined {
  return product.kinds.find((kind) => kind.type === type) ?? product.kinds[0]
}

export const sumOf = (counts: ReadonlyMap<TicketKind, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0)
