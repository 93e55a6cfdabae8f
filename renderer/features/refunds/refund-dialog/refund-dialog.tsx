import type { OrderReference, ProfileId } from '@shared/kernel/ids'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { OrderActionDialog } from '../../order-action'
import { ChooseStep, type Chosen } from './choose-step'
import { Outcome } from './outcome'

interface RefundDialogProps {
  readonly profile: ProfileId
  readonly reference: OrderReference
  readonly onClose: () => void
}

/** Giving a payment of an order back without cancelling anything: what is left by a fresh read, a choice, what came of it. */
export function RefundDialog({ profile, reference, onClose }: RefundDialogProps) {
  const { t } = useTranslation('refunds')
  return (
    <OrderActionDialog
      profile={profile}
      reference={reference}
      kind="refund-payment"
      title={t('title', { order: reference })}
      size={680}
      record={(chosen: Chosen) => ipc.refunds.refundPayment({ profile, order: reference, ...chosen })}
      decide={(step) => <ChooseStep {...step} />}
      sentence={({ state }) => t(`progress.${state}`)}
      outcome={(operation) => <Outcome operation={operation} />}
      onClose={onClose}
    />
  )
}
