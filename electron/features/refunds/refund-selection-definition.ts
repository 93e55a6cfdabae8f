import { refundTargetSchema, seenForecastSchema } from '@shared/features/refunds'
import { type AppError, appError } from '@shared/kernel/app-error'
import { parseAmount } from '@shared/kernel/money'
import { err, ok, type Result } from '@shared/kernel/result'
import { z } from 'zod'
import type { DistributorApi } from '../../api'
import { type BoundDefinition, bindDefinition } from '../../journal/definition'
import { checkUnmoved, expectedState, type OrderFingerprint } from '../orders'
import { recordOfAnswer } from './payment-snapshot'
import { selectionEvidence } from './selection-evidence'
import { readSelection, type SelectionSnapshot, selectionSnapshotSchema } from './selection-snapshot'

export const refundSelectionKind = 'refund-selection'

/** What the person asked for, as the journal keeps it. */
export const selectionIntentSchema = z.object({
  target: refundTargetSchema,
  reason: z.string(),
  seen: seenForecastSchema,
})
export type SelectionIntent = z.infer<typeof selectionIntentSchema>

/**
 * How the journal gives back by anything but one payment. The answer holds one record of perhaps many, so the order is
 * read after it; never resent, as a second request could give back what was captured meanwhile.
 */
export function refundSelectionDefinition(api: DistributorApi): BoundDefinition {
  return bindDefinition({
    kind: refundSelectionKind,
    intent: selectionIntentSchema,
    snapshot: selectionSnapshotSchema,
    safeToResend: false,
    reversal: undefined,
    read: ({ profile, order, intent }) => readSelection(api, { profile, order, target: intent.target }),
    check: ({ intent }, now, earlier) => checkSelection(intent, now, expectedState(intent.seen, earlier)),
    send: async ({ id, profile, order, intent, before }) => {
      const { target, reason } = intent
      const answer = await api.for(profile).payments.refund(target, { operationId: id, reason })
      if (!answer.ok) return answer
      const { value, requestId } = answer.value
      const after = await readSelection(api, { profile, order, target })
      if (after.ok) return ok({ now: after.value, requestId })
      const answered = recordOfAnswer(value.data.payment)
      return ok({ now: { ...before, records: [...answered, ...before.records] }, requestId })
    },
    evidence: ({ before, entry }, now) => selectionEvidence(before, now, entry.state === 'sending'),
  })
}

type SelectionError = AppError<
  'ORDER_CHANGED' | 'NOTHING_TO_REFUND' | 'SETTLED_OUTSIDE' | 'AMOUNT_UNCLEAR' | 'OTHER_ORDERS'
>

/** Whether it may be sent now: it reaches the payments that the person saw, for the amount that they saw. */
export function checkSelection(
  { seen }: SelectionIntent,
  now: SelectionSnapshot,
  expected: OrderFingerprint,
): Result<void, SelectionError> {
  const moved = checkUnmoved(expected, now)
  if (!moved.ok) return moved
  if (now.otherOrders)
    return err(appError('OTHER_ORDERS', 'the reference names payments of other orders too'))
  if (now.obstacle !== null) return err(obstacleError(now.obstacle))
  const reached = now.payments.map(({ id }) => id).sort()
  const [wanted, amount] = [parseAmount(seen.remaining), parseAmount(now.amount)]
  const same = wanted && amount?.eq(wanted) && now.currency === seen.currency
  return same && reached.join() === [...seen.payments].sort().join()
    ? ok(undefined)
    : err(appError('ORDER_CHANGED', 'what would come back is not what was seen'))
}

const unclear: readonly string[] = ['UNCLEAR', 'NO_CURRENCY', 'NO_ID']

function obstacleError(obstacle: string): SelectionError {
  const params = { obstacle }
  if (obstacle === 'SETTLED_OUTSIDE') {
    return appError('SETTLED_OUTSIDE', 'the money of the order did not go through Prio', { params })
  }
  return unclear.includes(obstacle)
    ? appError('AMOUNT_UNCLEAR', `what would come back is unclear: ${obstacle}`, { params })
    : appError('NOTHING_TO_REFUND', `nothing can be given back: ${obstacle}`, { params })
}
