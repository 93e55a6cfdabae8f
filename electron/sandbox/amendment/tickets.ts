import type { SlotMaker } from '../availability/slots'
import type { CatalogueProduct, TicketKind } from '../catalogue/types'
import { ticketDocument } from '../data/ticket-document'
import { seasonal, sharedTicketPricing } from '../data/ticket-price'
import { Refusal } from '../http/refusal'
import type { NewReferences } from '../orders/change'
import type { BookingDocument, OrderDocument, PartDocument, TicketDocument } from '../orders/document'
import { allTickets, isActive } from '../orders/pricing'
import type { PlannedLine } from './slot-check'
import { sameKind } from './wanted'

/** Tickets of an order are numbered through in their last three digits. */
const MOST_TICKETS = 999

/** Numbers new tickets of an order. */
export class TicketMaker {
  readonly #ids: NewReferences
  #last: number

  constructor(order: OrderDocument, ids: NewReferences) {
    this.#ids = ids
    const numbers = order.order_bookings
      .flatMap(allTickets)
      .map((ticket) => Number(ticket.product_type_transaction_id.slice(-3)))
    this.#last = Math.max(0, ...numbers)
  }

  make(
    kind: TicketKind,
    like: TicketDocument | undefined,
    pricing: TicketDocument['product_type_pricing'],
  ): TicketDocument {
    this.#last += 1
    if (this.#last > MOST_TICKETS) {
      throw new Refusal(422, 'TOO_MANY_TICKETS', `An order holds at most ${MOST_TICKETS} tickets.`)
    }
    const paid = like?.product_type_payment_status
    return {
      ...ticketDocument(
        kind,
        {
          product_type_code: this.#ids.ticketCode(this.#last),
          product_type_transaction_id: this.#ids.transaction(this.#last),
          product_type_status: like?.product_type_status ?? 'CONFIRMED',
          product_type_redemption_status: 'PENDING',
          ...(pricing && { product_type_pricing: structuredClone(pricing) }),
        },
        { row: 'A', number: this.#last },
      ),
      ...(paid !== undefined && { product_type_payment_status: paid }),
    }
  }
}

/** What one ticket costs in a slot: promo codes are not for what is booked directly (rule 146). */
export function priceIn(
  product: CatalogueProduct,
  kind: TicketKind,
  line: PlannedLine,
  maker: SlotMaker,
): TicketDocument['product_type_pricing'] {
  const variation = line.slot && kind.price > 0 ? maker.variationOf(line.slot, kind.price) : 0
  return sharedTicketPricing(product, kind, undefined, seasonal(variation))
}

/** How many active tickets of each kind a line has. */
export function activeCounts(line: { readonly product_type_details: readonly TicketDocument[] }) {
  const counts = new Map<string, number>()
  for (const ticket of line.product_type_details.filter(isActive)) {
    counts.set(ticket.product_type_id, (counts.get(ticket.product_type_id) ?? 0) + 1)
  }
  return counts
}

/** A line whose tickets change: a booking, or a part of a bundle. */
export interface TicketLine {
  readonly line: BookingDocument | PartDocument
  readonly planned: PlannedLine
  /** Parts of a combi, which follow ticket by ticket. */
  readonly followers: readonly { readonly part: PartDocument; readonly product: CatalogueProduct }[]
  make(kind: TicketKind, like: TicketDocument | undefined): TicketDocument
}

/**
 * Brings the tickets of a line to the wanted counts. In another slot all of them are replaced (rule 155),
 * else only those are made or dropped that make the difference, the last first. What goes stays on record as
 * cancelled. Returns how many were made and dropped.
 */
export function bringTickets({ line, planned, followers, make }: TicketLine, replaceAll: boolean) {
  const active = line.product_type_details.filter(isActive)
  const like = active[0] && { ...active[0] }
  const kept = new Map<string, number>()
  let dropped = 0
  for (const ticket of active) {
    const wanted = [...planned.counts].find(([kind]) => kind.id === ticket.product_type_id)?.[1] ?? 0
    const have = kept.get(ticket.product_type_id) ?? 0
    if (!replaceAll && have < wanted) {
      kept.set(ticket.product_type_id, have + 1)
      continue
    }
    dropped += 1
    const position = line.product_type_details.indexOf(ticket)
    for (const each of [ticket, ...followers.map(({ part }) => part.product_type_details[position])]) {
      if (each) drop(each)
    }
  }
  let made = 0
  for (const [kind, count] of planned.counts) {
    for (let have = kept.get(kind.id) ?? 0; have < count; have++) {
      made += 1
      line.product_type_details.push(make(kind, like))
      for (const { part, product } of followers) {
        const own = sameKind(product, kind.type)
        if (own) part.product_type_details.push(withoutPrice(make(own, like)))
      }
    }
  }
  return { made, dropped }
}

/** A ticket that an amendment took away: nothing is to be paid for it any more. */
function drop(ticket: TicketDocument): void {
  ticket.product_type_status = 'CANCELLED'
  ticket.product_type_redemption_status = 'CANCELLED'
  ticket.product_type_payment_status = 'NOT_REQUIRED'
}

/** Parts of a combi have no price of their own (rule 89). */
function withoutPrice({ product_type_pricing: _, ...ticket }: TicketDocument): TicketDocument {
  return ticket as TicketDocument
}
