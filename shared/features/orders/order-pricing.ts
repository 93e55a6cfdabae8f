import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'

/**
 * How a price came about, of an order, a booking or a ticket. All amounts are decimal text in the order's currency, as
 * sent. `included` is `undefined` when the API does not say.
 */
export interface PriceBreakdown {
  readonly subtotal: string | undefined
  readonly variations: readonly PriceVariationLine[]
  readonly promoCodes: readonly PromoCodeLine[]
  readonly taxes: readonly TaxLine[]
  readonly fees: readonly FeeLine[]
  readonly margins: readonly MarginLine[]
  readonly total: string | undefined
}

export interface PriceVariationLine {
  readonly label: string | undefined
  /** `variation_type` as sent. */
  readonly type: string | undefined
  readonly amount: string | undefined
}

export interface PromoCodeLine {
  readonly code: string | undefined
  readonly amount: string | undefined
}

export interface TaxLine {
  readonly id: string | undefined
  readonly name: string | undefined
  /** Percentage. */
  readonly rate: string | undefined
  readonly amount: string | undefined
}

export interface FeeLine {
  /** `fee_type` as sent. */
  readonly type: string | undefined
  readonly label: string | undefined
  readonly amount: string | undefined
  readonly percentage: string | undefined
  readonly taxAmount: string | undefined
  /** True: part of the total; false: for information only (models.md, Fee). */
  readonly included: boolean | undefined
}

export interface MarginLine {
  /** `margin_type` as sent. */
  readonly type: string | undefined
  readonly amount: string | undefined
  readonly taxAmount: string | undefined
}

/** Reads `order_pricing`, `booking_pricing` or `product_type_pricing`; never throws. */
export function readPricing(pricing: unknown): PriceBreakdown {
  const fields = fieldsOf(pricing)
  return {
    subtotal: textOf(fields.price_subtotal),
    variations: rows(fields.price_variations, (row) => ({
      label: textOf(row.variation_label),
      type: textOf(row.variation_type),
      amount: textOf(row.variation_amount),
    })),
    promoCodes: rows(fields.price_promocodes, (row) => ({
      code: textOf(row.promo_code),
      amount: textOf(row.promo_amount),
    })),
    taxes: rows(fields.price_taxes, (row) => ({
      id: textOf(row.tax_id),
      name: textOf(row.tax_name),
      rate: textOf(row.tax_rate),
      amount: textOf(row.tax_amount),
    })),
    fees: rows(fields.price_fees, (row) => ({
      type: textOf(row.fee_type),
      label: textOf(row.fee_label),
      amount: textOf(row.fee_amount),
      percentage: textOf(row.fee_percentage),
      taxAmount: textOf(row.fee_tax_amount),
      included: typeof row.fee_included === 'boolean' ? row.fee_included : undefined,
    })),
    margins: rows(fields.price_margins, (row) => ({
      type: textOf(row.margin_type),
      amount: textOf(row.margin_amount),
      taxAmount: textOf(row.margin_tax_amount),
    })),
    total: textOf(fields.price_total),
  }
}

/** Reads the entries of a list that hold anything at all. */
function rows<Row extends object>(
  list: unknown,
  read: (fields: Readonly<Record<string, unknown>>) => Row,
): Row[] {
  return entriesOf(list)
    .map((entry) => read(fieldsOf(entry)))
    .filter((row) => Object.values(row).some((value) => value !== undefined))
}
