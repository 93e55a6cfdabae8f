import type { amendmentsOperations } from '@shared/features/amendments'
import type { Handler } from '@shared/ipc/define'
import { asCommonError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import type { DistributorApi } from '../../api'
import type { Journal } from '../../journal'
import { takeSnapshot } from './order-snapshot'
import {
  checkSendable,
  orderOf,
  type SendTicketsIntent,
  sendTicketsClaims,
  sendTicketsKind,
} from './send-tickets-definition'

type SendTickets = (typeof amendmentsOperations)['sendTickets']

export interface SendTicketsDeps {
  readonly api: DistributorApi
  readonly journal: Pick<Journal, 'submit' | 'ready'>
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
}

/**
 * Records and runs the sending of an order's tickets: the order is read afresh and must be the one the person saw, with
 * the recipient they confirmed. The entry is on disk before the answer; what comes of it is in the journal.
 */
export function createSendTickets({ api, journal, now }: SendTicketsDeps): Handler<SendTickets> {
  return async ({ profile, order, recipient, seen }) => {
    const ready = await journal.ready()
    if (!ready.ok) return ready
    const readAt = now()
    const document = await api.for(profile).orders.get(order, { fresh: true })
    if (!document.ok) return err(asCommonError(document.error))
    const before = takeSnapshot(orderOf(document.value))
    const intent: SendTicketsIntent = { recipient, seen }
    const sendable = checkSendable(intent, before, seen)
    if (!sendable.ok) return sendable
    const draft = { profile, kind: sendTicketsKind, order, claims: sendTicketsClaims, intent, before, readAt }
    const submitted = await journal.submit([draft])
    return submitted.ok ? ok({ operations: [...submitted.value] }) : submitted
  }
}
