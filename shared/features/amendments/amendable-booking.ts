import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import { statusMeaning } from '../orders'
import type { AmendableField, AmendableGroup, BookingObstacle } from './amendable'
import { isStanding, linesOf, ticketKinds } from './booking-lines'
import { bookingOf, type FieldPath, valueAt } from './field-value'

type Fields = Readonly<Record<string, unknown>>

/** Why the date, the slot and the number of tickets of a booking stay as they are. */
export type TravelObstacle =
  /** A combi or bundle has a slot and tickets of its own for each part. */
  | 'PARTS'
  /** Its seats belong to the slot. */
  | 'SEATS'

/** What stands in the way of amending a booking; `undefined` when nothing is known to. */
export function bookingObstacle(booking: unknown): BookingObstacle | undefined {
  const fields = fieldsOf(booking)
  const meaning = statusMeaning(textOf(fields.booking_status))
  const standing = linesOf(booking).filter(isStanding)
  const parts = partsOf(fields).flatMap(linesOf)
  if (meaning === 'cancelled' || meaning === 'failed') return 'CANCELLED'
  if (linesOf(booking).length > 0 && standing.length === 0) return 'CANCELLED'
  if (textOf(fields.booking_reference) === undefined) return 'NO_REFERENCE'
  if (meaning === 'processing') return 'PROCESSING'
  if ([...standing, ...parts].some(isUsed)) return 'REDEEMED'
  if (parts.some((line) => !isStanding(line))) return 'PARTLY_CANCELLED'
  return fields.product_cancellation_allowed === false ? 'NOT_CANCELLABLE' : undefined
}

/** What keeps date, slot and counts of a booking as they are; `undefined` when nothing does. */
export function travelObstacle(booking: unknown): TravelObstacle | undefined {
  if (partsOf(fieldsOf(booking)).length > 0) return 'PARTS'
  const hasSeats = linesOf(booking).some(
    (line) => isStanding(line) && entriesOf(line.product_type_spots).length > 0,
  )
  return hasSeats ? 'SEATS' : undefined
}

const partsOf = (fields: Fields): readonly Fields[] =>
  [...entriesOf(fields.product_combi_details), ...entriesOf(fields.product_bundle_details)].map(fieldsOf)

/** ACTIVE is a pass that was scanned and still runs (enums.md). */
const isUsed = (line: Fields): boolean =>
  ['REDEEMED', 'ACTIVE'].includes(textOf(line.product_type_redemption_status) ?? '')

/** What may be changed in one booking of an order. */
export function bookingGroup(order: unknown, reference: string): AmendableGroup {
  const booking = bookingOf(order, reference) ?? {}
  const obstacle = bookingObstacle(booking)
  return {
    key: `booking ${reference}`,
    section: 'booking',
    title: textOf(booking.product_title),
    booking: reference,
    ...(obstacle ? { obstacle } : {}),
    locked: obstacle !== undefined,
    fields: [...ownFields(order, reference), ...travelFields(order, reference, booking)],
  }
}

function ownFields(order: unknown, reference: string): AmendableField[] {
  return [
    field(order, reference, ['booking_external_reference'], 'text', true),
    field(order, reference, ['booking_language'], 'language'),
    field(order, reference, ['product_pickup_point_id'], 'text'),
    field(order, reference, ['product_pickup_point', 'pickup_point_time'], 'text'),
  ]
}

function travelFields(order: unknown, reference: string, booking: Fields): AmendableField[] {
  if (travelObstacle(booking) !== undefined) return []
  return [
    field(order, reference, ['booking_travel_date'], 'moment'),
    field(order, reference, ['product_availability_id'], 'text'),
    ...ticketKinds(booking).map(({ id, kind, label }) => ({
      ...countField(order, reference, id, kind),
      label,
    })),
  ]
}

/** The number of tickets of a kind in a booking, also of one that it has none of. */
export const countField = (order: unknown, reference: string, id: string, kind: string): AmendableField =>
  field(order, reference, ['product_type_details', id, kind], 'count', true)

/** Whether a path names a number of tickets of a booking. */
export const isCountPath = (path: FieldPath): boolean =>
  path.length === 5 &&
  path[0] === 'order_bookings' &&
  path[2] === 'product_type_details' &&
  path.every((key) => typeof key === 'string')

function field(
  order: unknown,
  reference: string,
  inBooking: FieldPath,
  kind: AmendableField['kind'],
  required = false,
): AmendableField {
  const path = ['order_bookings', reference, ...inBooking]
  const name = inBooking[0] === 'product_pickup_point' ? inBooking[1] : inBooking[0]
  return { path, name: String(name), kind, required, value: valueAt(order, path), choices: [] }
}
