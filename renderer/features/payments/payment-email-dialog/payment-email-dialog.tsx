import type { OrderReference, ProfileId } from '@shared/kernel/ids'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { type ConfirmedMail, OrderActionDialog } from '../../order-action'
import { ConfirmStep } from './confirm-step'

interface PaymentEmailDialogProps {
  readonly profile: ProfileId
  readonly reference: OrderReference
  readonly onClose: () => void
}

/** Asking the guest to pay by e-mail: who gets it and for how much by a fresh read, a confirmation, what came of it. */
export function PaymentEmailDialog({ profile, reference, onClose }: PaymentEmailDialogProps) {
  const { t } = useTranslation('payments')
  return (
    <OrderActionDialog
      profile={profile}
      reference={reference}
      kind="send-payment-email"
      title={t('email.title', { order: reference })}
      record={(confirmed: ConfirmedMail) =>
        ipc.payments.sendPaymentEmail({ profile, order: reference, ...confirmed })
      }
      decide={(step) => <ConfirmStep {...step} />}
      sentence={({ state, recipient = '' }) => t(`email.progress.${state}`, { recipient })}
      onClose={onClose}
    />
  )
}
