import { z } from 'zod'
import { parseOffsetDateTime } from '../../kernel/time'

/** A moment in a request: RFC 3339 with an offset, never `Z` (rules.md #49). */
export const requestMomentSchema = z
  .string()
  .max(40)
  .refine((text) => parseOffsetDateTime(text) !== undefined && !/z$/i.test(text), {
    message: 'a date and time with its UTC offset is expected, such as 2026-05-12T14:00:00+02:00',
  })

/** From and until; either may be open. */
const momentRangeSchema = z.strictObject({
  from: requestMomentSchema.optional(),
  to: requestMomentSchema.optional(),
})

const idSchema = z.string().trim().min(1).max(128)

/**
 * What `GET /orders` can narrow by (endpoints.md, 24), and nothing else: a filter over one page would lie. The API has
 * no filter on the status of an order (`order_status` is v3.5 only).
 */
export const orderFiltersSchema = z.strictObject({
  /** Absent: the API answers the last 3 months (rules.md #152). */
  created: momentRangeSchema.optional(),
  /** Inferred parameter names: offered only where the connection allows them. */
  travel: momentRangeSchema.optional(),
  redeemed: momentRangeSchema.optional(),
  modifiedSince: requestMomentSchema.optional(),
  productIds: z.array(idSchema).min(1).max(50).optional(),
  /** `product_availability_id`: one slot. */
  slotId: idSchema.optional(),
  supplierId: idSchema.optional(),
  resellerId: idSchema.optional(),
  distributorId: idSchema.optional(),
  /** E-mail of the user who made the order. */
  createdByEmail: z.string().trim().min(3).max(254).optional(),
  contactUid: z.uuid().optional(),
})
export type OrderFilters = z.infer<typeof orderFiltersSchema>

/** Filters whose parameter names are guesses (reference: "INFERRED"). */
export const inferredFilters = ['travel', 'redeemed'] as const satisfies readonly (keyof OrderFilters)[]

/** The only sort key that v3.8 documents is the creation time (enums.md, order_sort_by); newest first by default. */
export const orderSortSchema = z.strictObject({
  by: z.literal('created'),
  direction: z.enum(['asc', 'desc']),
})
export type OrderSort = z.infer<typeof orderSortSchema>

export const defaultOrderSort: OrderSort = { by: 'created', direction: 'desc' }
