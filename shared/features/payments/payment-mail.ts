import { parseAmount } from '../../kernel/money'
import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import { guestOf, isSettledOutside, statusMeaning } from '../orders'
import { paymentDue } from './payment-due'

/** Who is asked to pay. */
export interface PaymentMailRecipient {
  readonly email: string
  readonly name: string | undefined
  /** `contact_type` as sent: why it is this contact. */
  readonly type: string | undefined
}

/** Why no payment e-mail is sent, as far as the order tells; also the code of the error. */
export const paymentMailObstacles = [
  'ORDER_CANCELLED',
  /** EXTERNAL, VENUE, INVOICE: the guest does not pay through Prio (rules.md #172, #173). */
  'SETTLED_OUTSIDE',
  /** Nothing is left to pay (rules.md #181). */
  'NOTHING_DUE',
  /** No contact, or the one that the rules name has no address. */
  'NO_RECIPIENT',
] as const
export type PaymentMailObstacle = (typeof paymentMailObstacles)[number]

const ranks: readonly string[] = ['PAYMENT', 'BOOKER', 'CONTACT']

/**
 * The contact that is asked to pay: the first of type PAYMENT, else BOOKER, else CONTACT, else the first of all (rules.md
 * #178). The rules do not pass over one without an address, so nobody else is guessed then.
 */
export function paymentMailRecipient(order: unknown): PaymentMailRecipient | undefined {
  const contacts = entriesOf(fieldsOf(order).order_contacts)
    .map(fieldsOf)
    .filter((contact) => Object.keys(contact).length > 0)
  const ofType = (type: string) => contacts.find((contact) => textOf(contact.contact_type) === type)
  const chosen = ranks.map(ofType).find((contact) => contact !== undefined) ?? contacts[0]
  const { email, name } = guestOf(chosen ?? {})
  return email === undefined ? undefined : { email, name, type: textOf(chosen?.contact_type) }
}

/** What stands in the way of a payment e-mail; `undefined` when nothing is known to. */
export function paymentMailObstacle(order: unknown): PaymentMailObstacle | undefined {
  const { order_status, order_settlement_type } = fieldsOf(order)
  if (statusMeaning(textOf(order_status)) === 'cancelled') return 'ORDER_CANCELLED'
  if (isSettledOutside(textOf(order_settlement_type))) return 'SETTLED_OUTSIDE'
  const due = paymentDue(order)
  if (due.kind === 'known' && !parseAmount(due.due)?.gt(0)) return 'NOTHING_DUE'
  return paymentMailRecipient(order) ? undefined : 'NO_RECIPIENT'
}
