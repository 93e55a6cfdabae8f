import { paymentDue, paymentMailRecipient } from '@shared/features/payments'
import { draftPaymentEmail } from '../../payments'
import { type OrderToPlan, type PlannedOrder, type ReadOrder, seenOf, splitByLevel } from './planned-order'

/** A request to pay, to whom the order names for that (rules.md #178). */
export function planPaymentEmail(read: ReadOrder, plan: OrderToPlan): PlannedOrder {
  const { whole: line, parts: verdicts } = splitByLevel(plan)
  if (line === undefined) return { verdicts, drafts: [] }
  const { profile, order, readAt } = plan
  const recipient = paymentMailRecipient(read)?.email ?? ''
  const draft = draftPaymentEmail(read, { profile, order, recipient, seen: seenOf(read) }, readAt)
  if (!draft.ok) return { verdicts: [...verdicts, { line, why: draft.error.code }], drafts: [] }
  const due = paymentDue(read)
  const money = due.kind === 'known' ? { currency: due.currency, totalBefore: due.due } : {}
  const effect = { requests: 1, ...money, recipient }
  return { verdicts: [...verdicts, { line, effect }], drafts: [{ ...draft.value, line }] }
}
