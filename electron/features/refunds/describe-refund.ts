import type { OperationEffect } from '@shared/features/operations'
import { isDead } from '@shared/features/orders'
import { parseAmount } from '@shared/kernel/money'
import type { Entry } from '../../journal'
import { describeRefundRow, orderFigures } from '../orders'
import { type PaymentSnapshot, paymentSnapshotSchema, type RecordSnapshot } from './payment-snapshot'
import { refundIntentSchema } from './refund-payment-definition'

/** What a refund was to do and did, for the Operations screen. What was purged is left out. */
export interface RefundDescription {
  readonly payment?: string
  readonly reason?: string
  readonly effect: OperationEffect
}

export function describeRefund(entry: Entry): RefundDescription {
  const intent = refundIntentSchema.safeParse(entry.intent).data
  const before = paymentSnapshotSchema.safeParse(entry.before).data
  const after = paymentSnapshotSchema.safeParse(entry.after).data
  const currency = intent?.seen.currency ?? before?.currency ?? undefined
  const refunds = intent && before && after ? newRefunds(intent.payment, before, after) : []
  const asked = before?.act === 'refund' ? intent?.seen.remaining : undefined
  const total = before?.priceTotal ?? undefined
  return {
    ...(intent ? { payment: intent.payment, reason: intent.reason } : {}),
    effect: {
      ...(currency ? { currency } : {}),
      ...(before ? { before: orderFigures(before) } : {}),
      ...(after ? { after: orderFigures(after) } : {}),
      // A refund leaves the price of the order alone.
      ...(asked && total
        ? { forecast: { total: { low: total, high: total }, refund: { low: asked, high: asked } } }
        : {}),
      refunds: refunds.map((record) => describeRefundRow(record, currency)),
      differences: entry.state === 'done' && asked ? differencesOf(asked, refunds) : [],
    },
  }
}

const newRefunds = (payment: string, before: PaymentSnapshot, after: PaymentSnapshot): RecordSnapshot[] =>
  after.records.filter(
    ({ id, type, originalId }) =>
      type === 'REFUND' && originalId === payment && !before.records.some((known) => known.id === id),
  )

/** Every way in which what came back is not what was left. */
export function differencesOf(
  asked: string,
  refunds: readonly RecordSnapshot[],
): OperationEffect['differences'] {
  const expected = { low: asked, high: asked }
  const dead = refunds.filter(({ status }) => isDead(status))
  const refused = dead.map(({ amount }) => ({
    what: 'REFUND_REFUSED' as const,
    expected,
    actual: amount ?? '0',
  }))
  const live = refunds.filter((record) => !dead.includes(record))
  if (live.length === 0)
    return refused.length > 0 ? refused : [{ what: 'REFUND_MISSING', expected, actual: '0' }]
  const wanted = parseAmount(asked)
  const given = live.reduce((sum, { amount }) => {
    const value = parseAmount(amount)
    return sum && value ? sum.plus(value.abs()) : undefined
  }, wanted?.minus(wanted))
  if (wanted && given?.eq(wanted)) return refused
  return [...refused, { what: 'REFUND', expected, actual: given?.toFixed() ?? live[0]?.amount ?? '' }]
}
