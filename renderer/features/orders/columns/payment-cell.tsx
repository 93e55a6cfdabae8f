import type { OrderRow, PaymentState } from '@shared/features/orders'
import { useTranslation } from 'react-i18next'
import type { Tone } from '../../../tokens'
import classes from './columns.module.css'

/** What needs someone's attention stands out; the rest stays quiet. */
const tones: Partial<Record<PaymentState, Tone>> = {
  partlyPaid: 'pending',
  processing: 'processing',
  pending: 'pending',
  refundPending: 'processing',
  refundFailed: 'failed',
  failed: 'failed',
  chargeback: 'failed',
  mixed: 'pending',
  unknown: 'unknown',
}

export function PaymentCell({ row: { payment } }: { row: OrderRow }) {
  const { t } = useTranslation('orders')
  return (
    <span className={classes.toned} data-tone={tones[payment]}>
      {t(`payment.${payment}`)}
    </span>
  )
}
