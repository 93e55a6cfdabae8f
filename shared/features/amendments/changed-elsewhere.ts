import { z } from 'zod'
import { operation } from '../../ipc/define'
import { orderReferenceSchema, profileIdSchema } from '../../kernel/ids'
import { fieldsOf, textOf } from '../../kernel/tolerant'
import { lastStartIndex, orderCurrency, orderEvents } from '../orders'

/** Somebody else's change of an order, as far as the order tells of it. */
const foreignChangeSchema = z.object({
  version: z.number().int(),
  /** `event_type` as sent. */
  type: z.string().optional(),
  by: z.string().optional(),
  /** RFC 3339 as sent. */
  at: z.string().optional(),
})
export type ForeignChange = z.infer<typeof foreignChangeSchema>

const changedOrderSchema = z.object({
  order: orderReferenceSchema,
  externalReference: z.string().optional(),
  version: z.number().int(),
  /** Versions that no operation of this journal made, newest first. */
  changes: z.array(foreignChangeSchema),
  /** An operation of ours is not settled: one of the changes may be its. */
  unsettled: z.boolean(),
  modified: z.string().optional(),
  modifiedBy: z.string().optional(),
  /** `price_total` as sent, and its currency where the order has one. */
  total: z.string().optional(),
  currency: z.string().optional(),
})
export type ChangedOrder = z.infer<typeof changedOrderSchema>

/**
 * Orders with a version above 1 that no operation of this journal explains: changed by a colleague, a supplier or the
 * guest. Looks at one page of what was changed since a moment (`order_modified`) among orders of the last two years, so
 * the answer says how many orders were looked at, and where to go on.
 */
export const listChangedElsewhere = operation({
  kind: 'query',
  input: z.strictObject({
    profile: profileIdSchema,
    /** How many days back. */
    days: z.number().int().min(1).max(90),
    startIndex: z.number().int().min(1).max(lastStartIndex).default(1),
  }),
  output: z.object({
    orders: z.array(changedOrderSchema),
    /** Orders that came, whether they are listed or not. */
    lookedAt: z.number().int(),
    /** Orders that changed since, as the API counts them. */
    totalItems: z.number().int().optional(),
    nextStartIndex: z.number().int().optional(),
    /** From when on, RFC 3339. */
    since: z.string(),
  }),
  errors: ['NO_JOURNAL'],
})

/** What one of our operations did to an order: the versions around it. */
export interface OwnStep {
  readonly from: number
  readonly to: number
  /** More than it changed in between. */
  readonly othersChanged: boolean
}

/**
 * The changes of an order that none of our operations explains, newest first. Where others changed it around one of
 * ours, the last version counts as ours: which one it was cannot be told.
 */
export function foreignChanges(order: unknown, own: readonly OwnStep[]): ForeignChange[] {
  const version = Number(textOf(fieldsOf(order).order_version))
  if (!Number.isSafeInteger(version) || version < 2 || version > 100_000) return []
  const events = orderEvents(order)
  const isOurs = (one: number) =>
    own.some(({ from, to, othersChanged }) => (othersChanged ? one === to : one > from && one <= to))
  return Array.from({ length: Math.min(version - 1, 200) }, (_, at) => version - at)
    .filter((one) => !isOurs(one))
    .map((one) => {
      const event = events.find((candidate) => candidate.version === String(one))
      return {
        version: one,
        ...(event?.type === undefined ? {} : { type: event.type }),
        ...(event?.by === undefined ? {} : { by: event.by }),
        ...(event?.at === undefined ? {} : { at: event.at }),
      }
    })
}

/** The row of an order that was changed elsewhere; `undefined` where nothing of it was, or it has no reference. */
export function toChangedOrder(
  order: unknown,
  own: readonly OwnStep[],
  unsettled: boolean,
): ChangedOrder | undefined {
  const fields = fieldsOf(order)
  const reference = textOf(fields.order_reference)
  const changes = foreignChanges(order, own)
  if (reference === undefined || changes.length === 0) return undefined
  const currency = orderCurrency(order)
  const named = {
    externalReference: textOf(fields.order_external_reference),
    modified: textOf(fields.order_modified),
    modifiedBy: textOf(fields.order_modified_name) ?? textOf(fields.order_modified_email),
    total: textOf(fieldsOf(fields.order_pricing).price_total),
    currency: currency.kind === 'one' ? currency.code : undefined,
  }
  return {
    order: reference,
    version: Number(textOf(fields.order_version)),
    changes,
    unsettled,
    ...Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined)),
  }
}

/** Whether an order may be one of them, without asking the journal. */
export const wasChanged = (order: unknown): boolean => Number(textOf(fieldsOf(order).order_version)) > 1
