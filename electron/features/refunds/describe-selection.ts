import type { OperationTarget } from '@shared/features/operations'
import type { RefundTarget } from '@shared/features/refunds'
import type { Entry } from '../../journal'
import { describeRefundRow, orderFigures } from '../orders'
import { differencesOf, type RefundDescription } from './describe-refund'
import { selectionIntentSchema } from './refund-selection-definition'
import { newRefundsOf } from './selection-evidence'
import { selectionSnapshotSchema } from './selection-snapshot'

/** What a refund by anything but one payment was to do and did. What was purged is left out. */
export function describeSelection(entry: Entry): RefundDescription & { readonly target?: OperationTarget } {
  const intent = selectionIntentSchema.safeParse(entry.intent).data
  const before = selectionSnapshotSchema.safeParse(entry.before).data
  const after = selectionSnapshotSchema.safeParse(entry.after).data
  const currency = intent?.seen.currency ?? before?.currency ?? undefined
  const refunds = before && after ? newRefundsOf(before, after) : []
  const asked = before?.payments.some(({ act }) => act === 'refund') ? intent?.seen.remaining : undefined
  const total = before?.priceTotal ?? undefined
  return {
    ...(intent ? { ...named(intent.target), reason: intent.reason } : {}),
    effect: {
      ...(currency ? { currency } : {}),
      ...(before ? { before: orderFigures(before) } : {}),
      ...(after ? { after: orderFigures(after) } : {}),
      ...(asked && total
        ? { forecast: { total: { low: total, high: total }, refund: { low: asked, high: asked } } }
        : {}),
      refunds: refunds.map((record) => describeRefundRow(record, currency)),
      differences: entry.state === 'done' && asked ? differencesOf(asked, refunds) : [],
    },
  }
}

function named({ by, id }: RefundTarget): { target: OperationTarget } | { payment: string } {
  switch (by) {
    case 'booking_reference':
      return { target: { level: 'booking', bookingReference: id } }
    case 'product_type_transaction_id':
      return { target: { level: 'ticket', transactionId: id } }
    case 'order_reference':
      return { target: { level: 'order' } }
    default:
      return { payment: id }
  }
}
