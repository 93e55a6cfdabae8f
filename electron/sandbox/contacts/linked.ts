import { Refusal } from '../http/refusal'
import { type Change, closeVersion, nextVersion } from '../orders/change'
import type { ContactDocument, OrderDocument } from '../orders/document'
import type { ContactBook } from './contact-book'

/**
 * Contacts of an order update that name a contact of the module: it is linked, and whatever else was sent
 * about it is ignored (model Contact). One that the order has already stays the version it is (rule 191).
 */
export function linkKnown(
  before: OrderDocument,
  contacts: readonly ContactDocument[],
  book: ContactBook,
): ContactDocument[] {
  return contacts.map((contact) => {
    const uid = contact.contact_uid
    if (uid === undefined || uid === null || uid === '') return contact
    const own = before.order_contacts?.find((each) => each.contact_uid === uid)
    const known = own ?? book.find(uid)
    if (!known) throw new Refusal(422, 'UNKNOWN_CONTACT', `There is no contact ${uid}.`)
    return structuredClone(known)
  })
}

/** Brings an order to the newest version of a contact, or adds the contact where it was missing (rule 191). */
export function pushContact(before: OrderDocument, contact: ContactDocument, change: Change): OrderDocument {
  const order = nextVersion(before, change)
  const contacts = order.order_contacts ?? []
  const isSame = (each: ContactDocument) => each.contact_uid === contact.contact_uid
  order.order_contacts = contacts.some(isSame)
    ? contacts.map((each) => (isSame(each) ? structuredClone(contact) : each))
    : [...contacts, structuredClone(contact)]
  closeVersion(order, change, 'ORDER_UPDATE', `Contact brought to version ${String(contact.contact_version)}`)
  return order
}
