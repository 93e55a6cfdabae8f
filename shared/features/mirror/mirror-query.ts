import { z } from 'zod'
import { orderReferenceSchema } from '../../kernel/ids'
import { isDecimal } from '../../kernel/money'
import { paymentStates, requestMomentSchema } from '../orders'

/** Columns of the list that the mirror sorts by; every one of them has an index. Ties are broken by creation. */
export const mirrorSorts = [
  'created',
  'modified',
  'travel',
  'reference',
  'externalReference',
  'guest',
  'email',
  'products',
  'suppliers',
  'tickets',
  'status',
  'payment',
  'total',
  'channel',
  'createdBy',
  'distributor',
  'version',
] as const
export type MirrorSort = (typeof mirrorSorts)[number]

const idSchema = z.string().trim().min(1).max(128)
const idsSchema = z.array(idSchema).min(1).max(100)
const orMissingSchema = z
  .array(z.union([idSchema, z.literal('')]))
  .min(1)
  .max(100)
const momentRangeSchema = z.strictObject({
  from: requestMomentSchema.optional(),
  to: requestMomentSchema.optional(),
})
const dayRangeSchema = z.strictObject({ from: z.iso.date().optional(), to: z.iso.date().optional() })
const amountSchema = z.string().refine(isDecimal, { message: 'an amount such as 20.50 is expected' })
const amountRangeSchema = z.strictObject({
  /** ISO 4217: amounts of different currencies do not compare. */
  currency: z.string().length(3),
  min: amountSchema.optional(),
  max: amountSchema.optional(),
})
const countRangeSchema = z.strictObject({
  min: z.number().int().optional(),
  max: z.number().int().optional(),
})

/** What the mirror can narrow by, the API's own filters and those that it has not; all of them hold at once. */
export const mirrorFiltersSchema = z.strictObject({
  created: momentRangeSchema.optional(),
  modified: momentRangeSchema.optional(),
  /** `order_cancellation_date_time`; of a cancelled order without one, `order_modified`. */
  cancelled: momentRangeSchema.optional(),
  /** Any of the order's days of travel lies within, by the activity's own calendar. */
  travel: dayRangeSchema.optional(),
  /** `order_status` as sent, any of these; empty: there is none. */
  statuses: orMissingSchema.optional(),
  payments: z.array(z.enum(paymentStates)).min(1).optional(),
  /** `order_channel` as sent, any of these; empty: there is none. */
  channels: orMissingSchema.optional(),
  productIds: idsSchema.optional(),
  supplierIds: idsSchema.optional(),
  distributorIds: idsSchema.optional(),
  resellerIds: idsSchema.optional(),
  /** `product_availability_id`: one slot. */
  slotId: idSchema.optional(),
  contactUid: idSchema.optional(),
  createdByEmail: idSchema.optional(),
  currency: z.string().length(3).optional(),
  total: amountRangeSchema.optional(),
  /** What cancelling it has cost the guest. */
  fee: z.enum(['with', 'without']).optional(),
  /** Whether anything of it was given back. */
  refunded: z.enum(['with', 'without']).optional(),
  /** Whether its tickets were used. */
  redeemed: z.enum(['none', 'some', 'all']).optional(),
  /** Sales price less what the distributor pays, where both are known. */
  margin: amountRangeSchema.optional(),
  /** Of the travel day in the activity's own offset; 1 is Monday. */
  weekdays: z.array(z.number().int().min(1).max(7)).min(1).optional(),
  /** Days between the order and the first travel moment. */
  leadDays: countRangeSchema.optional(),
  version: countRangeSchema.optional(),
  /** One of these orders; of none of them when there are none. */
  references: z.array(orderReferenceSchema).max(1000).optional(),
})
export type MirrorFilters = z.infer<typeof mirrorFiltersSchema>

/** A question to the mirror. */
export const mirrorQuerySchema = z.strictObject({
  /** What was typed: every word has to begin a word of the order, in any order of words. */
  text: z.string().trim().min(1).max(200).optional(),
  filters: mirrorFiltersSchema,
  sort: z.strictObject({ by: z.enum(mirrorSorts), direction: z.enum(['asc', 'desc']) }),
})
export type MirrorQuery = z.infer<typeof mirrorQuerySchema>
