import { Refusal } from '../http/refusal'
import { decimalsOf, formatMinor } from '../money/minor-units'
import type { OrderDocument } from '../orders/document'
import { currencyOf } from '../orders/pricing'
import { openAmount, payableBookings } from './open-amount'

/** A payment request that is mailed: to whom and for how much. */
export interface PaymentMail {
  readonly kind: 'PAYMENT'
  readonly to: string
  readonly bookings?: readonly string[]
  /** `"12.50 EUR"` */
  readonly amount: string
}

/**
 * The mail that `POST /payments/email` sends. It leaves no trace on the order. Refuses where nothing is
 * left to pay (rule 181), where a partner collects the money (rule 172), and where nobody can be written to.
 */
export function paymentMail(order: OrderDocument, booking: string | undefined): PaymentMail {
  if ((order.order_settlement_type ?? 'EXTERNAL') === 'EXTERNAL') {
    throw new Refusal(422, 'SETTLEMENT', 'The money for this order is collected outside Prio.')
  }
  const bookings = booking === undefined ? undefined : [booking]
  const scope = payableBookings(order, bookings)
  const open = openAmount(order, bookings && scope)
  if (open <= 0) throw new Refusal(409, 'NOTHING_TO_PAY', 'Nothing is left to pay.')
  return {
    kind: 'PAYMENT',
    to: recipientOf(order),
    ...(bookings && { bookings }),
    amount: `${formatMinor(open, decimalsOf(currencyOf(order)))} ${currencyOf(order)}`,
  }
}

const PREFERRED = ['PAYMENT', 'BOOKER', 'CONTACT']

/** First contact of type PAYMENT, else BOOKER, else CONTACT, else the first; none at all is an error (rule 178). */
function recipientOf(order: OrderDocument): string {
  const contacts = order.order_contacts ?? []
  const preferred = PREFERRED.map((type) => contacts.find((each) => each.contact_type === type))
  const contact = preferred.find((each) => each !== undefined) ?? contacts[0]
  if (!contact) throw new Refusal(422, 'NO_RECIPIENT', 'The order has no contact.')
  if (!contact.contact_email) {
    throw new Refusal(
      422,
      'NO_RECIPIENT',
      `The ${contact.contact_type ?? 'first'} contact of the order has no e-mail address.`,
    )
  }
  return contact.contact_email
}
