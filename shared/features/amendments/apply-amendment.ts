import { distinct, entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import { type BookingAmendment, bookingEdits, editBooking } from './booking-edits'
import { type Amendment, bookingOfPath, type FieldPath, type FieldValue, noteEntry } from './field-value'
import { withEntries } from './list-entries'

/** The order with the amendment in it: what is to be compared before it is sent, and with what comes back. */
export function applyAmendment(order: unknown, amendment: Amendment): unknown {
  const { fields, note } = amendment
  const ofOrder = fields.filter(({ path }) => bookingOfPath(path) === undefined)
  const changed = ofOrder.reduce((value, { path, wanted }) => put(value, path, wanted), order)
  const listed = withEntries(changed, amendment)
  const noted = note
    ? { ...fieldsOf(listed), order_notes: [...entriesOf(fieldsOf(listed).order_notes), noteEntry(note)] }
    : listed
  const bookings = bookingAmendments(amendment)
  if (bookings.size === 0) return noted
  return {
    ...fieldsOf(noted),
    order_bookings: entriesOf(fieldsOf(noted).order_bookings).map((booking) => {
      const own = bookings.get(textOf(fieldsOf(booking).booking_reference) ?? '')
      return own ? editBooking(booking, bookingEdits(booking, own, { withoutCancelled: false })) : booking
    }),
  }
}

/** What an amendment does to each booking, by `booking_reference`; paths start at the booking. */
export function bookingAmendments({ fields, bookingNotes = [] }: Amendment): Map<string, BookingAmendment> {
  const references = distinct([
    ...fields.map(({ path }) => bookingOfPath(path)),
    ...bookingNotes.map(({ booking }) => booking),
  ])
  return new Map(
    references.map((reference) => [
      reference,
      {
        fields: fields
          .filter(({ path }) => bookingOfPath(path) === reference)
          .map((field) => ({ ...field, path: field.path.slice(2) })),
        notes: bookingNotes.filter(({ booking }) => booking === reference),
      },
    ]),
  )
}

function put(value: unknown, [key, ...rest]: FieldPath, wanted: FieldValue): unknown {
  if (key === undefined) return wanted
  if (typeof key === 'number') {
    const entries = entriesOf(value)
    // The first answer of a question that has none yet.
    if (key === entries.length) return [...entries, put(undefined, rest, wanted)]
    return entries.map((entry, at) => (at === key ? put(entry, rest, wanted) : entry))
  }
  const fields = fieldsOf(value)
  return { ...fields, [key]: put(fields[key], rest, wanted) }
}
