import type { BatchPlan } from '@shared/features/batches'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { targetsText } from './targets-text'

/** Currencies that a button has room for. */
const namedCurrencies = 2

/** The act in words: "Cancel 12 orders and refund about €1,204.50". */
export function ActText({ plan }: { plan: BatchPlan }) {
  const { t } = useTranslation('batches')
  const format = useFormat()
  const targets = targetsText(plan, t, format)
  const refunds = plan.totals.flatMap(({ currency, refund }) =>
    refund ? [format.money(refund.high, currency)] : [],
  )
  if (refunds.length === 0 || refunds.length > namedCurrencies) return t(`act.${plan.kind}`, { targets })
  const isExact = plan.totals.every(({ refund }) => refund?.low === refund?.high)
  const amount = refunds.join(' + ')
  if (plan.kind === 'refund') return t('act.refundAmount', { targets, amount })
  return t(isExact ? 'act.cancelRefund' : 'act.cancelUpTo', { targets, amount })
}
