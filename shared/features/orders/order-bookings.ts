import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import { type BookingFields, type Fields, readBookingFields } from './booking-fields'

/** What a booking is to the one it stands under. */
export type BookingRole = 'main' | 'combi' | 'bundle' | 'addOn'

/** A booking of an order, or a part of one, with what hangs on it. */
export interface OrderBooking extends BookingFields {
  /** Names it among all bookings of the order, also where references are missing or repeat. */
  readonly key: string
  readonly role: BookingRole
  readonly parts: readonly OrderBooking[]
}

/**
 * The bookings of an order as a tree: combi and bundle parts under their booking, and add-ons under the booking they
 * were sold with (rules.md #89, #93, #96). Every booking of the order appears exactly once. Never throws.
 */
export function orderBookings(order: unknown): OrderBooking[] {
  const all = entriesOf(fieldsOf(order).order_bookings).map(fieldsOf)
  const family: Family = {
    mains: mainBookings(all),
    references: new Set(all.map((booking) => textOf(booking.booking_reference))),
  }
  return all
    .map((booking, at) => ({ booking, key: `${at}` }))
    .filter(({ booking }) => !family.mains.has(booking))
    .map(({ booking, key }) => node(booking, 'main', key, family))
}

/** How the bookings of one order belong together. */
interface Family {
  /** Add-on → the booking it hangs on. */
  readonly mains: ReadonlyMap<Fields, Fields>
  /** `booking_reference` of every booking of the order. */
  readonly references: ReadonlySet<string | undefined>
}

/** The main booking of every add-on; add-ons that name each other in a circle stay on their own. */
function mainBookings(all: readonly Fields[]): ReadonlyMap<Fields, Fields> {
  const byReference = new Map(all.map((booking) => [textOf(booking.booking_reference), booking]))
  const byAddOn = new Map(all.flatMap((booking) => addOnReferences(booking).map((own) => [own, booking])))
  const mains = new Map<Fields, Fields>()
  for (const addOn of all) {
    const main =
      found(byReference, textOf(addOn.booking_addon_reference)) ??
      found(byAddOn, textOf(addOn.booking_reference))
    if (main && main !== addOn && !mains.has(main)) mains.set(addOn, main)
  }
  return mains
}

const found = (bookings: ReadonlyMap<string | undefined, Fields>, reference: string | undefined) =>
  reference === undefined ? undefined : bookings.get(reference)

const addOnReferences = (booking: Fields) =>
  entriesOf(booking.product_addon_details).map((entry) => textOf(fieldsOf(entry).booking_reference))

function node(fields: Fields, role: BookingRole, key: string, family: Family): OrderBooking {
  const addOns = [...family.mains].filter(([, main]) => main === fields).map(([addOn]) => addOn)
  // What is listed as an add-on but is no booking of this order was booked in another one.
  const elsewhere = entriesOf(fields.product_addon_details)
    .map(fieldsOf)
    .filter((entry) => !family.references.has(textOf(entry.booking_reference)))
  const nodes = (list: readonly unknown[], part: BookingRole) =>
    list.map((entry, at) => node(fieldsOf(entry), part, `${key}.${part}${at}`, family))
  return {
    ...readBookingFields(fields),
    key,
    role,
    parts: [
      ...nodes(entriesOf(fields.product_combi_details), 'combi'),
      ...nodes(entriesOf(fields.product_bundle_details), 'bundle'),
      ...nodes([...addOns, ...elsewhere], 'addOn'),
    ],
  }
}
