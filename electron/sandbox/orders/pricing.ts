import { decimalsOf, formatMinor, type Minor, parseMinor } from '../money/minor-units'
import type {
  BookingDocument,
  OrderDocument,
  PriceFee,
  PricePromocode,
  PriceTax,
  PriceVariation,
  PricingDocument,
  TicketDocument,
} from './document'

/** Fee type under which a cancellation fee is charged on a booking. */
export const CANCELLATION_FEE = 'CUSTOM'
/** The only fee type that is charged on the order as a whole. */
export const ORDER_FEE = 'PAYMENT'

/** The one currency of an order (rule 121). */
export function currencyOf(order: OrderDocument): string {
  return order.order_bookings[0]?.product_currency_code ?? 'EUR'
}

/**
 * Every priced ticket of a booking: its own, or for a bundle those of its parts, each of which keeps its
 * price (rule 93). Parts of a combi have no price of their own (rule 89).
 */
export function pricedTickets(booking: BookingDocument): TicketDocument[] {
  const parts = (booking.product_bundle_details ?? []).flatMap((part) => part.product_type_details)
  return [...booking.product_type_details, ...parts]
}

/** Every ticket that has a code, priced or not. */
export function allTickets(booking: BookingDocument): TicketDocument[] {
  const combi = (booking.product_combi_details ?? []).flatMap((part) => part.product_type_details)
  return [...pricedTickets(booking), ...combi]
}

/** A ticket that is still worth something. */
export function isActive(ticket: TicketDocument): boolean {
  return ticket.product_type_status === 'CONFIRMED' || ticket.product_type_status === 'RESERVED'
}

/**
 * Recomputes the pricing of all bookings and of the order from what is left: tickets that are not
 * cancelled, cancellation fees, and fees on the order (rule 118). Changes the document in place.
 */
export function reprice(order: OrderDocument): void {
  const decimals = decimalsOf(currencyOf(order))
  for (const booking of order.order_bookings) {
    const kept = (booking.booking_pricing.price_fees ?? []).filter((fee) => fee.fee_type === CANCELLATION_FEE)
    const tickets = pricedTickets(booking).filter(isActive)
    booking.booking_pricing = sumPricing(
      tickets.flatMap((ticket) => ticket.product_type_pricing ?? []),
      kept,
      decimals,
    )
  }
  const anythingLeft = order.order_bookings.some((booking) => pricedTickets(booking).some(isActive))
  const orderFees = (order.order_pricing.price_fees ?? []).filter((fee) => fee.fee_type === ORDER_FEE)
  order.order_pricing = sumPricing(
    order.order_bookings.map((booking) => booking.booking_pricing),
    anythingLeft ? orderFees : [],
    decimals,
  )
}

/** Adds prices up, entry by entry of the same kind, and puts further fees on top. */
export function sumPricing(
  parts: readonly PricingDocument[],
  extra: readonly PriceFee[],
  decimals: number,
): PricingDocument {
  const variations = new Totals<PriceVariation>(
    (entry) => [entry.variation_type, entry.variation_label],
    ['variation_amount'],
    decimals,
  )
  const promos = new Totals<PricePromocode>((entry) => [entry.promo_code], ['promo_amount'], decimals)
  const taxes = new Totals<PriceTax>((entry) => [entry.tax_id, entry.tax_rate], ['tax_amount'], decimals)
  const fees = new Totals<PriceFee>(
    (entry) => [entry.fee_type, entry.fee_percentage, String(entry.fee_included)],
    ['fee_amount', 'fee_tax_amount'],
    decimals,
  )
  let subtotal: Minor = 0
  let total: Minor = 0
  for (const part of parts) {
    subtotal += parseMinor(part.price_subtotal, decimals)
    total += parseMinor(part.price_total, decimals)
    variations.add(part.price_variations)
    promos.add(part.price_promocodes)
    taxes.add(part.price_taxes)
    fees.add(part.price_fees)
  }
  fees.add(extra)
  for (const fee of extra) if (fee.fee_included) total += parseMinor(fee.fee_amount, decimals)
  return {
    price_subtotal: formatMinor(subtotal, decimals),
    ...(variations.any() && { price_variations: variations.entries() }),
    ...(promos.any() && { price_promocodes: promos.entries() }),
    ...(taxes.any() && { price_taxes: taxes.entries() }),
    ...(fees.any() && { price_fees: fees.entries() }),
    price_total: formatMinor(total, decimals),
  }
}

/** Entries of one list, those with the same key added up. */
class Totals<Entry extends object> {
  readonly #byKey = new Map<string, Entry>()
  readonly #keyOf: (entry: Entry) => readonly (string | undefined)[]
  readonly #amounts: readonly (keyof Entry)[]
  readonly #decimals: number

  constructor(
    keyOf: (entry: Entry) => readonly (string | undefined)[],
    amounts: readonly (keyof Entry)[],
    decimals: number,
  ) {
    this.#keyOf = keyOf
    this.#amounts = amounts
    this.#decimals = decimals
  }

  add(entries: readonly Entry[] | undefined): void {
    for (const entry of entries ?? []) {
      const key = this.#keyOf(entry).join('\u0000')
      const known = this.#byKey.get(key)
      this.#byKey.set(key, known ? this.#sum(known, entry) : { ...entry })
    }
  }

  any(): boolean {
    return this.#byKey.size > 0
  }

  entries(): Entry[] {
    return [...this.#byKey.values()]
  }

  #sum(one: Entry, other: Entry): Entry {
    const sums = this.#amounts.map((name) => {
      const sum =
        parseMinor(String(one[name]), this.#decimals) + parseMinor(String(other[name]), this.#decimals)
      return [name, formatMinor(sum, this.#decimals)] as const
    })
    return { ...one, ...Object.fromEntries(sums) }
  }
}
