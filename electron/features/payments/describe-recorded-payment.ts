import type { Operation, OperationEffect } from '@shared/features/operations'
import { parseAmount } from '@shared/kernel/money'
import type { Entry } from '../../journal'
import { describeRefundRow, orderFigures } from '../orders'
import { type DueSnapshot, dueSnapshotSchema } from './due-snapshot'
import { recordPaymentIntentSchema } from './record-payment-definition'

/** What recording a payment was to do and did, for the Operations screen. What was purged is left out. */
export interface RecordedPaymentDescription {
  readonly received?: NonNullable<Operation['received']>
  readonly effect: OperationEffect
}

export function describeRecordedPayment(entry: Entry): RecordedPaymentDescription {
  const intent = recordPaymentIntentSchema.safeParse(entry.intent).data
  const before = dueSnapshotSchema.safeParse(entry.before).data
  const after = dueSnapshotSchema.safeParse(entry.after).data
  const currency = intent?.received.currency ?? before?.currency ?? undefined
  const recorded = after?.recorded
  const asked = intent?.received.amount
  const differs = entry.state === 'done' && asked && recorded && !isSame(asked, recorded.amount)
  return {
    ...(intent ? { received: intent.received } : {}),
    effect: {
      ...(currency ? { currency } : {}),
      ...(before ? { before: orderFigures(before) } : {}),
      ...(after ? { after: orderFigures(after) } : {}),
      ...(recorded ? { payments: [describeRow(recorded, currency)] } : {}),
      refunds: [],
      differences: differs
        ? [{ what: 'PAYMENT', expected: { low: asked, high: asked }, actual: recorded.amount ?? '0' }]
        : [],
    },
  }
}

/** The record as the server has it, with how and when it was made. */
function describeRow(
  recorded: NonNullable<DueSnapshot['recorded']>,
  currency: string | undefined,
): NonNullable<OperationEffect['payments']>[number] {
  const { type, method, created } = recorded
  return {
    ...describeRefundRow(recorded, currency),
    ...(type ? { type } : {}),
    ...(method ? { method } : {}),
    ...(created ? { created } : {}),
  }
}

function isSame(asked: string, recorded: string | null): boolean {
  const [one, other] = [parseAmount(asked), parseAmount(recorded)]
  return one !== undefined && other?.eq(one) === true
}
