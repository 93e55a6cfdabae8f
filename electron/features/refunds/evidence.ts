import { isDead } from '@shared/features/orders'
import { parseAmount } from '@shared/kernel/money'
import type Big from 'big.js'
import type { Evidence } from '../../journal/definition'
import { hasJumped } from '../orders'
import type { PaymentSnapshot, RecordSnapshot } from './payment-snapshot'

/**
 * What the records of an order say about the refund of one payment. Only what came new is evidence: a refund of the whole
 * of what was left, or an authorisation or payment under way that ended. A smaller refund is somebody else's: ours
 * always asks for all that is left (rules.md #171).
 */
export function refundEvidence(paymentId: string, before: PaymentSnapshot, now: PaymentSnapshot): Evidence {
  const isNew = ({ id }: RecordSnapshot) => id !== null && !before.records.some((known) => known.id === id)
  const fresh = now.records.filter((record) => isNew(record) && record.originalId === paymentId)
  const happened = before.act === 'refund' ? isRefunded(before, fresh) : isEnded(paymentId, now, fresh)
  const others = now.records.filter(isNew).length > (happened ? 1 : 0)
  // A refund leaves the order's version alone in some accounts and raises it by one in others.
  return { verdict: happened ? 'happened' : 'absent', othersChanged: others || hasJumped(before, now) }
}

/** New refunds that are made or under way come to what was left. */
function isRefunded({ remaining }: PaymentSnapshot, fresh: readonly RecordSnapshot[]): boolean {
  const asked = parseAmount(remaining)
  const given = fresh
    .filter((record) => record.type === 'REFUND' && !isDead(record.status))
    .map(({ amount }) => parseAmount(amount))
  if (!asked || given.length === 0) return false
  const left = given.reduce(
    (rest, amount) => rest && amount && rest.minus(amount.abs()),
    asked as Big | undefined,
  )
  return left?.eq(0) === true
}

/** The payment itself, or a record that changes it, says that it was cancelled. */
function isEnded(paymentId: string, now: PaymentSnapshot, fresh: readonly RecordSnapshot[]): boolean {
  const own = now.records.filter(({ id }) => id === paymentId)
  return [...own, ...fresh].some(({ status }) => status === 'CANCELLED')
}
