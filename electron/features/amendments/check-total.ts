import type { OperationEffect } from '@shared/features/operations'
import { parseAmount } from '@shared/kernel/money'
import type { SavedOrder } from './order-snapshot'

/** A total that moved although nothing was to cost more or less (rules.md #118). */
export function checkTotal(
  { priceTotal: before }: Pick<SavedOrder, 'priceTotal'>,
  { priceTotal: after }: Pick<SavedOrder, 'priceTotal'>,
): OperationEffect['differences'] {
  const [expected, actual] = [parseAmount(before), parseAmount(after)]
  if (before === null || after === null || !expected || !actual || expected.eq(actual)) return []
  return [{ what: 'TOTAL', expected: { low: before, high: before }, actual: after }]
}
