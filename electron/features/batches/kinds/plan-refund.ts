import { type OrderPaymentRecord, orderPayments } from '@shared/features/orders'
import { type Money, sumByCurrency } from '@shared/kernel/money'
import type { LineDraft } from '../../../journal'
import { draftRefund, refundPaymentKind, takePaymentSnapshot } from '../../refunds'
import type { PlannedTarget } from '../planned-target'
import type { ActionOf, LineVerdict, OrderToPlan, PlannedOrder, ReadOrder } from './planned-order'

/** What giving back what is left of one payment would be, or why it stays. */
type Payback =
  | { readonly draft: LineDraft; readonly money: Money }
  | { readonly stays: { readonly reference?: string; readonly why: string } }

/**
 * What is left of every payment of an order, or of those that lines name, one request each (rules.md #171). A line of a
 * booking is none: what was paid for one alone the order does not say.
 */
export function planRefund(read: ReadOrder, plan: OrderToPlan, { reason }: ActionOf<'refund'>): PlannedOrder {
  const taken = orderPayments(read).filter(({ type }) => type !== 'REFUND')
  const drafts: LineDraft[] = []
  const money: Money[] = []
  const verdicts = plan.lines.map((target): LineVerdict => {
    const { line, booking, payment } = target
    if (booking !== undefined) return { line, why: 'ORDER_LEVEL_ONLY' }
    const meant = payment === undefined ? taken : taken.filter(({ id }) => id === payment)
    if (payment !== undefined && meant.length === 0) return { line, why: whyNone(read, payment) }
    const paybacks = meant.map((one) => paybackOf(read, plan, target, one, reason))
    const sent = paybacks.flatMap((one) => ('draft' in one ? [one] : []))
    const stays = paybacks.flatMap((one) => ('stays' in one ? [one.stays] : []))
    const [sum] = sumByCurrency(sent.map((one) => one.money))
    if (!sum) return { line, why: stays[0]?.why ?? 'NOTHING_TO_REFUND' }
    drafts.push(...sent.map((one) => one.draft))
    money.push(...sent.map((one) => one.money))
    const effect = { requests: sent.length, currency: sum.currency, refund: rangeOf(sum) }
    return { line, effect: { ...effect, ...(stays.length > 0 ? { leftOut: stays } : {}) } }
  })
  const [total] = sumByCurrency(money)
  return {
    verdicts,
    drafts,
    ...(total ? { money: { currency: total.currency, refund: rangeOf(total) } } : {}),
  }
}

const rangeOf = ({ amount }: Money) => ({ low: amount, high: amount })

/** A record that gives money back has nothing to give; anything else is not among the payments. */
const whyNone = (read: ReadOrder, payment: string): string =>
  orderPayments(read).some(({ id }) => id === payment) ? 'IS_REFUND' : 'NOT_IN_ORDER'

function paybackOf(
  read: ReadOrder,
  { profile, order, readAt }: OrderToPlan,
  { line }: PlannedTarget,
  { id }: OrderPaymentRecord,
  reason: string,
): Payback {
  if (id === undefined) return { stays: { why: 'NO_ID' } }
  const { act, remaining, currency, obstacle, orderVersion, priceTotal } = takePaymentSnapshot(read, id)
  if (act !== 'refund' || remaining === null || currency === null) {
    // An authorisation is let go of by the one who looks at it, not among a thousand refunds.
    return { stays: { reference: id, why: obstacle ?? (act === 'refund' ? 'UNCLEAR' : 'NOT_CAPTURED') } }
  }
  const seen = { orderVersion, priceTotal, remaining, currency }
  const request = { profile, order, payment: id, reason, seen }
  const draft = draftRefund(read, { ...request, kind: refundPaymentKind }, readAt)
  if (!draft.ok) return { stays: { reference: id, why: draft.error.code } }
  return { draft: { ...draft.value, line }, money: { amount: remaining, currency } }
}
