import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import { type NoteEntry, readNotes } from './order-notes'

/** What a contact's fields are about, in the order they are shown. */
export const contactGroups = ['person', 'reach', 'travel', 'company', 'address', 'record', 'other'] as const
export type ContactGroup = (typeof contactGroups)[number]

/** One field of a contact that came with a value. */
export interface ContactField {
  readonly group: ContactGroup
  /** The API's name, such as `contact_phone`. */
  readonly name: string
  /** As sent. */
  readonly value: string
}

/** A contact with every field that was sent, known to us or not. */
export interface OrderContact {
  readonly key: string
  /** `contact_uid` of a known contact. */
  readonly uid: string | undefined
  /** `contact_type` as sent. */
  readonly type: string | undefined
  readonly name: string | undefined
  readonly fields: readonly ContactField[]
  readonly notes: readonly NoteEntry[]
  readonly customFields: readonly CustomFieldEntry[]
}

export interface CustomFieldEntry {
  readonly name: string | undefined
  readonly value: string | undefined
}

const groupOf: Readonly<Record<string, ContactGroup>> = {
  contact_title: 'person',
  contact_name_first: 'person',
  contact_name_last: 'person',
  contact_gender: 'person',
  contact_age: 'person',
  contact_birth_date: 'person',
  contact_birth_place: 'person',
  contact_nationality: 'person',
  contact_language: 'person',
  contact_classification: 'person',
  contact_email: 'reach',
  contact_phone: 'reach',
  contact_mobile: 'reach',
  contact_website: 'reach',
  contact_passport: 'travel',
  contact_flight_number: 'travel',
  contact_room_number: 'travel',
  contact_loyalty_number: 'travel',
  contact_uid: 'record',
  contact_external_uid: 'record',
  contact_number: 'record',
  contact_version: 'record',
  contact_created: 'record',
  contact_modified: 'record',
}

/** Shown in a place of their own. */
const apart = new Set([
  'contact_type',
  'contact_notes',
  'contact_custom_fields',
  'contact_company',
  'contact_address',
])

/** The contacts of an order, in the API's order, with every field that was sent; never throws. */
export function orderContacts(order: unknown): OrderContact[] {
  return entriesOf(fieldsOf(order).order_contacts).flatMap((entry, at) =>
    Object.keys(fieldsOf(entry)).length === 0 ? [] : readContact(entry, `${at}`),
  )
}

/** A contact by itself, with every field that was sent; never throws. */
export function readContact(contact: unknown, key: string): OrderContact {
  const fields = fieldsOf(contact)
  const name = [textOf(fields.contact_name_first), textOf(fields.contact_name_last)]
    .filter((part) => part !== undefined)
    .join(' ')
  return {
    key,
    uid: textOf(fields.contact_uid),
    type: textOf(fields.contact_type),
    name: name || textOf(fieldsOf(fields.contact_company).company_name),
    fields: [
      ...Object.entries(fields).flatMap(([field, value]) =>
        apart.has(field)
          ? []
          : contactField(Object.hasOwn(groupOf, field) ? groupOf[field] : 'other', field, value),
      ),
      ...nested('company', fields.contact_company),
      ...nested('address', fields.contact_address),
    ],
    notes: readNotes(fields.contact_notes),
    customFields: readCustomFields(fields.contact_custom_fields),
  }
}

const nested = (group: ContactGroup, object: unknown) =>
  Object.entries(fieldsOf(object)).flatMap(([field, value]) => contactField(group, field, value))

function contactField(group: ContactGroup | undefined, name: string, value: unknown): ContactField[] {
  const text = textOf(value) ?? unknownText(value)
  return text === undefined ? [] : [{ group: group ?? 'other', name, value: text }]
}

/** What is no text is shown as JSON rather than dropped; what is empty counts as missing (rules.md #47). */
function unknownText(value: unknown): string | undefined {
  if (typeof value === 'boolean') return String(value)
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return undefined
  return JSON.stringify(value)
}

/** Reads an `order_custom_fields` or `contact_custom_fields` list. */
export function readCustomFields(list: unknown): CustomFieldEntry[] {
  return entriesOf(list)
    .map(fieldsOf)
    .map((field) => ({ name: textOf(field.custom_field_name), value: textOf(field.custom_field_value) }))
    .filter(({ name, value }) => name !== undefined || value !== undefined)
}
