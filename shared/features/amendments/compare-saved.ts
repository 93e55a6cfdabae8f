import { distinct, entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import { diffOrder, type OrderChange } from '../orders'
import { isCountPath } from './amendable-booking'
import { applyAmendment, bookingAmendments } from './apply-amendment'
import { countChanges } from './booking-changes'
import { ticketKinds } from './booking-lines'
import { contactChanges, entryChanges, isOfContact } from './entry-changes'
import { type Amendment, isSameValue } from './field-value'
import { type KnownBooking, knownBookings, withReplacements } from './replaced-bookings'

/** What an amendment does to an order, field by field. Numbers of tickets are one change for each kind. */
export function amendmentChanges(order: unknown, amendment: Amendment): OrderChange[] {
  const { fields } = amendment
  const others = fields.filter((field) => !isCountPath(field.path) && !isOfContact(field))
  const changes = diffOrder(
    order,
    applyAmendment(order, { ...amendment, fields: others, added: [], removed: [] }),
  )
  return [
    ...changes.filter((change) => !isOfPointBefore(change)),
    ...countChanges(order, fields),
    ...contactChanges(order, fields),
    ...entryChanges(order, amendment),
  ]
}

/** What was said of the pickup point that was chosen before goes with it, and says nothing by itself. */
const isOfPointBefore = ({ path }: OrderChange): boolean =>
  path.at(-2)?.field === 'product_pickup_point' && path.at(-1)?.field !== 'pickup_point_time'

/**
 * How an order that came back differs from the one that was sent. What only the server writes of a note or a contact
 * is no difference, nor is the switch of the ticket mail, which is decided at every save, nor that the order says of
 * itself that it was updated. Of an amended booking, which is cancelled and booked anew (rules.md #155), what was asked
 * for counts: its tickets, codes and prices are new; the new total is told by itself.
 */
export function savedDifferences(before: unknown, amendment: Amendment, after: unknown): OrderChange[] {
  const { order_status } = fieldsOf(after)
  const amended = [...bookingAmendments(amendment).keys()]
  const sent = fieldsOf(applyAmendment(before, amendment))
  const expected = order_status === 'ORDER_UPDATED' ? { ...sent, order_status } : sent
  const came = withReplacements(fieldsOf(after), amended, knownOf(before))
  const known = contactKeys(sent)
  return diffOrder(comparable(expected, amended, known), comparable(came, amended, known)).filter(
    ({ before: was = null, after: is = null }) => was === null || is === null || !isSameValue(was, is),
  )
}

const knownOf = (order: unknown): KnownBooking[] => knownBookings(fieldsOf(order))

const contactKeys = (order: Readonly<Record<string, unknown>>) =>
  distinct(entriesOf(order.order_contacts).map((contact) => textOf(fieldsOf(contact).contact_uid)))

/** A new contact may come back with a key of its own (models.md, Contact). */
function comparable(order: unknown, amended: readonly string[], knownContacts: readonly string[]): unknown {
  const fields = fieldsOf(order)
  return {
    ...fields,
    order_contacts: entriesOf(fields.order_contacts).map((contact) => {
      const isKnown = knownContacts.includes(textOf(fieldsOf(contact).contact_uid) ?? '')
      const written = ['contact_version', 'contact_created', 'contact_modified']
      return without(contact, isKnown ? written : [...written, 'contact_uid'])
    }),
    order_notes: comparableNotes(fields.order_notes),
    order_options: withoutTickets(fields.order_options),
    ...(amended.length > 0 ? withBookings(fields, amended) : {}),
  }
}

const comparableNotes = (notes: unknown) =>
  entriesOf(notes).map((note) => {
    const { note_value, note_recipients } = fieldsOf(note)
    return { note_value, note_recipients }
  })

/** Prices and payments move with the bookings. */
const withBookings = (fields: Readonly<Record<string, unknown>>, amended: readonly string[]) => ({
  order_pricing: undefined,
  order_payments: undefined,
  order_bookings: entriesOf(fields.order_bookings).map((booking) =>
    amended.includes(textOf(fieldsOf(booking).booking_reference) ?? '')
      ? comparableBooking(booking)
      : booking,
  ),
})

function comparableBooking(source: unknown): object {
  const booking = fieldsOf(source)
  const point = fieldsOf(booking.product_pickup_point)
  return {
    booking_reference: booking.booking_reference,
    product_title: booking.product_title,
    booking_external_reference: booking.booking_external_reference,
    booking_travel_date: booking.booking_travel_date,
    booking_language: booking.booking_language,
    booking_notes: comparableNotes(booking.booking_notes),
    product_availability_id: booking.product_availability_id,
    product_pickup_point_id: booking.product_pickup_point_id ?? point.pickup_point_id,
    product_pickup_point: { pickup_point_time: point.pickup_point_time },
    product_type_details: ticketKinds(booking)
      .filter(({ count }) => count > 0)
      .map(({ id, kind, count }) => ({
        product_type_id: id,
        product_type_label: kind,
        product_type_count: count,
      })),
  }
}

const without = (value: unknown, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(fieldsOf(value)).filter(([name]) => !names.includes(name)))

function withoutTickets(options: unknown): object {
  const fields = fieldsOf(options)
  const mail = fieldsOf(fields.email_options)
  return { ...fields, email_options: { ...mail, email_types: without(mail.email_types, ['send_tickets']) } }
}
