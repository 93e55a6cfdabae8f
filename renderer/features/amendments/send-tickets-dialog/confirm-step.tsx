import { releasedVouchers, ticketsObstacle, ticketsRecipient } from '@shared/features/amendments'
import { useTranslation } from 'react-i18next'
import { type ConfirmedMail, MailStep, MailWarning, type Step } from '../../order-action'

/** To whom it goes and what it does. */
export function ConfirmStep(step: Step<ConfirmedMail>) {
  const { t } = useTranslation('amendments')
  const { order } = step
  const recipient = ticketsRecipient(order)
  const obstacle = ticketsObstacle(order)
  const { released, standing } = releasedVouchers(order)
  return (
    <MailStep
      {...step}
      recipient={recipient}
      obstacle={obstacle && t(`sendTickets.obstacle.${obstacle}`)}
      to={t('sendTickets.to')}
      effect={
        <>
          {recipient?.certain ? null : <MailWarning>{t('sendTickets.uncertain')}</MailWarning>}
          <p>{t('sendTickets.mail')}</p>
          <p>{t('sendTickets.saved')}</p>
          {released < standing ? <p>{t('sendTickets.partly', { released, standing })}</p> : null}
        </>
      }
      irreversible={t('sendTickets.irreversible')}
      confirm={t('sendTickets.confirm')}
    />
  )
}
