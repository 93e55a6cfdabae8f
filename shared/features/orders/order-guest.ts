import { z } from 'zod'
import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'

/** Who an order is for, as far as its contacts say. */
export const guestSchema = z.object({ name: z.string().optional(), email: z.string().optional() })
export type Guest = z.infer<typeof guestSchema>

const rank = (type: string | undefined) => (type === 'BOOKER' ? 0 : type === 'CONTACT' ? 1 : 2)

/**
 * The contact to show for an order: BOOKER, else the first CONTACT, else the first in the list (rules.md #192, #193);
 * one without name and e-mail gives way to the next that has either.
 */
export function orderGuest(order: unknown): Guest {
  const contacts = entriesOf(fieldsOf(order).order_contacts)
    .map(fieldsOf)
    .map((contact) => ({ rank: rank(textOf(contact.contact_type)), guest: guestOf(contact) }))
    .filter(({ guest }) => guest.name !== undefined || guest.email !== undefined)
    .sort((a, b) => a.rank - b.rank)
  return contacts[0]?.guest ?? {}
}

/** Name and e-mail of one contact; a company's name stands in for a missing personal one. */
export function guestOf(contact: Readonly<Record<string, unknown>>): Guest {
  const parts = [textOf(contact.contact_name_first), textOf(contact.contact_name_last)]
  const personal = parts.filter((part) => part !== undefined).join(' ')
  const name = personal || textOf(fieldsOf(contact.contact_company).company_name)
  return { name, email: textOf(contact.contact_email) }
}
