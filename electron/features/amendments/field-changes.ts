import { type Amendment, bookingOfPath, noteEntry } from '@shared/features/amendments'
import { entriesOf, fieldsOf } from '@shared/kernel/tolerant'
import type { JsonPath } from '../../api'

/** One field that becomes another, from the order or booking down: `['order_language']`. */
export interface FieldChange {
  readonly path: JsonPath
  /** JSON text; `undefined` removes the field. */
  readonly raw: string | undefined
}

/** What an amendment changes at the top level, in the body of the update of this order. */
export function fieldChanges(order: unknown, { fields, note }: Amendment): FieldChange[] {
  const ofOrder = fields.filter(({ path }) => bookingOfPath(path) === undefined)
  const changes = ofOrder.map(({ path, wanted }) => ({
    path,
    raw: wanted === null ? undefined : JSON.stringify(wanted),
  }))
  return note
    ? [...changes, addedNote(fieldsOf(order).order_notes, JSON.stringify(noteEntry(note)))]
    : changes
}

/** Behind the notes that are there. An order without any has no list, or null in its place. */
function addedNote(notes: unknown, raw: string): FieldChange {
  const count = entriesOf(notes).length
  return count === 0 ? { path: ['order_notes'], raw: `[${raw}]` } : { path: ['order_notes', count], raw }
}
