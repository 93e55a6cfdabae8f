import type { OrderReference, ProfileId } from '@shared/kernel/ids'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../../lib/ipc'
import { type ConfirmedMail, OrderActionDialog } from '../../order-action'
import { ConfirmStep } from './confirm-step'

interface SendTicketsDialogProps {
  readonly profile: ProfileId
  readonly reference: OrderReference
  readonly onClose: () => void
}

/** Sending the tickets of an order again: who gets them by a fresh read, a confirmation, and what came of it. */
export function SendTicketsDialog({ profile, reference, onClose }: SendTicketsDialogProps) {
  const { t } = useTranslation('amendments')
  return (
    <OrderActionDialog
      profile={profile}
      reference={reference}
      kind="send-tickets"
      title={t('sendTickets.title', { order: reference })}
      record={(confirmed: ConfirmedMail) =>
        ipc.amendments.sendTickets({ profile, order: reference, ...confirmed })
      }
      decide={(step) => <ConfirmStep {...step} />}
      sentence={({ state, recipient = '' }) => t(`sendTickets.progress.${state}`, { recipient })}
      onClose={onClose}
    />
  )
}
