import { z } from 'zod'
import { changedSchema } from '../../kernel/app-error'
import { operationIdSchema, orderReferenceSchema, profileIdSchema } from '../../kernel/ids'
import { orderChangeSchema } from '../orders'
import { operationStateSchema } from './state'

/** Milliseconds since 1970 UTC. */
const moment = z.number().int()

const moneySchema = z.object({ amount: z.string(), currency: z.string() })
const rangeSchema = z.object({ low: z.string(), high: z.string() })

/** What an operation lays its hand on, within its order. */
export const operationTargetSchema = z.object({
  level: z.enum(['order', 'booking', 'ticket']),
  bookingReference: z.string().optional(),
  transactionId: z.string().optional(),
  /** Title of the product, as far as one was read. */
  product: z.string().optional(),
  /** Kind of ticket, in the API's word or the product's own label. */
  ticket: z.string().optional(),
})
export type OperationTarget = z.infer<typeof operationTargetSchema>

/** The order's figures at one moment. */
const figuresSchema = z.object({
  orderVersion: z.number().int().optional(),
  status: z.string().optional(),
  /** `order_pricing.price_total` as received. */
  total: z.string().optional(),
})

/** One way in which what happened is not what the person confirmed (rules.md #118). */
export const effectDifferenceSchema = z.object({
  what: z.enum([
    'TOTAL',
    'REFUND',
    'REFUND_MISSING',
    'REFUND_UNEXPECTED',
    'REFUND_REFUSED',
    'PAYMENT',
    // A personal field that holds what it held: `actual` is its name.
    'FIELD_KEPT',
    // What nobody saw after an erasure, so that it is not verified: of a version, `actual` is its number.
    'PAYMENTS_UNREAD',
    'VERSION_UNREAD',
    'VERSIONS_TO_UNREAD',
  ]),
  expected: rangeSchema.optional(),
  actual: z.string(),
})

const refundRowSchema = z.object({
  /** `payment_amount`, in the order's currency; absent where either was not read. */
  amount: moneySchema.optional(),
  /** What the guest got, where that is in another currency than the order. */
  paid: moneySchema.optional(),
  paymentId: z.string().optional(),
  status: z.string().optional(),
})

const paymentRowSchema = refundRowSchema.extend({
  /** `payment_type` and `payment_method`, in the API's words. */
  type: z.string().optional(),
  method: z.string().optional(),
  /** `payment_created` as received. */
  created: z.string().optional(),
})

/** What an operation was to do and what it did. Amounts without a currency of their own are in `currency`. */
export const operationEffectSchema = z.object({
  currency: z.string().optional(),
  before: figuresSchema.optional(),
  /** Read last: the answer, the evidence, or the look-up that showed nothing. */
  after: figuresSchema.optional(),
  forecast: z
    .object({ total: rangeSchema, fee: rangeSchema.optional(), refund: rangeSchema.optional() })
    .optional(),
  /** Refund rows that came with it. */
  refunds: z.array(refundRowSchema),
  /** Payments that it recorded, as the order has them. */
  payments: z.array(paymentRowSchema).optional(),
  differences: z.array(effectDifferenceSchema),
})
export type OperationEffect = z.infer<typeof operationEffectSchema>

/** A booking or ticket that an operation is about, at both moments. Statuses in the API's words. */
const operationPartSchema = z.object({
  level: z.enum(['booking', 'ticket']),
  reference: z.string().optional(),
  name: z.string().optional(),
  before: z.string().optional(),
  /** Absent when the order as it was read last does not have it. */
  now: z.string().optional(),
})
export type OperationPart = z.infer<typeof operationPartSchema>

/** A field that an operation was to change: as it was, as it was wanted, and as it was read last. Empty ones are absent. */
const operationFieldSchema = orderChangeSchema
  .pick({ path: true, before: true })
  .extend({ wanted: z.string().optional(), now: z.string().optional() })
export type OperationField = z.infer<typeof operationFieldSchema>

/** An error as the journal keeps it: codes, and the server's own words. */
export const operationErrorSchema = z.object({
  code: z.string(),
  message: z.string(),
  changed: changedSchema,
  requestId: z.string().optional(),
  status: z.number().int().optional(),
  serverCode: z.string().optional(),
  serverWords: z.string().optional(),
  serverDetails: z.array(z.string()).optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type OperationError = z.infer<typeof operationErrorSchema>

/** One try to send. */
export const operationAttemptSchema = z.object({
  number: z.number().int(),
  sentAt: moment,
  endedAt: moment.optional(),
  result: z.string().optional(),
  error: operationErrorSchema.optional(),
})

/** A change that a person asked for, as the journal knows it. */
export const operationSchema = z.object({
  id: operationIdSchema,
  profile: profileIdSchema,
  /** Such as "cancel-order". */
  kind: z.string(),
  /** Where one command became several: how many, and whether this is the last, which tells of all of them together. */
  command: z.object({ size: z.number().int(), isLast: z.boolean() }).optional(),
  state: operationStateSchema,
  /** Of what is about no order the key that it is recorded under (`stockOfKey`). */
  order: orderReferenceSchema,
  /** The row of stock that it is about: `stock_label` and `stock_product_id` as they were. */
  stock: z
    .object({ id: z.string(), label: z.string().optional(), product: z.string().optional() })
    .optional(),
  target: operationTargetSchema.optional(),
  /** Name of the desk user. */
  who: z.string(),
  reason: z.string().optional(),
  /** Whether the guest's money was to go back. */
  refundToGuest: z.boolean().optional(),
  /** Address that an e-mail was to go to. */
  recipient: z.string().optional(),
  /** `payment_id` of the payment that was to be given back. */
  payment: z.string().optional(),
  /** Money that was received outside Prio and was to be recorded. */
  received: z
    .object({
      ...moneySchema.shape,
      method: z.string(),
      reference: z.string().optional(),
      date: z.string(),
    })
    .optional(),
  /** Fields that it was to change, as the order had them and as they were wanted. */
  changes: z.array(orderChangeSchema).readonly().optional(),
  recordedAt: moment,
  updatedAt: moment,
  /** Queued, and waiting for a person to say so. */
  held: z.enum(['restart', 'waited-long']).optional(),
  dueAt: moment.optional(),
  /** Until then it can be taken back before it is sent. */
  undoUntil: moment.optional(),
  attempts: z.array(operationAttemptSchema),
  lookUps: z.number().int(),
  lastLookUpAt: moment.optional(),
  nextLookUpAt: moment.optional(),
  /** Why the last look-up could read nothing. */
  lookUpError: operationErrorSchema.optional(),
  error: operationErrorSchema.optional(),
  settledBy: z.enum(['answer', 'evidence', 'hand']).optional(),
  /** Who decided by hand what happened, and why in their words. */
  marked: z.object({ who: z.string(), why: z.string().optional() }).optional(),
  /** More than this operation changed in between. */
  othersChanged: z.boolean().optional(),
  /** What persons and the server wrote was erased, when and by whom; the rest of it is as ever. */
  erased: z.object({ at: moment, who: z.string() }).optional(),
  effect: operationEffectSchema,
  /**
   * The fields that it was to change, where it was not sent because of what was found: as seen, as wanted, and as found.
   */
  moved: z.array(operationFieldSchema).optional(),
  /** For a person who has to find out what happened; only while it needs review. */
  review: z
    .object({
      parts: z.array(operationPartSchema),
      fields: z.array(operationFieldSchema),
      /** Whether asking for the same again could do it twice. */
      couldDouble: z.boolean(),
    })
    .optional(),
})
export type Operation = z.infer<typeof operationSchema>
