import { distinct, entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'

/** A note on an order, a booking, a contact or a payment. */
export interface NoteEntry {
  readonly text: string
  /** `note_created` as sent. */
  readonly created: string | undefined
  readonly by: string | undefined
  readonly role: string | undefined
  /** Account levels that may read it, as sent. */
  readonly recipients: readonly string[]
}

/** Reads a `*_notes` list; notes without text are left out. The v3.5 names are read too. */
export function readNotes(list: unknown): NoteEntry[] {
  return entriesOf(list).flatMap((entry) => {
    const fields = fieldsOf(entry)
    const text = textOf(fields.note_value)
    if (text === undefined) return []
    return {
      text,
      created: textOf(fields.note_created) ?? textOf(fields.note_date),
      by:
        textOf(fields.note_creator_user_name) ??
        textOf(fields.note_creator_user_email) ??
        textOf(fields.note_creator) ??
        textOf(fields.note_creator_account_type),
      role: textOf(fields.note_creator_user_role),
      recipients: distinct(entriesOf(fields.note_recipients).map(textOf)),
    }
  })
}
