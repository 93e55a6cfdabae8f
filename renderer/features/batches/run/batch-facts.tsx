import type { Batch } from '@shared/features/batches'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { useMoments } from '../../operations'
import classes from '../batches.module.css'
import { reasonOf } from '../words'

/** Who asked for it, when and why, and what was confirmed. */
export function BatchFacts({ batch }: { batch: Batch }) {
  const { t } = useTranslation('batches')
  const format = useFormat()
  const moments = useMoments()
  const reason = reasonOf(batch.action)
  const refunds = batch.totals.flatMap(({ currency, refund }) =>
    refund ? [format.range(refund, currency)] : [],
  )
  return (
    <dl className={classes.facts}>
      <Fact
        label={t('facts.who')}
        value={t('facts.whoWhen', { who: batch.who, when: moments.full(batch.createdAt) })}
      />
      {reason ? <Fact label={t('facts.reason')} value={reason} /> : null}
      {batch.folder === undefined ? null : <Fact label={t('facts.folder')} value={batch.folder} />}
      {refunds.length > 0 ? <Fact label={t('facts.refunds')} value={refunds.join(' · ')} /> : null}
    </dl>
  )
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
