import { type CancellableOrder, seenOrderSchema } from '@shared/features/cancellations'
import { leftPlaceSchema, requestIdSchema } from '@shared/features/privacy'
import { err, ok } from '@shared/kernel/result'
import { entriesOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import { z } from 'zod'
import type { DistributorApi } from '../../api'
import { type BoundDefinition, bindDefinition, type Evidence } from '../../journal/definition'
import { claimsOf } from '../cancellations'
import { checkUnmoved, expectedState, hasJumped } from '../orders'
import {
  comparableFields,
  type DeidentifySnapshot,
  deidentifySnapshotSchema,
  readBefore,
  verifyOrder,
} from './deidentify-snapshot'

export const deidentifyKind = 'deidentify-order'

/** Nothing brings back what is erased: somebody can stop it for so long, even who set that operations are sent at once. */
export const leastSecondsToStop = 5

/** What the person asked for, as the journal keeps it. */
export const deidentifyIntentSchema = z.object({
  request: requestIdSchema,
  seen: seenOrderSchema,
  /** Where the fields stand that an earlier erasure left; absent for all. */
  only: z.array(leftPlaceSchema).optional(),
})
export type DeidentifyIntent = z.infer<typeof deidentifyIntentSchema>

/** All of the order: nothing else may be under way on it, and nothing begins before its end. */
export const deidentifyClaims = (order: CancellableOrder): string[] => [
  ...claimsOf(order, { level: 'order' }),
  ...['top-level', 'vouchers', 'record-payment', 'mail:tickets', 'mail:payment'],
  ...entriesOf(fieldsOf(order).order_payments).flatMap((payment) => {
    const id = textOf(fieldsOf(payment).payment_id)
    return id === undefined ? [] : [`payment:${id}`]
  }),
]

/**
 * How the journal erases a guest from an order. Nothing takes it back; the same request again replaces what is left and
 * nothing else. Whatever the answer says, the order is read again past the cache, with its earlier versions, and every
 * field that was there is compared.
 */
export function deidentifyDefinition(api: DistributorApi): BoundDefinition {
  return bindDefinition<DeidentifyIntent, DeidentifySnapshot>({
    kind: deidentifyKind,
    intent: deidentifyIntentSchema,
    snapshot: deidentifySnapshotSchema,
    safeToResend: true,
    reversal: undefined,
    leastUndoSeconds: leastSecondsToStop,
    read: async ({ profile, order, intent, entry }) => {
      const { orders, payments } = api.for(profile)
      const document = await orders.get(order, { fresh: true })
      if (!document.ok) return document
      const now = document.value.value.data.order
      const before = deidentifySnapshotSchema.safeParse(entry.before)
      // Before it is sent there is nothing to verify.
      if (entry.state === 'queued' || !before.success) {
        return readBefore({ orders, payments }, order, now, intent.only)
      }
      return verifyOrder({ orders, payments }, order, now, before.data)
    },
    check: ({ intent }, now, earlier) => checkUnmoved(expectedState(intent.seen, earlier), now),
    send: async ({ id, profile, order, before }) => {
      const { orders, payments } = api.for(profile)
      const answer = await orders.deidentify(order, { operationId: id })
      if (!answer.ok) return answer
      const { requestId } = answer.value
      const again = await orders.get(order, { fresh: true })
      const document = again.ok ? again.value : answer.value
      const now = await verifyOrder({ orders, payments }, order, document.value.data.order, before)
      // The server took it: what came of that is looked up once the order can be read again.
      return now.ok ? ok({ now: now.value, requestId }) : err({ ...now.error, changed: 'unknown' })
    },
    evidence: ({ before, entry }, now) => erasureEvidence(before, now, entry.state === 'sending'),
  })
}

/**
 * The answer to the very request is taken at its word, and what is left is told field by field. A look-up needs to see that
 * something is gone: an order that reads as before proves nothing.
 */
export function erasureEvidence(
  before: DeidentifySnapshot,
  now: DeidentifySnapshot,
  isAnswer: boolean,
): Evidence {
  const { verified } = now
  const kept = (verified?.left ?? []).filter(({ how, version }) => how === 'kept' && version === undefined)
  // Where nothing could be compared, nothing was found gone.
  const isGone =
    verified !== undefined && (before.fields.length === 0 || kept.length < comparableFields(before, verified))
  return { verdict: isAnswer || isGone ? 'happened' : 'absent', othersChanged: hasJumped(before, now) }
}
