import { fieldsOf, textOf } from '../../kernel/tolerant'
import type { OrderChange, PathStep } from '../orders'
import { isCountPath } from './amendable-booking'
import { ticketKinds } from './booking-lines'
import { type AmendedField, bookingOf, bookingOfPath } from './field-value'

/** How the numbers of tickets are to change, one line for each kind. */
export const countChanges = (order: unknown, fields: readonly AmendedField[]): OrderChange[] =>
  fields
    .filter(({ path }) => isCountPath(path))
    .map((field) => ({
      path: fieldSteps(order, field.path),
      kind: 'changed',
      before: String(field.seen ?? '0'),
      after: String(field.wanted ?? '0'),
    }))

/** Where an amended field stands, with what a person knows its booking and its kind of tickets by. */
export function fieldSteps(order: unknown, path: AmendedField['path']): PathStep[] {
  const reference = bookingOfPath(path)
  if (reference === undefined) {
    return path.filter((key) => typeof key === 'string').map((field) => ({ field }))
  }
  const booking = bookingOf(order, reference)
  const title = textOf(fieldsOf(booking).product_title)
  const place: PathStep = {
    field: 'order_bookings',
    entry: [
      ...(title === undefined ? [] : [{ field: 'product_title', value: title }]),
      { field: 'booking_reference', value: reference },
    ],
  }
  if (!isCountPath(path)) return [place, { field: String(path.at(-1)) }]
  const kind = ticketKinds(booking).find(({ id }) => id === path[3])
  const value = kind?.label ?? String(path[4])
  return [place, { field: 'product_type_count', entry: [{ field: 'product_type_label', value }] }]
}
