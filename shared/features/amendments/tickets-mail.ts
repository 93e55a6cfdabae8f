import { distinct, entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import { guestOf, statusMeaning } from '../orders'

/** Who the tickets go to. */
export interface TicketsRecipient {
  readonly email: string
  readonly name: string | undefined
  /** False when the API does not say that it is this contact: there is no BOOKER with an address, or several. */
  readonly certain: boolean
}

/** Why no tickets can be mailed, as far as the order tells; also the code of the error. */
export type TicketsObstacle =
  /** Nothing of it stands any more, and it cannot be saved either (rules.md #161). */
  | 'ORDER_CANCELLED'
  | 'NO_RECIPIENT'
  /** There are no codes to mail yet (rules.md #183, #188). */
  | 'VOUCHERS_NOT_RELEASED'

const rank = (type: string | undefined) => (type === 'BOOKER' ? 0 : type === 'CONTACT' ? 1 : 2)

/**
 * The contact that the tickets are mailed to: the BOOKER (rules.md #193). Without one the rules name nobody; the order
 * of rules.md #192 stands in: the first CONTACT, else the first in the list. Contacts without an address are passed over.
 */
export function ticketsRecipient(order: unknown): TicketsRecipient | undefined {
  const reachable = entriesOf(fieldsOf(order).order_contacts)
    .map(fieldsOf)
    .flatMap((contact) => {
      const { name, email } = guestOf(contact)
      return email === undefined ? [] : [{ rank: rank(textOf(contact.contact_type)), name, email }]
    })
    .sort((a, b) => a.rank - b.rank)
  const [first] = reachable
  if (!first) return undefined
  const bookers = distinct(reachable.filter((contact) => contact.rank === 0).map(({ email }) => email))
  return { email: first.email, name: first.name, certain: bookers.length === 1 }
}

/** How many bookings that stand have vouchers, and how many of them are released. `undefined` counts as released. */
export function releasedVouchers(order: unknown): { readonly released: number; readonly standing: number } {
  const standing = bookingsOf(order).filter(({ booking_status }) => !isCancelled(booking_status))
  const released = standing.filter(({ booking_voucher_released }) => booking_voucher_released !== false)
  return { released: released.length, standing: standing.length }
}

/** What stands in the way of mailing the tickets; `undefined` when nothing is known to. */
export function ticketsObstacle(order: unknown): TicketsObstacle | undefined {
  const { released, standing } = releasedVouchers(order)
  if (isCancelled(fieldsOf(order).order_status)) return 'ORDER_CANCELLED'
  if (bookingsOf(order).length > 0 && standing === 0) return 'ORDER_CANCELLED'
  if (!ticketsRecipient(order)) return 'NO_RECIPIENT'
  return standing > 0 && released === 0 ? 'VOUCHERS_NOT_RELEASED' : undefined
}

const bookingsOf = (order: unknown) => entriesOf(fieldsOf(order).order_bookings).map(fieldsOf)

const isCancelled = (status: unknown) => statusMeaning(textOf(status)) === 'cancelled'
