import { entriesOf, fieldsOf } from '../../kernel/tolerant'
import { diffOrder, type OrderChange } from '../orders'
import { applyAmendment } from './apply-amendment'
import type { Amendment } from './field-value'

/** What an amendment does to an order, field by field. */
export const amendmentChanges = (order: unknown, amendment: Amendment): OrderChange[] =>
  diffOrder(order, applyAmendment(order, amendment))

/**
 * How an order that came back differs from the one that was sent. What only the server writes of a note or a contact
 * is no difference, nor is the switch of the ticket mail, which is decided at every save, nor that the order says of
 * itself that it was updated.
 */
export function savedDifferences(before: unknown, amendment: Amendment, after: unknown): OrderChange[] {
  const { order_status } = fieldsOf(after)
  const sent = fieldsOf(applyAmendment(before, amendment))
  const expected = order_status === 'ORDER_UPDATED' ? { ...sent, order_status } : sent
  return diffOrder(comparable(expected), comparable(after))
}

function comparable(order: unknown): unknown {
  const fields = fieldsOf(order)
  return {
    ...fields,
    order_contacts: entriesOf(fields.order_contacts).map((contact) =>
      without(contact, ['contact_version', 'contact_created', 'contact_modified']),
    ),
    order_notes: entriesOf(fields.order_notes).map((note) => {
      const { note_value, note_recipients } = fieldsOf(note)
      return { note_value, note_recipients }
    }),
    order_options: withoutTickets(fields.order_options),
  }
}

const without = (value: unknown, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(fieldsOf(value)).filter(([name]) => !names.includes(name)))

function withoutTickets(options: unknown): object {
  const fields = fieldsOf(options)
  const mail = fieldsOf(fields.email_options)
  return { ...fields, email_options: { ...mail, email_types: without(mail.email_types, ['send_tickets']) } }
}
