import { PROMOS } from '../data/promos'
import { formatMinor, parseMinor, taxWithin } from '../money/minor-units'
import type { OrderDocument, PricingDocument } from '../orders/document'
import { isActive, pricedTickets } from '../orders/pricing'

/**
 * Takes away promo codes whose condition no longer holds once tickets are gone, so that what is left gets
 * dearer (compare rule 138). Changes the document in place; the caller reprices it.
 */
export function dropLostPromos(order: OrderDocument, decimals: number): string[] {
  const active = order.order_bookings.flatMap((booking) => pricedTickets(booking).filter(isActive))
  if (active.length === 0) return []
  const lost = (order.order_promocodes ?? [])
    .map((promo) => promo.promo_code)
    .filter((code) => active.length < (PROMOS.find((promo) => promo.code === code)?.leastTickets ?? 0))
  if (lost.length === 0) return lost
  for (const ticket of active) {
    if (ticket.product_type_pricing) {
      ticket.product_type_pricing = withoutPromos(ticket.product_type_pricing, lost, decimals)
    }
  }
  const kept = (order.order_promocodes ?? []).filter((promo) => !lost.includes(promo.promo_code))
  if (kept.length > 0) order.order_promocodes = kept
  else delete order.order_promocodes
  return lost
}

function withoutPromos(pricing: PricingDocument, lost: readonly string[], decimals: number): PricingDocument {
  const { price_promocodes: promos = [], ...rest } = pricing
  const kept = promos.filter((promo) => !lost.includes(promo.promo_code))
  const given = promos
    .filter((promo) => lost.includes(promo.promo_code))
    .reduce((sum, promo) => sum + parseMinor(promo.promo_amount, decimals), 0)
  const total = parseMinor(pricing.price_total, decimals) - given
  return {
    ...rest,
    ...(kept.length > 0 && { price_promocodes: kept }),
    ...(pricing.price_taxes && {
      price_taxes: pricing.price_taxes.map((tax) => ({
        ...tax,
        tax_amount: formatMinor(taxWithin(total, Number(tax.tax_rate)), decimals),
      })),
    }),
    price_total: formatMinor(total, decimals),
  }
}
