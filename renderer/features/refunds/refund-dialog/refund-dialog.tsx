import type { OrderReference, ProfileId } from '@shared/kernel/ids'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { OrderActionDialog } from '../../order-action'
import { Decide, type Decision } from './decide'
import { Outcome } from './outcome'

interface RefundDialogProps {
  readonly profile: ProfileId
  readonly reference: OrderReference
  readonly onClose: () => void
}

const alike = ['refund-selection']

/** Giving a payment of an order back without cancelling anything: what is left by a fresh read, a choice, what came of it. */
export function RefundDialog({ profile, reference, onClose }: RefundDialogProps) {
  const { t } = useTranslation('refunds')
  return (
    <OrderActionDialog
      profile={profile}
      reference={reference}
      kind="refund-payment"
      alike={alike}
      title={t('title', { order: reference })}
      size={680}
      record={(decision: Decision) =>
        'payment' in decision
          ? ipc.refunds.refundPayment({ profile, order: reference, ...decision.payment })
          : ipc.refunds.refundSelection({ profile, order: reference, ...decision.other })
      }
      decide={(step) => <Decide {...step} />}
      sentence={({ state }) => t(`progress.${state}`)}
      outcome={(operation) => <Outcome operation={operation} />}
      onClose={onClose}
    />
  )
}
