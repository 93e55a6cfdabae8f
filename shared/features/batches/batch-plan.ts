import { z } from 'zod'
import { changedSchema } from '../../kernel/app-error'
import { orderReferenceSchema, profileIdSchema } from '../../kernel/ids'
import { orderChangeSchema } from '../orders'
import { batchActionSchema, batchKindSchema } from './batch-action'

/** Key of a plan in main's memory. Plans are few and do not outlive the program. */
export const planIdSchema = z.uuid()
export type PlanId = z.infer<typeof planIdSchema>

/** Most references in one plan. */
export const maxLines = 5000

/** Where a plan stands. */
export const planStages = [
  /** References are being looked up. */
  'resolving',
  'resolved',
  /** Every order is being read, to say what the action would do to it. Nothing is sent. */
  'planning',
  'planned',
  /** A person ended the reading, or nothing could be read any more: `error` says why. */
  'cancelled',
  'failed',
  /** It became a batch. */
  'started',
] as const
export const planStageSchema = z.enum(planStages)
export type PlanStage = z.infer<typeof planStageSchema>

/** What became of one reference. */
export const planFindings = [
  'waiting',
  'found',
  /** An earlier line covers it: `doubleOf`. */
  'doubled',
  'not-found',
  /** Several orders have it: `candidates`. */
  'ambiguous',
  /** The order does not allow it, or the reference is of another level than the action needs: `why`. */
  'not-allowed',
  /** It could not be looked up or read: `why` is the code of the error. */
  'unreadable',
] as const
export const planFindingSchema = z.enum(planFindings)
export type PlanFinding = z.infer<typeof planFindingSchema>

const rangeSchema = z.object({ low: z.string(), high: z.string() })

/** What the action is expected to do to one line. Amounts in `currency`. */
export const lineEffectSchema = z.object({
  /** Requests that the line becomes, each an operation of its own or a file. */
  requests: z.number().int(),
  currency: z.string().optional(),
  totalBefore: z.string().optional(),
  totalAfter: rangeSchema.optional(),
  fee: rangeSchema.optional(),
  refund: rangeSchema.optional(),
  /** Why no money goes back through Prio, or why amounts could not be computed. */
  noRefund: z.enum(['SETTLED_OUTSIDE', 'NOTHING_PAID', 'NOT_CHOSEN']).optional(),
  notComputed: z.enum(['NO_CURRENCY', 'MIXED_CURRENCIES', 'UNREADABLE_PRICE']).optional(),
  /** Parts that stay as they are, and what stands in their way. */
  leftOut: z.array(z.object({ reference: z.string().optional(), why: z.string() })).optional(),
  changes: z.array(orderChangeSchema).readonly().optional(),
  /** What should be known of the order's contacts before it is left so (rules.md #193). */
  advice: z.enum(['NO_BOOKER_LEFT', 'SEVERAL_BOOKERS']).optional(),
  /** Address that an e-mail would go to. */
  recipient: z.string().optional(),
  /** Files that would be saved: of a booking, or without one of all of the order. */
  vouchers: z.array(z.object({ booking: z.string().optional() })).optional(),
})
export type LineEffect = z.infer<typeof lineEffectSchema>

/** One reference of a plan, with what is known of it so far. */
export const planLineSchema = z.object({
  /** From 1, in the order given. */
  line: z.number().int(),
  /** As given. */
  reference: z.string(),
  finding: planFindingSchema,
  order: orderReferenceSchema.optional(),
  /** The booking that the reference names; absent for the whole order. */
  booking: z.string().optional(),
  /** The payment that is meant, by `payment_id`; absent for all of the order. */
  payment: z.string().optional(),
  doubleOf: z.number().int().optional(),
  candidates: z.array(z.string()).optional(),
  why: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** Once planned, for what was found. */
  effect: lineEffectSchema.optional(),
  /** A person left it out: it would be sent, but is not. */
  excluded: z.literal(true).optional(),
})
export type PlanLine = z.infer<typeof planLineSchema>

/** Totals of what would be sent, in one currency; an order counts once, whatever lines name it. */
export const planTotalSchema = z.object({
  currency: z.string(),
  orders: z.number().int(),
  fee: rangeSchema.optional(),
  refund: rangeSchema.optional(),
})
export type PlanTotal = z.infer<typeof planTotalSchema>

/** A plan as a whole; its lines are asked for by the page. */
export const batchPlanSchema = z.object({
  id: planIdSchema,
  profile: profileIdSchema,
  kind: batchKindSchema,
  /** Once planning began. */
  action: batchActionSchema.optional(),
  stage: planStageSchema,
  /** Of the stage under way: references looked up, or orders read. */
  progress: z.object({ done: z.number().int(), total: z.number().int() }),
  lines: z.number().int(),
  /** Lines by finding. */
  findings: z.partialRecord(planFindingSchema, z.number().int()),
  /** Where lines name payments and not whole orders: all of those that were found, or some. */
  namesPayments: z.enum(['only', 'some']).optional(),
  /** Once planned: lines that would be sent, which is what the person types, and the requests they become. */
  toSend: z.number().int().optional(),
  /** Of the lines that would be sent, those that name a booking and not a whole order. */
  bookings: z.number().int().optional(),
  /** And those that name a payment. */
  payments: z.number().int().optional(),
  requests: z.number().int().optional(),
  totals: z.array(planTotalSchema),
  /** When the last stage ended, milliseconds since 1970 UTC. */
  readAt: z.number().int().optional(),
  error: z.object({ code: z.string(), message: z.string(), changed: changedSchema }).optional(),
})
export type BatchPlan = z.infer<typeof batchPlanSchema>
