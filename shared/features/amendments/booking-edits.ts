import { entriesOf, fieldsOf } from '../../kernel/tolerant'
import { isStanding, kindIdOf, linesOf, sizeOf } from './booking-lines'
import { type AmendedField, type NewNote, noteEntry } from './field-value'

/** A value put at a path of a booking as it was read; `undefined` removes what is there. */
export interface BookingEdit {
  readonly path: readonly (string | number)[]
  readonly value: unknown
}

/** What one booking is to become; paths start at the booking. */
export interface BookingAmendment {
  readonly fields: readonly AmendedField[]
  readonly notes: readonly NewNote[]
}

/**
 * The edits that make a booking as read the one that is wanted, to be made in this order. Tickets that are gone already
 * are taken out when it is sent: a booking that is sent is booked anew as it is sent (rules.md #155).
 */
export function bookingEdits(
  booking: unknown,
  { fields, notes }: BookingAmendment,
  { withoutCancelled }: { withoutCancelled: boolean },
): BookingEdit[] {
  const counts = fields.filter(isCount)
  const lines = countEdits(booking, counts, withoutCancelled)
  return [
    ...fields.filter(isPickup).flatMap(fieldEdits),
    ...fields.filter((field) => !isCount(field) && !isPickup(field)).flatMap(fieldEdits),
    ...noteEdits(booking, notes),
    ...lines,
  ]
}

const isCount = ({ path }: AmendedField) => path[0] === 'product_type_details'

/** Choosing a point comes before its time. */
const isPickup = ({ path }: AmendedField) => path[0] === 'product_pickup_point_id'

function fieldEdits(field: AmendedField): BookingEdit[] {
  const { path, wanted } = field
  if (!isPickup(field)) return [{ path, value: wanted ?? undefined }]
  // The rest of the point that was chosen before is that of another place.
  return [
    { path, value: wanted ?? undefined },
    { path: ['product_pickup_point'], value: wanted === null ? undefined : { pickup_point_id: wanted } },
  ]
}

function noteEdits(booking: unknown, notes: readonly NewNote[]): BookingEdit[] {
  const count = entriesOf(fieldsOf(booking).booking_notes).length
  const added = notes.map(noteEntry)
  if (added.length === 0) return []
  return count === 0
    ? [{ path: ['booking_notes'], value: added }]
    : added.map((value, at) => ({ path: ['booking_notes', count + at], value }))
}

/** Fewer: from the last ticket on. More: a line of their own, without the code and the seat of another ticket. */
function countEdits(
  booking: unknown,
  counts: readonly AmendedField[],
  withoutCancelled: boolean,
): BookingEdit[] {
  const lines = linesOf(booking).map((line, at) => ({ line, at, id: kindIdOf(line) }))
  const gone = new Set(
    withoutCancelled ? lines.filter(({ line }) => !isStanding(line)).map(({ at }) => at) : [],
  )
  const shrunk: BookingEdit[] = []
  const added: object[] = []
  for (const { path, wanted } of counts) {
    const [, id, kind] = path
    if (!/^\d+$/.test(String(wanted))) continue
    const own = lines.filter((line) => line.id === id && isStanding(line.line))
    let over = own.reduce((sum, { line }) => sum + sizeOf(line), 0) - Number(wanted)
    // A booking whose lines have no ids is told apart by kind alone.
    const named = id === kind ? {} : { product_type_id: id }
    if (over < 0) added.push({ product_type: kind, ...named, product_type_count: -over })
    for (const { line, at } of own.toReversed()) {
      if (over <= 0) break
      const size = sizeOf(line)
      if (size <= over) gone.add(at)
      else shrunk.push(shrink(line, at, size - over))
      over -= size
    }
  }
  const more: BookingEdit[] =
    lines.length === 0 && added.length > 0
      ? [{ path: ['product_type_details'], value: added }]
      : added.map((value, at) => ({ path: ['product_type_details', lines.length + at], value }))
  const fewer = [...gone].sort((a, b) => b - a).map((at) => remove(at))
  return [...shrunk, ...more, ...fewer]
}

/** A count comes as a number or as its digits, and goes back in the same form. */
function shrink({ product_type_count: before }: Readonly<Record<string, unknown>>, at: number, to: number) {
  return {
    path: ['product_type_details', at, 'product_type_count'],
    value: typeof before === 'string' ? String(to) : to,
  }
}

const remove = (at: number): BookingEdit => ({ path: ['product_type_details', at], value: undefined })

/** A booking with edits made to it. */
export const editBooking = (booking: unknown, edits: readonly BookingEdit[]): unknown =>
  edits.reduce((value, { path, value: to }) => put(value, path, to), booking)

function put(value: unknown, [key, ...rest]: BookingEdit['path'], to: unknown): unknown {
  if (key === undefined) return to
  if (typeof key === 'number') {
    const list = entriesOf(value)
    if (rest.length === 0 && to === undefined) return list.toSpliced(key, 1)
    return key === list.length
      ? [...list, put(undefined, rest, to)]
      : list.with(key, put(list[key], rest, to))
  }
  const fields = fieldsOf(value)
  if (rest.length > 0 || to !== undefined) return { ...fields, [key]: put(fields[key], rest, to) }
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key))
}
