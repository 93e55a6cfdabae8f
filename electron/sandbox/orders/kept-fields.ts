import { type Change, stamp } from './change'
import type { OrderDocument } from './document'

type Entry = Record<string, unknown>

/** A list of an order whose entries hold fields that only the server writes (models.md, read-only). */
interface KeptList {
  readonly list: 'order_contacts' | 'order_notes' | 'order_checkout_fields'
  /** What is known before an update as after it. */
  readonly same: readonly string[]
  readonly readOnly: readonly string[]
}

const LISTS: readonly KeptList[] = [
  {
    list: 'order_contacts',
    same: ['contact_uid', 'contact_type'],
    readOnly: ['contact_version', 'contact_created', 'contact_modified'],
  },
  {
    list: 'order_notes',
    same: ['note_value'],
    readOnly: ['note_created', 'note_creator_user_name', 'note_creator_user_email', 'note_creator_user_role'],
  },
  {
    list: 'order_checkout_fields',
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
]

/** Gives entries that were there before the fields back that only the server writes, and signs new notes. */
export function keepWrittenByServer(before: OrderDocument, order: OrderDocument, change: Change): void {
  for (const { list, same, readOnly } of LISTS) {
    const left = [...entriesOf(before[list])]
    for (const entry of entriesOf(order[list])) {
      const at = left.findIndex((old) => same.every((name) => old[name] === entry[name]))
      const [old] = at < 0 ? [] : left.splice(at, 1)
      for (const name of readOnly) {
        if (old?.[name] === undefined) delete entry[name]
        else entry[name] = old[name]
      }
      if (list === 'order_notes' && !old) Object.assign(entry, signature(change))
    }
  }
}

const signature = ({ at, actor }: Change) => ({
  note_created: stamp(at),
  note_creator_user_name: actor.name,
  note_creator_user_email: actor.email,
  note_creator_user_role: actor.role,
})

const entriesOf = (list: unknown): readonly Entry[] => (Array.isArray(list) ? (list as Entry[]) : [])
