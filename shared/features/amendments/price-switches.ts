import { z } from 'zod'

/** What is done about a difference in price (rules.md #156). Both are off unless somebody switches them on. */
export const priceSwitchesSchema = z.strictObject({
  /** Prio adjusts the price with a discount or surcharge. Which way round is not certain (rules.md #157). */
  adjust: z.boolean(),
  /** The adjustment is the reseller's alone. */
  resellerOnly: z.boolean(),
})
export type PriceSwitches = z.infer<typeof priceSwitchesSchema>
