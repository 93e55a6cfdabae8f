import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import { applyAmendment } from './apply-amendment'
import type { Amendment } from './field-value'

/** Why the contacts of an order cannot be left so: without an address nobody is reached (rules.md #151, #178). */
export type ContactsProblem = 'NO_EMAIL_LEFT'

/** What an amendment does to the contacts that should be known, but is for a person to decide (rules.md #193). */
export type ContactsAdvice = 'NO_BOOKER_LEFT' | 'SEVERAL_BOOKERS'

/** What is wrong with the contacts of the order once it is amended; what was so before is not its doing. */
export function contactsProblem(order: unknown, amendment: Amendment): ContactsProblem | undefined {
  const [before, after] = bothContacts(order, amendment)
  const isReached = (contacts: typeof before) =>
    contacts.some(({ contact_email }) => textOf(contact_email) !== undefined)
  return isReached(before) && !isReached(after) ? 'NO_EMAIL_LEFT' : undefined
}

/** What somebody should know who changes the contacts of an order so. */
export function contactsAdvice(order: unknown, amendment: Amendment): ContactsAdvice | undefined {
  const [before, after] = bothContacts(order, amendment).map(
    (contacts) => contacts.filter(({ contact_type }) => textOf(contact_type) === 'BOOKER').length,
  )
  if (before === undefined || after === undefined || before === after) return undefined
  if (after === 0) return 'NO_BOOKER_LEFT'
  return after > 1 ? 'SEVERAL_BOOKERS' : undefined
}

function bothContacts(order: unknown, amendment: Amendment) {
  const read = (one: unknown) => entriesOf(fieldsOf(one).order_contacts).map(fieldsOf)
  return [read(order), read(applyAmendment(order, amendment))] as const
}
