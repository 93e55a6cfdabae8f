import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import type { PersonalGroup } from './review'

/** A personal field of an order or a contact that holds something. */
export interface PersonalField {
  /** Where it stands, as a JSON pointer: "/order_contacts/0/contact_email". */
  readonly pointer: string
  /** The API's name: of the nearest thing that has one, so that an entry of a list of answers is told by its list. */
  readonly field: string
  readonly group: PersonalGroup
  readonly value: string
  /** Nobody says whether the server counts it as personal (rules.md #198). */
  readonly inferred: boolean
}

/**
 * What the server keeps of a contact for its books: what part it has, and when it was written. `contact_uid` and
 * `contact_external_uid` are not among them: they lead to the person.
 */
const keptOfContact: ReadonlySet<string> = new Set([
  'contact_type',
  'contact_version',
  'contact_created',
  'contact_modified',
])

/** Attributes that tell little by themselves, so whether they are replaced is nowhere said. */
const attributes: ReadonlySet<string> = new Set([
  'contact_language',
  'contact_classification',
  'contact_uid',
  'contact_number',
])

/** Where personal data stands, by the name of what holds it. THE list: what is not here is not verified field by field. */
const holders: Readonly<Record<string, (value: unknown, at: Place) => PersonalField[]>> = {
  order_contacts: (list, at) => each(list, at, contact('contact')),
  reservation_contacts: (list, at) => each(list, at, contact('contact')),
  payment_contact: (value, at) => contact('payer')(value, at),
  order_notes: (list, at) => notes(list, at),
  booking_notes: (list, at) => notes(list, at),
  payment_notes: (list, at) => notes(list, at),
  order_custom_fields: (list, at) => customFields(list, at),
  booking_custom_fields: (list, at) => customFields(list, at),
  checkout_field_values: (list, at) =>
    each(list, at, (answer, inner) =>
      leaves(fieldsOf(answer).checkout_field_value, inner.in('checkout_field_value'), 'question', true),
    ),
  payment_gateway_additional_values: (values, at) => leaves(values, at, 'payment-provider', true),
  payment_external_reference: (value, at) => leaves(value, at, 'payment-provider', true),
  payment_hotel_guest_name: (value, at) => leaves(value, at, 'payment-provider', true),
  payment_hotel_room_number: (value, at) => leaves(value, at, 'payment-provider', true),
  payment_customer_id: (value, at) => leaves(value, at, 'payment-provider', true),
  option_value_text: (value, at) => leaves(value, at, 'ticket', true),
  product_type_guest_details: (value, at) => leaves(value, at, 'ticket', true),
}

/**
 * All personal fields of an order that hold something, in the order they stand, wherever in it they are: bookings within
 * bookings are walked too. Never throws (rules.md #47, #55).
 */
export const personalFields = (order: unknown): PersonalField[] => walk(order, root)

/** The same of a contact of the contacts module. */
export const personalFieldsOfContact = (value: unknown): PersonalField[] => contact('contact')(value, root)

/** Names of fields, each once, in the order they stand. */
export const fieldNames = (fields: readonly Pick<PersonalField, 'field'>[]): string[] => [
  ...new Set(fields.map(({ field }) => field)),
]

interface Place {
  readonly pointer: string
  /** The nearest name above. */
  readonly name: string
  in(step: string | number): Place
}

const place = (pointer: string, name: string): Place => ({
  pointer,
  name,
  in: (step) =>
    place(
      `${pointer}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`,
      typeof step === 'number' ? name : step,
    ),
})
const root = place('', '')

function walk(value: unknown, at: Place): PersonalField[] {
  if (Array.isArray(value)) return value.flatMap((entry, index) => walk(entry, at.in(index)))
  return Object.entries(fieldsOf(value)).flatMap(([name, inner]) => {
    const read = Object.hasOwn(holders, name) ? holders[name] : undefined
    return read ? read(inner, at.in(name)) : walk(inner, at.in(name))
  })
}

const each = (
  list: unknown,
  at: Place,
  read: (entry: unknown, at: Place) => PersonalField[],
): PersonalField[] => entriesOf(list).flatMap((entry, index) => read(entry, at.in(index)))

const notes = (list: unknown, at: Place): PersonalField[] =>
  each(list, at, (note, inner) => leaves(fieldsOf(note).note_value, inner.in('note_value'), 'note', false))

const customFields = (list: unknown, at: Place): PersonalField[] =>
  each(list, at, (field, inner) =>
    leaves(fieldsOf(field).custom_field_value, inner.in('custom_field_value'), 'custom-field', true),
  )

const contact =
  (group: PersonalGroup) =>
  (value: unknown, at: Place): PersonalField[] =>
    Object.entries(fieldsOf(value)).flatMap(([name, inner]) => {
      if (keptOfContact.has(name)) return []
      if (name === 'contact_notes') return notes(inner, at.in(name))
      if (name === 'contact_custom_fields') return customFields(inner, at.in(name))
      return leaves(inner, at.in(name), group, attributes.has(name))
    })

/** Every text and number below a value, whatever it is. */
function leaves(value: unknown, at: Place, group: PersonalGroup, inferred: boolean): PersonalField[] {
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) => leaves(entry, at.in(index), group, inferred))
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, inner]) => leaves(inner, at.in(name), group, inferred))
  }
  const text = textOf(value)
  return text === undefined ? [] : [{ pointer: at.pointer, field: at.name, group, value: text, inferred }]
}

/** Every text and number of an order, wherever it stands. */
export const allTexts = (document: unknown): readonly Pick<PersonalField, 'pointer' | 'field' | 'value'>[] =>
  leaves(document, root, 'ticket', true)
