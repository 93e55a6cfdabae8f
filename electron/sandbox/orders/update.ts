import type { ContactBook } from '../contacts/contact-book'
import { linkKnown } from '../contacts/linked'
import { invalidRequest, Refusal } from '../http/refusal'
import { type Change, nextVersion } from './change'
import type { OrderDocument } from './document'
import { keepWrittenByServer } from './kept-fields'
import { isLive } from './status'

/** Fields of an order that only the server writes; sent back, they are ignored (rule 56). */
const READ_ONLY = new Set([
  'order_platform_id',
  'order_platform_name',
  'order_reseller_id',
  'order_reseller_name',
  'order_distributor_name',
  'order_partner_name',
  'order_reference',
  'order_status',
  'order_channel',
  'order_version',
  'order_promocodes',
  'order_payments',
  'order_pricing',
  'order_event_details',
  'order_activity_url',
  'order_customer_url',
  'order_voucher_url',
  'order_created',
  'order_created_name',
  'order_created_email',
  'order_modified',
  'order_modified_name',
  'order_modified_email',
  'order_cancellation_date_time',
  'order_cancellation_reason',
  'order_bookings',
])

/** What must be sent on every update (rule 153; required in models.md). */
const REQUIRED = ['order_distributor_id', 'order_external_reference', 'order_language'] as const

const LISTS = [
  'order_contacts',
  'order_checkout_fields',
  'order_flags',
  'order_custom_fields',
  'order_notes',
] as const

/** The next version of an order, its log not yet closed. */
export interface Replaced {
  readonly order: OrderDocument
  readonly mails: readonly { readonly kind: 'TICKETS'; readonly to: string }[]
  /** What was done, for the log. */
  readonly note: string
}

/**
 * Replaces the top level of an order by what was sent: optional fields left out are deleted, those the
 * server does not know included (rule 153). With `send_tickets` true the vouchers are mailed (rule 187).
 */
export function replaceTopLevel(
  before: OrderDocument,
  sent: Readonly<Record<string, unknown>>,
  change: Change,
  contacts: ContactBook,
): Replaced {
  mustBeAmendable(before)
  const missing = REQUIRED.filter((name) => typeof sent[name] !== 'string' || sent[name] === '')
  if (missing.length > 0) throw invalidRequest(...missing.map((name) => `${name} is missing`))
  const misshapen = LISTS.filter((name) => sent[name] != null && !isListOfObjects(sent[name]))
  if (misshapen.length > 0)
    throw invalidRequest(...misshapen.map((name) => `${name} must be a list of objects`))
  if (sent.order_distributor_id !== before.order_distributor_id) {
    throw new Refusal(422, 'WRONG_DISTRIBUTOR', 'order_distributor_id is not that of the order.')
  }
  const order = nextVersion(before, change)
  for (const name of Object.keys(order)) if (!READ_ONLY.has(name)) delete order[name]
  for (const [name, value] of Object.entries(sent)) {
    if (!READ_ONLY.has(name) && value !== null) order[name] = structuredClone(value)
  }
  keepWrittenByServer(before, order, change)
  if (order.order_contacts) order.order_contacts = linkKnown(before, order.order_contacts, contacts)
  const mails = sendsTickets(order) ? [{ kind: 'TICKETS' as const, to: recipientOf(order) }] : []
  return { order, mails, note: mails.length > 0 ? 'Order updated, tickets sent' : 'Order updated' }
}

/** A fully cancelled order cannot be amended any more (rule 161). */
export function mustBeAmendable({
  order_bookings: bookings,
  order_reference: reference,
}: OrderDocument): void {
  if (bookings.some(isLive)) return
  throw new Refusal(409, 'ORDER_CANCELLED', `Order ${reference} is cancelled and cannot be amended.`)
}

function isListOfObjects(value: unknown): boolean {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'object' && entry !== null)
}

function sendsTickets(order: OrderDocument): boolean {
  return order.order_options?.email_options?.email_types?.send_tickets === true
}

/** Mail goes to the booker, else to the first contact that has an address (rules 192, 193). */
function recipientOf(order: OrderDocument): string {
  const contacts = order.order_contacts ?? []
  const booker = contacts.find((contact) => contact.contact_type === 'BOOKER')
  const email = [booker, ...contacts].find((contact) => contact?.contact_email)?.contact_email
  if (email === undefined)
    throw new Refusal(422, 'NO_RECIPIENT', 'No contact of the order has an e-mail address.')
  return email
}
