import type { Query } from '@shared/api'
import { inferredName } from '@shared/api/inferred-names'
import {
  type Amendment,
  addedEntrySchema,
  amendedBookingsOf,
  amendedFieldSchema,
  bookingNoteSchema,
  isSamePath,
  isSameValue,
  knownBookingSchema,
  newNoteSchema,
  type PriceSwitches,
  priceSwitchesSchema,
  removedEntrySchema,
} from '@shared/features/amendments'
import { type CancellableOrder, seenOrderSchema } from '@shared/features/cancellations'
import { orderChangeSchema } from '@shared/features/orders'
import { type AppError, appError } from '@shared/kernel/app-error'
import type { OperationId, OrderReference, ProfileId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import { z } from 'zod'
import type { DistributorApi } from '../../api'
import { type Answer, type BoundDefinition, bindDefinition } from '../../journal/definition'
import { claimsOf } from '../cancellations'
import { checkUnmoved, expectedState, type OrderFingerprint } from '../orders'
import { amendEvidence } from './amend-evidence'
import { type AmendedOrder, amendedOrderSchema, takeAmendedSnapshot } from './amended-snapshot'
import { notSent } from './not-sent'
import { buildOrderUpdate } from './order-update'
import { orderOf } from './send-tickets-definition'

export const amendOrderKind = 'amend-order'

/** What the person asked for, as the journal keeps it. */
export const amendIntentSchema = z.object({
  fields: z.array(amendedFieldSchema),
  note: newNoteSchema.optional(),
  bookingNotes: z.array(bookingNoteSchema).optional(),
  added: z.array(addedEntrySchema).optional(),
  removed: z.array(removedEntrySchema).optional(),
  /** The bookings that the order had, by which one that takes the place of another is known. */
  known: z.array(knownBookingSchema).default([]),
  /** Address that the person confirmed for the tickets; absent where none are mailed. */
  ticketsTo: z.string().optional(),
  switches: priceSwitchesSchema.optional(),
  /** Total that a preview has shown. */
  forecast: z.string().optional(),
  seen: seenOrderSchema,
  /** The same in words of the order as it was read, for whoever looks at the journal. */
  changes: z.array(orderChangeSchema),
})
export type AmendIntent = z.infer<typeof amendIntentSchema>

/** The top level is saved as a whole, so one save at a time; a mail that goes along is laid hold of as well. */
export const amendClaims = (order: CancellableOrder, intent: AmendIntent): string[] => [
  'top-level',
  ...(intent.ticketsTo === undefined ? [] : ['mail:tickets']),
  ...amendedBookingsOf(intent).flatMap((bookingReference) =>
    claimsOf(order, { level: 'booking', bookingReference }),
  ),
]

/**
 * How the journal amends the top level of an order. The API calls PUT idempotent (rules.md #20), but a second one would
 * put back what somebody else changed in between, and may mail again: nothing is resent by itself.
 */
export function amendOrderDefinition(api: DistributorApi): BoundDefinition {
  return bindDefinition({
    kind: amendOrderKind,
    intent: amendIntentSchema,
    snapshot: amendedOrderSchema,
    safeToResend: false,
    reversal: amendOrderKind,
    // A mail is out, and a place that was given up may be somebody else's by then.
    isIrreversible: (intent) => intent.ticketsTo !== undefined || amendedBookingsOf(intent).length > 0,
    read: async ({ profile, order, intent }) => {
      const document = await api.for(profile).orders.get(order, { fresh: true })
      return document.ok ? ok(takeAmendedSnapshot(orderOf(document.value), intent, intent.known)) : document
    },
    check: ({ intent }, now, earlier) => checkAmendable(intent, now, expectedState(intent.seen, earlier)),
    send: ({ id, profile, order, intent, before }) => send(api, { id, profile, order, intent, before }),
    evidence: ({ intent, before, entry }, now) => {
      const taken = entry.state === 'at-supplier' ? amendedOrderSchema.safeParse(entry.after).data : undefined
      return amendEvidence(intent, { before, accepted: taken, now }, entry.state === 'sending')
    },
  })
}

/** Why an amendment is not sent. */
export type NotAmendable = 'ORDER_CHANGED' | 'BOOKING_NOT_AMENDABLE' | NonNullable<AmendedOrder['obstacle']>

/** Whether it may be sent now: the order and each field are as the person saw them, and a mail goes where they confirmed. */
export function checkAmendable(
  { fields, removed = [], ticketsTo }: Pick<AmendIntent, 'fields' | 'removed' | 'ticketsTo'>,
  now: AmendedOrder,
  expected: OrderFingerprint,
): Result<void, AppError<NotAmendable>> {
  if (now.obstacle === 'ORDER_CANCELLED') {
    return err(appError('ORDER_CANCELLED', 'a cancelled order cannot be amended'))
  }
  const unmoved = checkUnmoved(expected, now)
  if (!unmoved.ok) return unmoved
  const moved = fields.find(({ seen }, at) => !isSameValue(now.values[at] ?? null, seen))
  if (moved) {
    return err(
      appError('ORDER_CHANGED', 'a field is not as it was seen', { params: { field: moved.path.join('.') } }),
    )
  }
  const gone = removed.find((_, at) => now.removed[at]?.isInPlace !== true)
  if (gone) {
    const params = { field: `${gone.list}.${gone.at}` }
    return err(appError('ORDER_CHANGED', 'an entry that is to go is not as it was seen', { params }))
  }
  const [closed] = now.obstacles
  if (closed) return err(notAmendable(closed))
  if (ticketsTo === undefined) return ok(undefined)
  if (now.obstacle !== null) {
    return err(appError(now.obstacle, `the tickets cannot be mailed: ${now.obstacle}`))
  }
  return now.recipient === ticketsTo
    ? ok(undefined)
    : err(appError('ORDER_CHANGED', 'the tickets would go to another address than was confirmed'))
}

/** The switches by their guessed names; what is off is not sent, so that a guess goes along only where it is wanted. */
export const switchQuery = (switches: PriceSwitches | undefined): Query<'updateOrder'> => ({
  ...(switches?.adjust ? { [inferredName('amendmentPriceAdjustment')]: true } : {}),
  ...(switches?.adjust && switches.resellerOnly
    ? { [inferredName('amendmentPriceAdjustmentReseller')]: true }
    : {}),
})

const notAmendable = ({ booking, obstacle }: AmendedOrder['obstacles'][number]) =>
  appError('BOOKING_NOT_AMENDABLE', `booking ${booking} says ${obstacle}`, { params: { booking, obstacle } })

/** A field that is named twice, if there is one. */
export const namedTwice = (fields: Amendment['fields']) =>
  fields.find(({ path }, at) => fields.slice(0, at).some((earlier) => isSamePath(earlier.path, path)))

interface Sending {
  readonly id: OperationId
  readonly profile: ProfileId
  readonly order: OrderReference
  readonly intent: AmendIntent
  readonly before: AmendedOrder
}

/**
 * Reads the whole order once more and sends it back at once: the API knows no condition on a PUT, so this is all that
 * keeps somebody else's change in between from being overwritten. Until the PUT leaves, every error is `changed: no`.
 */
async function send(
  api: DistributorApi,
  { id, profile, order, intent, before }: Sending,
): Promise<Result<Answer<AmendedOrder>, AppError>> {
  const { orders } = api.for(profile)
  const document = await orders.get(order, { fresh: true })
  if (!document.ok) return err(notSent(document.error))
  const now = orderOf(document.value)
  const amendable = checkAmendable(intent, takeAmendedSnapshot(now, intent), before)
  if (!amendable.ok) return amendable
  const sendTickets = intent.ticketsTo !== undefined
  const body = buildOrderUpdate(document.value.text, intent, { sendTickets })
  if (!body.ok) return body
  const answer = await orders.update(order, body.value, {
    operationId: id,
    switches: switchQuery(intent.switches),
  })
  if (!answer.ok) return answer
  return ok({
    now: takeAmendedSnapshot(orderOf(answer.value), intent, intent.known),
    requestId: answer.value.requestId,
  })
}
