import { Refusal } from '../http/refusal'
import type { BookingDocument, OrderDocument, PartDocument, TicketDocument } from '../orders/document'
import { isActive, pricedTickets } from '../orders/pricing'
import { isLive, isProcessingCancellation, isRedeemed } from '../orders/status'

/** What a caller asks to be cancelled (rule 160): the whole order, bookings, or single tickets. */
export interface CancelRequest {
  readonly bookingReferences: readonly string[]
  readonly transactionIds: readonly string[]
  readonly reason: string | undefined
  /** Give the guest's payment back (rule 164). */
  readonly refund: boolean
  /** Cancel at Prio although the third party does not allow it (rule 165). */
  readonly force: boolean
}

/** Tickets of one booking that will be cancelled together. */
export interface Target {
  readonly booking: BookingDocument
  readonly tickets: readonly TicketDocument[]
}

/**
 * Turns a request into the tickets it means, or refuses all of it: there is no half-done cancellation.
 * Where the rules are silent: what is already cancelled, being cancelled or used is a conflict with the
 * present state (409, rule 68); what is not in the order, or only exists as part of something else, is a
 * mistake in the request (422, rule 69).
 */
export function selectTargets(order: OrderDocument, request: CancelRequest): Target[] {
  const targets =
    request.transactionIds.length > 0
      ? byTicket(order, request)
      : request.bookingReferences.length > 0
        ? request.bookingReferences.map((reference) => byBooking(order, reference))
        : wholeOrder(order)
  return [...targets, ...followingAddons(order, targets)]
}

function wholeOrder(order: OrderDocument): Target[] {
  const live = order.order_bookings.filter((booking) => activeTickets(booking).length > 0)
  if (live.length === 0) {
    throw new Refusal(409, 'ORDER_ALREADY_CANCELLED', `Order ${order.order_reference} is already cancelled.`)
  }
  return live.map((booking) => ({ booking, tickets: activeTickets(booking) }))
}

function byBooking(order: OrderDocument, reference: string): Target {
  const owner = findBooking(order, reference)
  if (owner.part && !owner.bundled) {
    throw new Refusal(
      422,
      'COMBI_PART',
      `${reference} is part of a combi: cancel booking ${owner.booking.booking_reference} instead.`,
    )
  }
  const tickets = owner.part ? owner.part.product_type_details.filter(isActive) : activeTickets(owner.booking)
  if (tickets.length === 0 || !isLive(owner.booking)) {
    throw new Refusal(409, 'BOOKING_ALREADY_CANCELLED', `Booking ${reference} has nothing left to cancel.`)
  }
  return { booking: owner.booking, tickets }
}

function byTicket(order: OrderDocument, request: CancelRequest): Target[] {
  const named = request.bookingReferences.map((reference) => findBooking(order, reference).booking)
  const byOwner = new Map<BookingDocument, TicketDocument[]>()
  for (const id of request.transactionIds) {
    const { booking, ticket } = findTicket(order, id)
    if (named.length > 0 && !named.includes(booking)) {
      throw new Refusal(
        422,
        'TICKET_NOT_IN_BOOKING',
        `Ticket ${id} is in none of the bookings that were named.`,
      )
    }
    if (!isActive(ticket)) {
      throw new Refusal(409, 'TICKET_ALREADY_CANCELLED', `Ticket ${id} is already cancelled.`)
    }
    byOwner.set(booking, [...(byOwner.get(booking) ?? []), ticket])
  }
  const idle = named.find((booking) => !byOwner.has(booking))
  if (idle)
    throw new Refusal(
      422,
      'NO_TICKET_OF_BOOKING',
      `No ticket of booking ${idle.booking_reference} was named.`,
    )
  return [...byOwner].map(([booking, tickets]) => ({ booking, tickets }))
}

