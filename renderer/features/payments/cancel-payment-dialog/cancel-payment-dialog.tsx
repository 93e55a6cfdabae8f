import type { OrderReference, ProfileId } from '@shared/kernel/ids'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { OrderActionDialog } from '../../order-action'
import { ChooseStep, type Chosen } from './choose-step'

interface CancelPaymentDialogProps {
  readonly profile: ProfileId
  readonly reference: OrderReference
  /** `payment_id` of the payment that is chosen already. */
  readonly payment: string | undefined
  readonly onClose: () => void
}

/** Stopping a payment that is under way: which by a fresh read, a reason, what came of it (rules.md #168). */
export function CancelPaymentDialog({ profile, reference, payment, onClose }: CancelPaymentDialogProps) {
  const { t } = useTranslation('payments')
  return (
    <OrderActionDialog
      profile={profile}
      reference={reference}
      kind="cancel-payment"
      title={t('cancel.title', { order: reference })}
      size={620}
      record={(chosen: Chosen) => ipc.refunds.cancelPayment({ profile, order: reference, ...chosen })}
      decide={(step) => <ChooseStep {...step} payment={payment} />}
      sentence={({ state }) => t(`cancel.progress.${state}`)}
      onClose={onClose}
    />
  )
}
