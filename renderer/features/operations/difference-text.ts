import type { OperationEffect } from '@shared/features/operations'
import type { TFunction } from 'i18next'
import type { Format } from '../../lib/format'

/** One way in which what came back is not what was forecast, as a sentence. Amounts are in `currency`. */
export function differenceText(
  { what, actual, expected }: OperationEffect['differences'][number],
  currency: string,
  t: TFunction<'operations'>,
  format: Format,
): string {
  return t(`detail.difference.${what}`, {
    actual: what === 'FIELD_KEPT' ? actual : format.money(actual, currency),
    expected: expected ? format.range(expected, currency) : t('detail.effect.none'),
  })
}