/** Add-ons leave with their main booking (rule 96). */
function followingAddons(order: OrderDocument, targets: readonly Target[]): Target[] {
  const chosen = new Set(targets.map((target) => target.booking))
  const emptied = targets
    .filter((target) => activeTickets(target.booking).every((ticket) => target.tickets.includes(ticket)))
    .map((target) => target.booking.booking_reference)
  return order.order_bookings
    .filter(
      (booking) =>
        booking.booking_addon_reference !== undefined && emptied.includes(booking.booking_addon_reference),
    )
    .filter((booking) => !chosen.has(booking) && activeTickets(booking).length > 0)
    .map((booking) => ({ booking, tickets: activeTickets(booking) }))
}

function activeTickets(booking: BookingDocument): TicketDocument[] {
  return isLive(booking) ? pricedTickets(booking).filter(isActive) : []
}

function findBooking(order: OrderDocument, reference: string) {
  for (const booking of order.order_bookings) {
    if (booking.booking_reference === reference) return { booking, part: undefined, bundled: false }
    const bundled = booking.product_bundle_details?.find((part) => part.booking_reference === reference)
    if (bundled) return { booking, part: bundled, bundled: true }
    const combi = booking.product_combi_details?.find((part) => part.booking_reference === reference)
    if (combi) return { booking, part: combi, bundled: false }
  }
  throw new Refusal(
    422,
    'BOOKING_NOT_IN_ORDER',
    `Order ${order.order_reference} has no booking ${reference}.`,
  )
}

function findTicket(order: OrderDocument, id: string): { booking: BookingDocument; ticket: TicketDocument } {
  const matches = (ticket: TicketDocument) => ticket.product_type_transaction_id === id
  for (const booking of order.order_bookings) {
    const ticket = pricedTickets(booking).find(matches)
    if (ticket) return { booking, ticket }
    if (booking.product_combi_details?.some((part) => part.product_type_details.some(matches))) {
      throw new Refusal(
        422,
        'COMBI_PART',
        `Ticket ${id} is part of a combi and can only be cancelled with the whole of it.`,
      )
    }
  }
  throw new Refusal(422, 'TICKET_NOT_IN_ORDER', `Order ${order.order_reference} has no ticket ${id}.`)
}

/** The combi tickets that belong to the ticket at this position of the main booking. */
export function combiTicketsOf(booking: BookingDocument, ticket: TicketDocument): TicketDocument[] {
  const position = booking.product_type_details.indexOf(ticket)
  return (booking.product_combi_details ?? []).flatMap(
    (part: PartDocument) => part.product_type_details[position] ?? [],
  )
}

/**
 * Refuses what may not be cancelled: bookings that do not allow it (rule 158; one of them in the selection
 * fails all of it, rule 159), used tickets, and what is being cancelled already.
 */
export function checkTargets(
  targets: readonly Target[],
  forced: (booking: BookingDocument) => boolean,
): void {
  for (const { booking, tickets } of targets) {
    if (isProcessingCancellation(booking)) {
      throw new Refusal(
        409,
        'CANCELLATION_IN_PROCESS',
        `Booking ${booking.booking_reference} is being cancelled already.`,
      )
    }
    const used = tickets.find((ticket) => [ticket, ...combiTicketsOf(booking, ticket)].some(isRedeemed))
    if (used) {
      throw new Refusal(
        409,
        'TICKET_REDEEMED',
        `Ticket ${used.product_type_transaction_id} has been used and cannot be cancelled.`,
      )
    }
  }
  const refused = targets.filter(({ booking }) => !booking.product_cancellation_allowed && !forced(booking))
  if (refused.length > 0) {
    throw new Refusal(
      422,
      'CANCELLATION_NOT_ALLOWED',
      'The order holds bookings that cannot be cancelled. Cancel the others by their booking_reference.',
      refused.map(
        ({ booking }) =>
          `Booking ${booking.booking_reference} (${booking.product_title}) cannot be cancelled.`,
      ),
    )
  }
}
