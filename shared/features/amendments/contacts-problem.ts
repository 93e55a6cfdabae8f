import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import { applyAmendment } from './apply-amendment'
import type { Amendment } from './field-value'

/** Why the contacts of an order cannot be left so: without an address nobody is reached (rules.md #151, #178). */
export type ContactsProblem = 'NO_EMAIL_LEFT'

/** What an amendment does to the contacts that should be known, but is for a person to decide (rules.md #193). */
export type ContactsAdvice = 'NO_BOOKER_LEFT' | 'SEVERAL_BOOKERS'

/** What is wrong with the contacts of the order once it is amended; what was so before is not its doing. */
export const contactsProblem = (order: unknown, amendment: Amendment): ContactsProblem | undefined =>
  contactsProblemBetween(order, applyAmendment(order, amendment))

/** The same of an order and what is to become of it. */
export function contactsProblemBetween(before: unknown, after: unknown): ContactsProblem | undefined {
  const isReached = (order: unknown) =>
    contactsOf(order).some(({ contact_email }) => textOf(contact_email) !== undefined)
  return isReached(before) && !isReached(after) ? 'NO_EMAIL_LEFT' : undefined
}

/** What somebody should know who changes the contacts of an order so. */
export const contactsAdvice = (order: unknown, amendment: Amendment): ContactsAdvice | undefined =>
  contactsAdviceBetween(order, applyAmendment(order, amendment))

/** The same of an order and what is to become of it. */
export function contactsAdviceBetween(before: unknown, after: unknown): ContactsAdvice | undefined {
  const bookersOf = (order: unknown) =>
    contactsOf(order).filter(({ contact_type }) => textOf(contact_type) === 'BOOKER').length
  const [was, is] = [bookersOf(before), bookersOf(after)]
  if (was === is) return undefined
  if (is === 0) return 'NO_BOOKER_LEFT'
  return is > 1 ? 'SEVERAL_BOOKERS' : undefined
}

const contactsOf = (order: unknown) => entriesOf(fieldsOf(order).order_contacts).map(fieldsOf)
