import { seenOrderSchema } from '@shared/features/cancellations'
import { type AppError, appError } from '@shared/kernel/app-error'
import type { OperationId, OrderReference, ProfileId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import { z } from 'zod'
import type { DistributorApi, OrderDocument } from '../../api'
import { type Answer, type BoundDefinition, bindDefinition } from '../../journal/definition'
import { checkUnmoved, expectedState, hasJumped, type OrderFingerprint } from '../orders'
import { notSent } from './not-sent'
import { type SavedOrder, savedOrderSchema, takeSnapshot } from './order-snapshot'
import { buildOrderUpdate } from './order-update'

export const sendTicketsKind = 'send-tickets'

/** What the person asked for, as the journal keeps it. */
export const sendTicketsIntentSchema = z.object({
  /** Address that the person confirmed. */
  recipient: z.string(),
  seen: seenOrderSchema,
})
export type SendTicketsIntent = z.infer<typeof sendTicketsIntentSchema>

/** What is laid hold of: the mail, and nothing of the order, which is saved as it is. */
export const sendTicketsClaims = ['mail:tickets']

/**
 * How the journal has tickets mailed again. The API calls PUT idempotent (rules.md #20); the e-mail is not: a second
 * request is a second e-mail. So nothing is resent, and as no later read can show an e-mail, an open outcome goes to a
 * person after one look.
 */
export function sendTicketsDefinition(api: DistributorApi): BoundDefinition {
  return bindDefinition({
    kind: sendTicketsKind,
    intent: sendTicketsIntentSchema,
    snapshot: savedOrderSchema,
    provable: false,
    safeToResend: false,
    reversal: undefined,
    read: async ({ profile, order }) => {
      const document = await api.for(profile).orders.get(order, { fresh: true })
      return document.ok ? ok(takeSnapshot(orderOf(document.value))) : document
    },
    check: ({ intent }, now, earlier) => checkSendable(intent, now, expectedState(intent.seen, earlier)),
    send: ({ id, profile, order, intent, before }) => send(api, { id, profile, order, intent, before }),
    evidence: ({ before, entry }, now) => ({
      // The answer to the very request is the server's word. The order itself never shows an e-mail, and a version
      // that moved may be anybody's.
      verdict: entry.state === 'sending' ? 'happened' : 'absent',
      othersChanged: entry.state === 'sending' && hasJumped(before, now),
    }),
  })
}

/** The order of an answer; the client has checked that it holds one. */
export const orderOf = ({ value }: OrderDocument) => value.data.order

/** Whether the tickets may be mailed now: the order is as expected, and the mail goes to whom the person confirmed. */
export function checkSendable(
  { recipient }: SendTicketsIntent,
  now: SavedOrder,
  expected: OrderFingerprint,
): Result<void, AppError<'ORDER_CHANGED' | NonNullable<SavedOrder['obstacle']>>> {
  if (now.obstacle !== null)
    return err(appError(now.obstacle, `the tickets cannot be mailed: ${now.obstacle}`))
  if (now.recipient !== recipient) {
    return err(appError('ORDER_CHANGED', 'the tickets would go to another address than was confirmed'))
  }
  return checkUnmoved(expected, now)
}

interface Sending {
  readonly id: OperationId
  readonly profile: ProfileId
  readonly order: OrderReference
  readonly intent: SendTicketsIntent
  readonly before: SavedOrder
}

/**
 * Reads the whole order once more and sends it back at once: the API knows no condition on a PUT, so this is all that
 * keeps somebody else's change in between from being overwritten. Until the PUT leaves, every error is `changed: no`.
 */
async function send(
  api: DistributorApi,
  { id, profile, order, intent, before }: Sending,
): Promise<Result<Answer<SavedOrder>, AppError>> {
  const { orders } = api.for(profile)
  const document = await orders.get(order, { fresh: true })
  if (!document.ok) return err(notSent(document.error))
  const sendable = checkSendable(intent, takeSnapshot(orderOf(document.value)), before)
  if (!sendable.ok) return sendable
  const body = buildOrderUpdate(document.value.text, { fields: [] }, { sendTickets: true })
  if (!body.ok) return body
  const answer = await orders.update(order, body.value, { operationId: id })
  if (!answer.ok) return answer
  return ok({ now: takeSnapshot(orderOf(answer.value)), requestId: answer.value.requestId })
}
