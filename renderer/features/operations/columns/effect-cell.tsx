import type { Operation } from '@shared/features/operations'
import { IconAlertTriangleFilled } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { type Format, missing, useFormat } from '../../../lib/format'
import { isMail } from '../mails'
import { refundText } from '../refund-text'
import classes from './columns.module.css'

/** The total before and after, or what it is expected to become; a sign where it is not as forecast. */
export function EffectCell({ row }: { row: Operation }) {
  const { t } = useTranslation('operations')
  const format = useFormat()
  return (
    <span className={classes.effect}>
      <span>{effectText(row, t, format)}</span>
      {row.effect.differences.length > 0 ? (
        <span className={classes.differs} title={t('effect.differs')}>
          <IconAlertTriangleFilled size={12} aria-label={t('effect.differs')} role="img" />
        </span>
      ) : null}
    </span>
  )
}

export function effectText(
  { kind, state, effect }: Operation,
  t: TFunction<'operations'>,
  format: Format,
): string {
  if (isMail(kind)) return state === 'done' ? t('effect.mailed') : missing
  const { before, after, forecast, currency = '' } = effect
  if (!before) return missing
  const total = format.money(before.total, currency)
  if (state === 'done' || state === 'at-supplier') {
    return t('effect.change', { before: total, after: format.money(after?.total, currency) })
  }
  if (state === 'failed' || state === 'withdrawn' || !forecast) return total
  return t('effect.expected', { before: total, after: format.range(forecast.total, currency) })
}

/** Refunds that came with it, in the order's currency and in the guest's where that is another. */
export function refundsText({ effect }: Operation, format: Format): string {
  return effect.refunds.map((row) => refundText(row, format)).join(', ')
}
