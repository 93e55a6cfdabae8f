import type { Operation } from '@shared/features/operations'
import { useTranslation } from 'react-i18next'
import { missing, useFormat } from '../../../lib/format'
import { targetText } from '../target-text'
import classes from './detail.module.css'

interface ChangedOrderProps {
  readonly operation: Operation
  /** `params` of ORDER_CHANGED. */
  readonly params: Readonly<Record<string, string | number>>
}

/** What the person saw, what is there now, and what was wanted of it: why something was not sent. */
export function ChangedOrder({ operation, params }: ChangedOrderProps) {
  const { t } = useTranslation('operations')
  const format = useFormat()
  const { seenVersion, nowVersion, seenTotal, nowTotal, reason } = params
  const { currency = '' } = operation.effect
  const money = (total: string | number | undefined) => format.money(total?.toString(), currency)
  const hasFigures = seenVersion !== undefined || seenTotal !== undefined
  return (
    <div>
      {hasFigures ? (
        <table className={classes.figures} aria-label={t('detail.changed.title')}>
          <thead>
            <tr>
              <th scope="col">{t('detail.changed.title')}</th>
              <th scope="col">{t('detail.changed.seen')}</th>
              <th scope="col">{t('detail.changed.now')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('detail.changed.version')}</th>
              <td>{seenVersion ?? missing}</td>
              <td>{nowVersion ?? missing}</td>
            </tr>
            <tr>
              <th scope="row">{t('detail.changed.total')}</th>
              <td>{money(seenTotal)}</td>
              <td>{money(nowTotal)}</td>
            </tr>
          </tbody>
        </table>
      ) : null}
      {reason === 'terms' ? <p className={classes.note}>{t('detail.changed.terms')}</p> : null}
      <p className={classes.note}>{t('detail.changed.wanted', { what: targetText(operation, t) })}</p>
    </div>
  )
}
