import type { OrderReference, ProfileId } from '@shared/kernel/ids'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { ipc } from '../../../lib/ipc'
import { refundText } from '../../operations'
import { OrderActionDialog } from '../../order-action'
import classes from '../payments.module.css'
import { type Entered, EnterStep } from './enter-step'

interface ManualPaymentDialogProps {
  readonly profile: ProfileId
  readonly reference: OrderReference
  readonly onClose: () => void
}

/** Recording money that was received outside Prio: what is due by a fresh read, what came in, what came of it. */
export function ManualPaymentDialog({ profile, reference, onClose }: ManualPaymentDialogProps) {
  const { t } = useTranslation('payments')
  const format = useFormat()
  return (
    <OrderActionDialog
      profile={profile}
      reference={reference}
      kind="record-payment"
      title={t('manual.title', { order: reference })}
      size={620}
      record={(entered: Entered) => ipc.payments.recordPayment({ profile, order: reference, ...entered })}
      decide={(step) => <EnterStep {...step} />}
      sentence={({ state }) => t(`manual.progress.${state}`)}
      outcome={({ effect }) => (
        <>
          {(effect.payments ?? []).map((row, at) => (
            <p key={row.paymentId ?? at} className={classes.row}>
              {t('manual.recorded', { payment: refundText(row, format) })}
            </p>
          ))}
          {effect.differences.length > 0 ? (
            <p role="alert" className={classes.differs}>
              {t('manual.differs')}
            </p>
          ) : null}
        </>
      )}
      onClose={onClose}
    />
  )
}
