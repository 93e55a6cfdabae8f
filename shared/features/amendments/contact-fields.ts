import { fieldsOf, textOf } from '../../kernel/tolerant'
import type { AmendableField, FieldKind } from './amendable'
import { type FieldPath, valueAt } from './field-value'

/** Values of `contact_type` (enums.md, ContactType). */
export const contactTypes = [
  'BOOKER',
  'CONTACT',
  'GUEST',
  'PAYMENT',
  'EMERGENCY',
  'PARTNER',
  'AGENT',
  'COMPANY',
  'STAFF',
  'CASHIER',
  'GUIDE',
  'HOST',
  'SUPPLIER',
  'VENUE',
  'DELIVERY',
  'MANAGER',
  'SUPPORT',
  'INSTRUCTOR',
  'OTHER',
] as const

const genders = ['MALE', 'FEMALE', 'OTHER']

/** What may be written of a contact, by the API's names from the contact down; the role apart. */
const fields: readonly (readonly [path: readonly string[], kind: FieldKind, choices?: readonly string[]])[] =
  [
    [['contact_title'], 'text'],
    [['contact_name_first'], 'text'],
    [['contact_name_last'], 'text'],
    [['contact_email'], 'email'],
    [['contact_phone'], 'phone'],
    [['contact_mobile'], 'phone'],
    [['contact_language'], 'language'],
    [['contact_gender'], 'choice', genders],
    [['contact_nationality'], 'text'],
    [['contact_birth_date'], 'date'],
    [['contact_birth_place'], 'text'],
    [['contact_passport'], 'text'],
    [['contact_flight_number'], 'text'],
    [['contact_loyalty_number'], 'text'],
    [['contact_room_number'], 'text'],
    [['contact_company', 'company_name'], 'text'],
    [['contact_address', 'street'], 'text'],
    [['contact_address', 'addition'], 'text'],
    [['contact_address', 'postal_code'], 'text'],
    [['contact_address', 'city'], 'text'],
    [['contact_address', 'region'], 'text'],
    [['contact_address', 'country'], 'text'],
    [['contact_address', 'country_code'], 'text'],
  ]

/** Fields of a contact that may be changed. `place` leads to the contact in `document`; empty for a contact by itself. */
export const contactFields = (document: unknown, place: FieldPath): AmendableField[] =>
  fields.map(([inContact, kind, choices = []]) => {
    const path = [...place, ...inContact]
    return {
      path,
      name: inContact.at(-1) ?? '',
      kind,
      required: false,
      value: valueAt(document, path),
      choices,
    }
  })

/** What a person knows a contact by: its name, else its address; `undefined` when nothing says. */
export function contactTitle(contact: unknown): string | undefined {
  const { contact_name_first, contact_name_last, contact_email } = fieldsOf(contact)
  const names = [textOf(contact_name_first), textOf(contact_name_last)]
  return names.filter((name) => name !== undefined).join(' ') || textOf(contact_email)
}
