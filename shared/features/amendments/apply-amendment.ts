import { entriesOf, fieldsOf } from '../../kernel/tolerant'
import type { Amendment, FieldPath, FieldValue, NewNote } from './field-value'

/** The order with the amendment in it: what is to be compared before it is sent, and with what comes back. */
export function applyAmendment(order: unknown, { fields, note }: Amendment): unknown {
  const changed = fields.reduce((value, { path, wanted }) => put(value, path, wanted), order)
  if (!note) return changed
  const notes = entriesOf(fieldsOf(changed).order_notes)
  return { ...fieldsOf(changed), order_notes: [...notes, noteEntry(note)] }
}

/** A new note as it is sent. */
export const noteEntry = ({ text, recipients }: NewNote) => ({
  note_value: text,
  ...(recipients.length > 0 ? { note_recipients: [...recipients] } : {}),
})

function put(value: unknown, [key, ...rest]: FieldPath, wanted: FieldValue): unknown {
  if (key === undefined) return wanted
  if (typeof key === 'number') {
    return entriesOf(value).map((entry, at) => (at === key ? put(entry, rest, wanted) : entry))
  }
  const fields = fieldsOf(value)
  return { ...fields, [key]: put(fields[key], rest, wanted) }
}
