import { paymentDue, paymentMailObstacle, paymentMailRecipient } from '@shared/features/payments'
import { parseAmount } from '@shared/kernel/money'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { type ConfirmedMail, MailStep, MailWarning, type Step } from '../../order-action'

/** To whom it goes and for how much. */
export function ConfirmStep(step: Step<ConfirmedMail>) {
  const { t } = useTranslation('payments')
  const format = useFormat()
  const { order } = step
  const due = paymentDue(order)
  const obstacle = paymentMailObstacle(order)
  const isUnderWay = due.kind === 'known' && parseAmount(due.open)?.gt(0)
  return (
    <MailStep
      {...step}
      recipient={paymentMailRecipient(order)}
      obstacle={obstacle && t(`email.obstacle.${obstacle}`)}
      to={t('email.to')}
      facts={
        <>
          <dt>{t('due')}</dt>
          <dd>{due.kind === 'known' ? format.money(due.due, due.currency) : t('dueUnclear')}</dd>
        </>
      }
      effect={
        <>
          <p>{t('email.mail')}</p>
          {isUnderWay ? (
            <MailWarning>{t('email.underWay', { amount: format.money(due.open, due.currency) })}</MailWarning>
          ) : null}
        </>
      }
      irreversible={t('email.irreversible')}
      confirm={t('email.confirm')}
    />
  )
}
