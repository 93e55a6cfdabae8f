import type { OperationEffect, OperationTarget } from '@shared/features/operations'
import type { Entry } from '../../journal'
import { savedEffect } from '../orders'
import { checkTotal } from './check-total'
import { savedOrderSchema } from './order-snapshot'
import { sendTicketsIntentSchema } from './send-tickets-definition'

/** What sending tickets was to do and did, for the Operations screen. What was purged is left out. */
export interface SendTicketsDescription {
  readonly target?: OperationTarget
  readonly recipient?: string
  readonly effect: OperationEffect
}

export function describeSendTickets(entry: Entry): SendTicketsDescription {
  const intent = sendTicketsIntentSchema.safeParse(entry.intent).data
  const before = savedOrderSchema.safeParse(entry.before).data
  const after = savedOrderSchema.safeParse(entry.after).data
  return {
    ...(intent ? { target: { level: 'order' }, recipient: intent.recipient } : {}),
    effect: savedEffect(
      before,
      after,
      entry.state === 'done' && before && after ? checkTotal(before, after) : [],
    ),
  }
}
