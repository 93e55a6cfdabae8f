import type { Operation } from '@shared/features/operations'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { refundText } from '../../operations'
import classes from './refund-dialog.module.css'

/** The refunds that came back, and whether they are what was left. */
export function Outcome({ operation: { effect } }: { operation: Operation }) {
  const { t } = useTranslation('refunds')
  const format = useFormat()
  return (
    <>
      {effect.refunds.map((row, at) => (
        <p key={row.paymentId ?? at} className={classes.row}>
          {t('progress.row', { refund: refundText(row, format) })}
        </p>
      ))}
      {effect.differences.length > 0 ? (
        <p role="alert" className={classes.differs}>
          {t('progress.differs')}
        </p>
      ) : null}
    </>
  )
}
