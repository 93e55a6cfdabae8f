import { idText } from '../../kernel/ids'
import type { CancellationTarget } from './cancel-order'
import { bookingObstacle, isCancelled, orderObstacles, ticketObstacle } from './cancellable'
import {
  addOnsOf,
  bookingsOf,
  type CancellableBooking,
  type CancellableOrder,
  type TicketLine,
  ticketsOf,
} from './order-parts'

/** What a person ticked. `whole` is a tick of its own and never follows from the other two. */
export interface Selection {
  readonly whole: boolean
  /** `booking_reference` of bookings ticked as a whole. */
  readonly bookings: ReadonlySet<string>
  /** `product_type_transaction_id` of single tickets. */
  readonly tickets: ReadonlySet<string>
}

export const emptySelection: Selection = { whole: false, bookings: new Set(), tickets: new Set() }

/** A booking that is cancelled in whole, or the tickets of it that are. */
export interface SelectedPart {
  readonly booking: CancellableBooking
  /** The tickets that go; of a whole booking, all that are not cancelled yet. */
  readonly tickets: readonly TicketLine[]
  readonly level: 'booking' | 'ticket'
  /** True when it goes only because its main product does (rules.md #96). */
  readonly asAddOn: boolean
}

/**
 * Turns ticks into what is cancelled. All open tickets of a booking together are the booking; a main product takes
 * its add-ons along. What cannot be cancelled is left out, whoever ticked it.
 */
export function selectedParts(order: CancellableOrder, selection: Selection): readonly SelectedPart[] {
  if (selection.whole) {
    return bookingsOf(order).flatMap((booking) => {
      const tickets = openTickets(booking)
      return isGone(booking) ? [] : [{ booking, tickets, level: 'booking' as const, asAddOn: false }]
    })
  }
  const chosen = bookingsOf(order).flatMap((booking) => partOf(booking, selection) ?? [])
  const mains = chosen.filter((part) => part.level === 'booking')
  const taken = new Set(mains.map((part) => part.booking))
  const addOns = mains
    .flatMap((part) => addOnsOf(order, part.booking))
    .filter((booking) => !taken.has(booking) && bookingObstacle(booking) === undefined)
    .map((booking) => ({ booking, tickets: openTickets(booking), level: 'booking' as const, asAddOn: true }))
  const replaced = new Set(addOns.map((part) => part.booking))
  return [...chosen.filter((part) => !replaced.has(part.booking)), ...addOns]
}

/**
 * The requests that a selection becomes, one target each; empty when nothing cancellable is ticked, never the whole
 * order. Add-ons come before their main product, so that neither answer depends on what the server takes along.
 */
export function toTargets(order: CancellableOrder, selection: Selection): readonly CancellationTarget[] {
  if (selection.whole) return orderObstacles(order).length === 0 ? [{ level: 'order' }] : []
  const parts = selectedParts(order, selection)
  return [...parts.filter((part) => part.asAddOn), ...parts.filter((part) => !part.asAddOn)].flatMap(
    targetsOf,
  )
}

/**
 * Ticks all that can be cancelled of an order that cannot go as a whole (rules.md #159): bookings where they can go
 * whole, else their tickets.
 */
export function everythingCancellable(order: CancellableOrder): Selection {
  const bookings = new Set<string>()
  const tickets = new Set<string>()
  for (const booking of bookingsOf(order)) {
    const reference = idText(booking.booking_reference)
    if (reference && bookingObstacle(booking) === undefined) bookings.add(reference)
    else {
      for (const ticket of ticketsOf(booking)) {
        const id = idText(ticket.product_type_transaction_id)
        if (id && ticketObstacle(booking, ticket) === undefined) tickets.add(id)
      }
    }
  }
  return { whole: false, bookings, tickets }
}

/** The selection that these targets came from; ticks that are covered by others aside. */
export function toSelection(targets: readonly CancellationTarget[]): Selection {
  const ids = (pick: (target: CancellationTarget) => string | undefined) =>
    new Set(targets.flatMap((target) => pick(target) ?? []))
  return {
    whole: targets.some(({ level }) => level === 'order'),
    bookings: ids((target) => (target.level === 'booking' ? target.bookingReference : undefined)),
    tickets: ids((target) => (target.level === 'ticket' ? target.transactionId : undefined)),
  }
}

function targetsOf({ booking, tickets, level }: SelectedPart): readonly CancellationTarget[] {
  const bookingReference = idText(booking.booking_reference)
  if (!bookingReference) return []
  if (level === 'booking') return [{ level, bookingReference }]
  return tickets.flatMap((ticket) => {
    const transactionId = idText(ticket.product_type_transaction_id)
    return transactionId ? [{ level, bookingReference, transactionId }] : []
  })
}

function partOf(booking: CancellableBooking, selection: Selection): SelectedPart | undefined {
  const reference = idText(booking.booking_reference)
  if (!reference) return undefined
  const whole = bookingObstacle(booking) === undefined
  const open = openTickets(booking)
  if (whole && selection.bookings.has(reference))
    return { booking, tickets: open, level: 'booking', asAddOn: false }
  const tickets = open.filter(
    (ticket) =>
      selection.tickets.has(idText(ticket.product_type_transaction_id) ?? '') &&
      ticketObstacle(booking, ticket) === undefined,
  )
  if (tickets.length === 0) return undefined
  const level = whole && tickets.length === open.length ? 'booking' : 'ticket'
  return { booking, tickets, level, asAddOn: false }
}

const openTickets = (booking: CancellableBooking) =>
  ticketsOf(booking).filter((ticket) => !isCancelled(ticket))

const isGone = (booking: CancellableBooking) => bookingObstacle(booking) === 'ALREADY_CANCELLED'
