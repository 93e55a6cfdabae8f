import type { OperationEffect } from '@shared/features/operations'
import type { TFunction } from 'i18next'
import type { Format } from '../../lib/format'

type Difference = OperationEffect['differences'][number]

/** Those that tell a name or a number as it is; all others an amount. */
const asItIs: readonly Difference['what'][] = [
  'FIELD_KEPT',
  'PAYMENTS_UNREAD',
  'VERSION_UNREAD',
  'VERSIONS_TO_UNREAD',
]

/** One way in which what came back is not what was forecast, as a sentence. Amounts are in `currency`. */
export function differenceText(
  { what, actual, expected }: Difference,
  currency: string,
  t: TFunction<'operations'>,
  format: Format,
): string {
  return t(`detail.difference.${what}`, {
    actual: asItIs.includes(what) ? actual : format.money(actual, currency),
    expected: expected ? format.range(expected, currency) : t('detail.effect.none'),
  })
}
