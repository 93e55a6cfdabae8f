import { z } from 'zod'
import { operation } from '../../ipc/define'
import { operationIdSchema, orderReferenceSchema, profileIdSchema } from '../../kernel/ids'

/** What is cancelled. A whole order is a choice of its own: no list of parts ever turns into it. */
export const cancellationTargetSchema = z.discriminatedUnion('level', [
  z.strictObject({ level: z.literal('order') }),
  z.strictObject({ level: z.literal('booking'), bookingReference: z.string().min(1).max(128) }),
  z.strictObject({
    level: z.literal('ticket'),
    bookingReference: z.string().min(1).max(128),
    transactionId: z.string().min(1).max(128),
  }),
])
export type CancellationTarget = z.infer<typeof cancellationTargetSchema>

/** What the person saw when deciding; main stops when the order has moved since. Null for what was not there. */
export const seenOrderSchema = z.strictObject({
  orderVersion: z.number().int().nullable(),
  /** `order_pricing.price_total` as received. */
  priceTotal: z.string().nullable(),
})

const range = z.strictObject({ low: z.string(), high: z.string() })

/** The forecast that the person confirmed, for all targets together: kept, and compared with what happens. */
export const confirmedForecastSchema = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  totalAfter: range,
  /** Absent in what older versions recorded. */
  fee: range.optional(),
  /** Absent when no refund through Prio was forecast. */
  refund: range.optional(),
  /** What each reading of the terms comes to; absent in what older versions recorded. */
  readings: z
    .array(z.strictObject({ totalAfter: z.string(), refund: z.string().optional() }))
    .max(100)
    .optional(),
})

/**
 * Cancels an order, bookings or tickets. Each target becomes a journal entry and a request of its own, one after
 * the other (the list form of the parameters is unconfirmed: rules.md #57). `refundToGuest` is always sent as
 * `payment_refund` (rules.md #164). Answers once the entries are on disk; their outcome follows in the journal.
 */
export const cancelOrder = operation({
  kind: 'command',
  input: z
    .strictObject({
      profile: profileIdSchema,
      order: orderReferenceSchema,
      targets: z.array(cancellationTargetSchema).min(1).max(500),
      refundToGuest: z.boolean(),
      /**
       * Cancels here what a third party does not allow to (rules.md #165). The parameter's name is a guess, so it is
       * refused wherever guessed names are not switched on.
       */
      override: z.literal(true).optional(),
      reason: z.string().trim().min(3).max(500),
      seen: seenOrderSchema,
      forecast: confirmedForecastSchema.optional(),
    })
    .refine(({ targets }) => targets.length === 1 || targets.every(({ level }) => level !== 'order'), {
      message: 'a whole order cannot be cancelled together with parts of it',
      path: ['targets'],
    }),
  output: z.object({ operations: z.array(operationIdSchema).min(1) }),
  errors: [
    'ALREADY_IN_PROGRESS',
    'ORDER_CHANGED',
    'FORECAST_CHANGED',
    'NOT_CANCELLABLE',
    'READ_ONLY',
    'NO_JOURNAL',
  ],
})
