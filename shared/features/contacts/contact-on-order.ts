import { distinct, entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import {
  type AmendedField,
  applyAmendment,
  type ContactsProblem,
  contactChanges,
  contactsProblem,
} from '../amendments'
import { diffOrder, type OrderChange } from '../orders'

/** Where a contact stands among those of an order; `undefined` where it is not on it. */
export function placeOnOrder(order: unknown, contactUid: string): number | undefined {
  const at = entriesOf(fieldsOf(order).order_contacts).findIndex(
    (contact) => textOf(fieldsOf(contact).contact_uid) === contactUid,
  )
  return at < 0 ? undefined : at
}

/** A contact with fields of it changed. */
export const editedContact = (contact: unknown, fields: readonly AmendedField[]): unknown =>
  entriesOf(fieldsOf(applyAmendment(asOrder(contact), { fields: inOrder(fields) })).order_contacts)[0]

/** What is to change in a contact, in words of the contact as it was read. */
export const contactEdits = (contact: unknown, fields: readonly AmendedField[]): OrderChange[] =>
  contactChanges(asOrder(contact), inOrder(fields))

/** Why a contact cannot be left so on an order. */
export function contactEditProblem(
  order: unknown,
  at: number,
  fields: readonly AmendedField[],
): ContactsProblem | undefined {
  return contactsProblem(order, { fields: inOrder(fields, at) })
}

/**
 * What else changes on an order, because its copy of the contact is behind the contact itself: it is brought to the
 * newest version as a whole (rules.md #191).
 */
export function catchingUp(order: unknown, at: number, contact: unknown): OrderChange[] {
  const copy = entriesOf(fieldsOf(order).order_contacts)[at]
  return contactDifferences(copy, contact)
}

/** How a contact that came back differs from the one that was sent. */
export const savedContactDifferences = (
  before: unknown,
  fields: readonly AmendedField[],
  after: unknown,
): OrderChange[] => contactDifferences(editedContact(before, fields), after)

/** What changed in a contact from one reading to another. */
export const contactDifferences = (before: unknown, now: unknown): OrderChange[] =>
  diffOrder(asOrder(withoutRecord(before)), asOrder(withoutRecord(now)))

/** Fields that say of a contact when it was made and changed. */
const record = ['contact_version', 'contact_created', 'contact_modified']

const withoutRecord = (contact: unknown) => {
  const fields = fieldsOf(contact)
  const names = distinct(Object.keys(fields)).filter((name) => !record.includes(name))
  return Object.fromEntries(names.map((name) => [name, fields[name]]))
}

const asOrder = (contact: unknown) => ({ order_contacts: [contact] })

const inOrder = (fields: readonly AmendedField[], at = 0): AmendedField[] =>
  fields.map((field) => ({ ...field, path: ['order_contacts', at, ...field.path] }))
