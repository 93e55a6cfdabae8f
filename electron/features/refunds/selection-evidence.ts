import { isDead } from '@shared/features/orders'
import { parseAmount } from '@shared/kernel/money'
import Big from 'big.js'
import type { Evidence } from '../../journal/definition'
import { hasJumped } from '../orders'
import type { RecordSnapshot } from './payment-snapshot'
import type { SelectionSnapshot } from './selection-snapshot'

/** Refunds among `now` that were not there before. */
export const newRefundsOf = (before: SelectionSnapshot, now: SelectionSnapshot): readonly RecordSnapshot[] =>
  now.records.filter(
    ({ id, type }) => type === 'REFUND' && id !== null && !before.records.some((known) => known.id === id),
  )

/**
 * What the records say about a refund that reaches several payments, or a part of one. A look-up needs what was
 * foretold to the cent: anything else may be somebody else's. To the answer to the very request, new refunds are enough;
 * another amount is then a difference to be told.
 */
export function selectionEvidence(
  before: SelectionSnapshot,
  now: SelectionSnapshot,
  isAnswer: boolean,
): Evidence {
  const refunds = newRefundsOf(before, now).filter(({ status }) => !isDead(status))
  const ended = before.payments.every(({ id, act }) => act === 'refund' || isEnded(id, now))
  const foretold = before.partial ? isSum(refunds, before.amount) : before.payments.every(isGivenBack)
  const answered = isAnswer && (refunds.length > 0 || before.payments.every(({ act }) => act !== 'refund'))
  const happened = ended && (foretold || answered)
  return { verdict: happened ? 'happened' : 'absent', othersChanged: hasJumped(before, now) }

  function isGivenBack({ id, act, remaining }: SelectionSnapshot['payments'][number]): boolean {
    return (
      act !== 'refund' ||
      isSum(
        refunds.filter(({ originalId }) => originalId === id),
        remaining,
      )
    )
  }
}

function isSum(refunds: readonly RecordSnapshot[], asked: string | null): boolean {
  const wanted = parseAmount(asked)
  if (!wanted || refunds.length === 0) return false
  const given = refunds.map(({ amount }) => parseAmount(amount))
  return given.reduce<Big>((sum, amount) => sum.plus(amount?.abs() ?? 0), new Big(0)).eq(wanted)
}

const isEnded = (payment: string, { records }: SelectionSnapshot): boolean =>
  records.some(
    ({ id, originalId, status }) => (id === payment || originalId === payment) && status === 'CANCELLED',
  )
