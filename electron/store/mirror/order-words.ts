import { bookingsAndParts, codesOf } from '@shared/features/orders'
import { entriesOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import { collectWords, type WordCollector } from './words'

type Fields = Readonly<Record<string, unknown>>

/** The words by which an order is found, each once, with a blank between them. */
export function orderWords(order: unknown): string {
  const words = collectWords()
  const fields = fieldsOf(order)
  words.code(textOf(fields.order_reference))
  words.code(textOf(fields.order_external_reference))
  for (const contact of entriesOf(fields.order_contacts).map(fieldsOf)) addContact(words, contact)
  for (const part of bookingsAndParts(order)) addBooking(words, part)
  addNotes(words, fields.order_notes)
  words.tag('d', textOf(fields.order_distributor_id))
  words.tag('r', textOf(fields.order_reseller_id))
  words.tag('e', textOf(fields.order_created_email))
  return words.all()
}

function addContact(words: WordCollector, contact: Fields): void {
  words.code(textOf(contact.contact_name_first))
  words.code(textOf(contact.contact_name_last))
  words.code(textOf(fieldsOf(contact.contact_company).company_name))
  words.text(textOf(contact.contact_email))
  words.phone(textOf(contact.contact_phone))
  words.phone(textOf(contact.contact_mobile))
  words.tag('c', textOf(contact.contact_uid))
  addNotes(words, contact.contact_notes)
}

function addBooking(words: WordCollector, booking: Fields): void {
  words.code(textOf(booking.booking_reference))
  words.code(textOf(booking.booking_external_reference))
  words.code(textOf(booking.booking_supplier_reference))
  for (const code of codesOf(booking)) words.code(code)
  words.text(textOf(booking.product_title))
  addNotes(words, booking.booking_notes)
  words.tag('p', textOf(booking.product_id))
  words.tag('s', textOf(booking.product_supplier_id))
  words.tag('a', textOf(booking.product_availability_id))
}

function addNotes(words: WordCollector, list: unknown): void {
  for (const note of entriesOf(list)) words.text(textOf(fieldsOf(note).note_value))
}
