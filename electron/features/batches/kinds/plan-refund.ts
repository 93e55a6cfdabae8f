import { orderPayments } from '@shared/features/orders'
import { sumByCurrency } from '@shared/kernel/money'
import type { LineDraft } from '../../../journal'
import { draftRefund, refundPaymentKind, takePaymentSnapshot } from '../../refunds'
import {
  type ActionOf,
  type OrderToPlan,
  type PlannedOrder,
  type ReadOrder,
  splitByLevel,
} from './planned-order'

/** Everything that is left of every payment of an order, one request each (rules.md #171). */
export function planRefund(read: ReadOrder, plan: OrderToPlan, { reason }: ActionOf<'refund'>): PlannedOrder {
  const { whole: line, parts: verdicts } = splitByLevel(plan)
  if (line === undefined) return { verdicts, drafts: [] }
  const { profile, order, readAt } = plan
  const drafts: LineDraft[] = []
  const stays: { reference?: string; why: string }[] = []
  const amounts: { amount: string; currency: string }[] = []
  for (const { id, type } of orderPayments(read)) {
    if (type === 'REFUND') continue
    if (id === undefined) {
      stays.push({ why: 'NO_ID' })
      continue
    }
    const { act, remaining, currency, obstacle, orderVersion, priceTotal } = takePaymentSnapshot(read, id)
    const isMoney = act === 'refund' && remaining !== null && currency !== null
    if (!isMoney) {
      // An authorisation is let go of by the one who looks at it, not among a thousand refunds.
      stays.push({ reference: id, why: obstacle ?? (act === 'refund' ? 'UNCLEAR' : 'NOT_CAPTURED') })
      continue
    }
    const seen = { orderVersion, priceTotal, remaining, currency }
    const draft = draftRefund(
      read,
      { profile, order, kind: refundPaymentKind, payment: id, reason, seen },
      readAt,
    )
    if (draft.ok) {
      drafts.push({ ...draft.value, line })
      amounts.push({ amount: remaining, currency })
    } else stays.push({ reference: id, why: draft.error.code })
  }
  const [sum] = sumByCurrency(amounts)
  if (!sum) {
    const why = stays[0]?.why ?? 'NOTHING_TO_REFUND'
    return { verdicts: [...verdicts, { line, why }], drafts: [] }
  }
  const refund = { low: sum.amount, high: sum.amount }
  const effect = {
    requests: drafts.length,
    currency: sum.currency,
    refund,
    ...(stays.length > 0 ? { leftOut: stays } : {}),
  }
  return { verdicts: [...verdicts, { line, effect }], drafts, money: { currency: sum.currency, refund } }
}
