import type { CatalogueProduct, FeeTemplate, TicketKind } from '../catalogue/types'
import { decimalsOf, formatMinor, type Minor, percentageOf, taxWithin } from '../money/minor-units'
import type { PriceFee, PriceVariation, PricingDocument } from '../orders/document'
import type { Promo } from './recipe'

/** What the price of a ticket differs from the list price by, and why. */
export interface Variation {
  readonly amount: Minor
  readonly type: string
  readonly label: string
}

/** By the slot when it adds, by the day when it takes off. */
export const seasonal = (amount: Minor): Variation =>
  amount > 0
    ? { amount, type: 'PRODUCT_DYNAMIC', label: 'Peak hour' }
    : { amount, type: 'PRODUCT_DAILY', label: 'Early bird' }

const known = new Map<string, PricingDocument>()

/** `ticketPricing`, made once for each kind, promo code and variation: tickets share it and never change it. */
export function sharedTicketPricing(
  product: CatalogueProduct,
  kind: TicketKind,
  promo: Promo | undefined,
  variation: Variation,
): PricingDocument {
  const key = `${kind.id} ${promo?.code ?? ''} ${variation.type} ${variation.amount}`
  const pricing = known.get(key) ?? ticketPricing(product, kind, promo, variation)
  known.set(key, pricing)
  return pricing
}

/**
 * The price of one ticket. Total = list price + variations + promo codes + included fees (model Pricing);
 * taxes are contained in it.
 */
function ticketPricing(
  product: CatalogueProduct,
  kind: TicketKind,
  promo: Promo | undefined,
  variation: Variation,
): PricingDocument {
  const { currency, taxId, taxRate } = product.supplier
  const decimals = decimalsOf(currency)
  const price = kind.price + variation.amount
  const discount = promo ? -percentageOf(price, promo.percentage) : 0
  const fees =
    price <= 0 || promo?.percentage === 100
      ? []
      : product.fees.map((fee) => feeOf(fee, price, taxRate, decimals))
  const included = fees.filter((fee) => fee.document.fee_included).reduce((sum, fee) => sum + fee.amount, 0)
  const total = price + discount + included
  const tax = taxWithin(total, taxRate)
  return {
    price_subtotal: formatMinor(kind.price, decimals),
    ...(variation.amount !== 0 && { price_variations: [variationOf(variation, decimals)] }),
    ...(promo && {
      price_promocodes: [{ promo_code: promo.code, promo_amount: formatMinor(discount, decimals) }],
    }),
    ...(taxRate > 0 && {
      price_taxes: [
        {
          tax_id: taxId,
          tax_amount: formatMinor(tax, decimals),
          tax_rate: taxRate.toFixed(Number.isInteger(taxRate * 100) ? 2 : 3),
        },
      ],
    }),
    ...(fees.length > 0 && { price_fees: fees.map((fee) => fee.document) }),
    price_total: formatMinor(total, decimals),
  }
}

function variationOf({ amount, type, label }: Variation, decimals: number): PriceVariation {
  return {
    variation_label: label,
    variation_amount: formatMinor(amount, decimals),
    variation_type: type,
  }
}

function feeOf(fee: FeeTemplate, price: Minor, taxRate: number, decimals: number) {
  const amount = fee.amount ?? percentageOf(price, fee.percentage ?? 0)
  const document: PriceFee = {
    fee_type: fee.type,
    fee_amount: formatMinor(amount, decimals),
    ...(fee.percentage !== undefined && { fee_percentage: fee.percentage.toFixed(2) }),
    fee_tax_amount: formatMinor(taxWithin(amount, taxRate), decimals),
    fee_included: fee.included,
  }
  return { amount, document }
}
