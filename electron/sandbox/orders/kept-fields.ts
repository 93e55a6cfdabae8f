import { type Change, stamp } from './change'
import type { BookingDocument, ContactDocument, OrderDocument } from './document'

type Entry = Record<string, unknown>

/** A list of an order whose entries hold fields that only the server writes (models.md, read-only). */
interface KeptList {
  /** What is known before an update as after it. */
  readonly same: readonly string[]
  readonly readOnly: readonly string[]
}

const NOTES: KeptList = {
  same: ['note_value'],
  readOnly: ['note_created', 'note_creator_user_name', 'note_creator_user_email', 'note_creator_user_role'],
}

const LISTS: Readonly<Record<string, KeptList>> = {
  order_notes: NOTES,
  order_contacts: {
    same: ['contact_uid', 'contact_type'],
    readOnly: ['contact_version', 'contact_created', 'contact_modified'],
  },
  order_checkout_fields: {
    same: ['checkout_field_id'],
    readOnly: [
      'checkout_field_title',
      'checkout_field_label',
      'checkout_field_place_holder',
      'checkout_field_help_text',
      'checkout_field_account_type',
      'checkout_field_restriction',
      'checkout_field_level',
      'checkout_field_input_type',
      'checkout_field_type',
      'checkout_field_created',
    ],
  },
}

/** Gives entries that were there before the fields back that only the server writes, and signs new notes. */
export function keepWrittenByServer(before: OrderDocument, order: OrderDocument, change: Change): void {
  for (const [name, list] of Object.entries(LISTS)) keepEntries(list, before[name], order[name], change)
}

/** The same for the notes of a booking. */
export function keepNotes(before: BookingDocument, booking: BookingDocument, change: Change): void {
  keepEntries(NOTES, before.booking_notes, booking.booking_notes, change)
}

/** The same for the notes of a contact. */
export function keepContactNotes(before: ContactDocument, contact: ContactDocument, change: Change): void {
  keepEntries(NOTES, before.contact_notes, contact.contact_notes, change)
}

function keepEntries(list: KeptList, before: unknown, after: unknown, change: Change): void {
  const left = [...entriesOf(before)]
  for (const entry of entriesOf(after)) {
    const at = left.findIndex((old) => list.same.every((name) => old[name] === entry[name]))
    const [old] = at < 0 ? [] : left.splice(at, 1)
    for (const name of list.readOnly) {
      if (old?.[name] === undefined) delete entry[name]
      else entry[name] = old[name]
    }
    if (list === NOTES && !old) Object.assign(entry, signature(change))
  }
}

const signature = ({ at, actor }: Change) => ({
  note_created: stamp(at),
  note_creator_user_name: actor.name,
  note_creator_user_email: actor.email,
  note_creator_user_role: actor.role,
})

const entriesOf = (list: unknown): readonly Entry[] => (Array.isArray(list) ? (list as Entry[]) : [])
