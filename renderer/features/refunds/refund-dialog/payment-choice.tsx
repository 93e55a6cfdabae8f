import { Radio } from '@mantine/core'
import type { OrderPaymentRecord } from '@shared/features/orders'
import type { Refundable, RefundObstacle } from '@shared/features/refunds'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { paymentHow, useWords } from '../../order-words'
import classes from './refund-dialog.module.css'

/** A payment and what is left of it. */
export interface PaymentLine {
  readonly key: string
  readonly payment: OrderPaymentRecord
  readonly left:
    | (Extract<Refundable, { act: unknown }> & { readonly act: 'refund' | 'release' })
    | { readonly obstacle: RefundObstacle | 'UNDER_WAY' }
}

interface PaymentChoiceProps {
  readonly line: PaymentLine
  readonly currency: string | undefined
  readonly disabled: boolean
}

/** One payment to choose, or why it cannot be chosen. */
export function PaymentChoice({ line: { key, payment, left }, currency = '', disabled }: PaymentChoiceProps) {
  const { t } = useTranslation('refunds')
  const words = useWords()
  const format = useFormat()
  const obstacle = 'obstacle' in left ? left.obstacle : undefined
  const how = [paymentHow(payment, words), format.moment(payment.created, 'date')]
  const rest = obstacle
    ? t(`obstacle.${obstacle}`)
    : t('left', { amount: format.money('remaining' in left ? left.remaining : undefined, currency) })
  return (
    <Radio
      value={key}
      disabled={disabled || obstacle !== undefined}
      label={
        <span className={classes.payment}>
          <span className={classes.how}>
            <bdi>{how.filter(Boolean).join(' · ')}</bdi>
            <span className={classes.id}>{payment.id}</span>
          </span>
          <span className={classes.amount}>{format.money(payment.amount, currency)}</span>
        </span>
      }
      description={rest}
    />
  )
}
