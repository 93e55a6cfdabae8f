import { z } from 'zod'
import { operation } from '../../ipc/define'
import { profileIdSchema } from '../../kernel/ids'
import { mirrorQuerySchema } from './mirror-query'
import { listTotalsSchema } from './query-mirror'

/** What orders are grouped by. An order of several products, suppliers or months of travel is in several groups. */
export const overviewGroupings = ['status', 'payment', 'channel', 'product', 'supplier', 'month'] as const
export type OverviewGrouping = (typeof overviewGroupings)[number]

/** Groups of one kind that are told; of more than these only the number. */
export const mostGroups = 50

const isTimeZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined
  } catch {
    return false
  }
}

/** Which orders are looked at; an overview has no order of its own. */
export const overviewQuestionSchema = z.strictObject({
  text: mirrorQuerySchema.shape.text,
  filters: mirrorQuerySchema.shape.filters,
  /** IANA name of the desk's zone: by its clock weeks of creation begin and end. */
  zone: z
    .string()
    .max(64)
    .refine(isTimeZone, { message: 'a time zone such as Europe/Amsterdam is expected' }),
})
export type OverviewQuestion = z.infer<typeof overviewQuestionSchema>

const groupSchema = listTotalsSchema.extend({
  /** A value as sent, an id, a state of payment, or a month such as "2026-11"; empty: the order has none. */
  key: z.string(),
  /** What a product or a supplier was called in the latest of these orders. */
  title: z.string().optional(),
})

const daySchema = z.object({
  /** By the activity's own calendar. */
  day: z.iso.date(),
  /** Orders that travel on it, cancelled ones among them. An order that travels on two days counts on both. */
  orders: z.number().int(),
  cancelled: z.number().int(),
})

const weekSchema = z.object({
  /** Its Monday at the desk. */
  from: z.iso.date(),
  /** Orders that were made in it. */
  orders: z.number().int(),
  /** Of these, the ones whose status says that they are cancelled now. */
  cancelled: z.number().int(),
  /**
   * Of these, what they come to now, after amendments and cancellations; and what was given back of them, whenever that was,
   * refunds under way among it.
   */
  byCurrency: z.array(
    z.object({
      currency: z.string(),
      orders: z.number().int(),
      total: z.string(),
      refunded: z.string(),
      /** Orders of which something was given back. */
      refunds: z.number().int(),
    }),
  ),
})

export const overviewSchema = listTotalsSchema.extend({
  groups: z.record(
    z.enum(overviewGroupings),
    z.object({
      /** The one with most orders first; months as they follow. */
      groups: z.array(groupSchema),
      /** Groups beyond these. */
      more: z.number().int(),
    }),
  ),
  /** Days with orders, as they follow; only those that a filter by travel lets through. */
  days: z.array(daySchema),
  /** Weeks with orders, as they follow. */
  weeks: z.array(weekSchema),
})
export type Overview = z.infer<typeof overviewSchema>
export type OverviewGroup = z.infer<typeof groupSchema>
export type OverviewDay = z.infer<typeof daySchema>
export type OverviewWeek = z.infer<typeof weekSchema>

/**
 * What the orders of a question come to, by groups, days and weeks. Counting many takes a few seconds: until it is done the
 * answer says how far it is, and counting goes on only while it is asked for again.
 */
export const overviewMirror = operation({
  kind: 'query',
  input: z.strictObject({ profile: profileIdSchema, question: overviewQuestionSchema }),
  output: z.discriminatedUnion('state', [
    z.object({ state: z.literal('counting'), counted: z.number().int() }),
    z.object({ state: z.literal('done'), overview: overviewSchema }),
  ]),
  errors: ['NO_MIRROR'],
})
