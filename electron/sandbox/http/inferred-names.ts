/**
 * Parameters of the order update whose names are a guess (marked INFERRED in endpoints.md #27). A test holds
 * them against the marks in the OpenAPI file.
 */
export const AMENDMENT_SWITCHES = {
  adjust: 'amendment_price_adjustment',
  resellerOnly: 'amendment_price_adjustment_reseller',
  preview: 'amendment_preview',
} as const
