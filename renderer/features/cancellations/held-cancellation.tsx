import { toSelection } from '@shared/features/cancellations'
import type { OperationTarget } from '@shared/features/operations'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ipc } from '../../lib/ipc'
import { Dialog } from '../../ui/dialog'
import { ErrorNotice } from '../../ui/error-notice'
import type { HeldReviewProps } from '../operations'
import { CancelDialog } from './cancel-dialog/cancel-dialog'

/**
 * A cancellation that was recorded and not sent, reviewed against the order and the terms as they are now. Confirming
 * takes the old one back and records it anew, so that what is kept is what was confirmed.
 */
export function HeldCancellation({ profile, operation, onClose }: HeldReviewProps) {
  const { t } = useTranslation('cancellations')
  const { id, order: reference, target, refundToGuest, reason = '' } = operation
  const read = useQuery({
    queryKey: ['orders', profile, 'held', id],
    queryFn: () => ipc.orders.getOrder({ profile, order: reference, fresh: true }),
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  })
  if (read.error) {
    return (
      <Dialog onClose={onClose} title={t('title', { order: reference })}>
        <ErrorNotice error={read.error} />
      </Dialog>
    )
  }
  if (!read.data) return null
  return (
    <CancelDialog
      profile={profile}
      reference={reference}
      order={read.data.order}
      instead={{ operation: id, selection: toSelection(targetsOf(target)), refundToGuest, reason }}
      onClose={onClose}
    />
  )
}

function targetsOf(target: OperationTarget | undefined) {
  const { level, bookingReference = '', transactionId = '' } = target ?? {}
  if (level === 'order') return [{ level }]
  if (level === 'booking') return [{ level, bookingReference }]
  return level === 'ticket' ? [{ level, bookingReference, transactionId }] : []
}
