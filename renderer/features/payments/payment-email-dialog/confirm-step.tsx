import type { Order } from '@shared/api'
import {
  type PaymentMailRecipient,
  paymentDue,
  paymentMailObstacle,
  paymentMailRecipient,
} from '@shared/features/payments'
import { parseAmount } from '@shared/kernel/money'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { ConfirmFooter, type Step, seenOf } from '../../order-action'
import { useWords } from '../../order-words'
import classes from '../payments.module.css'

/** What the person confirmed. */
export interface Confirmed {
  readonly recipient: string
  readonly seen: ReturnType<typeof seenOf>
}

/** To whom it goes, for how much, and the one button that acts. */
export function ConfirmStep({ order, sending, onConfirm, onClose }: Step<Confirmed>) {
  const { t } = useTranslation('payments')
  const describedBy = useId()
  const recipient = paymentMailRecipient(order)
  const obstacle = paymentMailObstacle(order)
  const ready = recipient !== undefined && obstacle === undefined
  return (
    <div>
      <div id={describedBy}>
        {obstacle ? (
          <p role="alert" className={classes.warning}>
            {t(`email.obstacle.${obstacle}`)}
          </p>
        ) : recipient ? (
          <Effect order={order} recipient={recipient} />
        ) : null}
      </div>
      <ConfirmFooter
        label={ready ? t('email.confirm') : undefined}
        ready={ready}
        sending={sending}
        describedBy={describedBy}
        onConfirm={() => recipient && onConfirm({ recipient: recipient.email, seen: seenOf(order) })}
        onClose={onClose}
      />
    </div>
  )
}

function Effect({ order, recipient }: { order: Order; recipient: PaymentMailRecipient }) {
  const { t } = useTranslation('payments')
  const { word } = useWords()
  const format = useFormat()
  const due = paymentDue(order)
  const { type } = recipient
  return (
    <>
      <dl className={classes.facts}>
        <dt>{t('email.to')}</dt>
        <dd>
          <strong>{recipient.email}</strong>
          {recipient.name ? <bdi className={classes.quiet}>{recipient.name}</bdi> : null}
          {type ? <span className={classes.quiet}>{word('contactType', type)}</span> : null}
        </dd>
        <dt>{t('due')}</dt>
        <dd>{due.kind === 'known' ? format.money(due.due, due.currency) : t('dueUnclear')}</dd>
      </dl>
      <p>{t('email.mail')}</p>
      {due.kind === 'known' && parseAmount(due.open)?.gt(0) ? (
        <p className={classes.warning}>
          {t('email.underWay', { amount: format.money(due.open, due.currency) })}
        </p>
      ) : null}
      <p className={classes.quiet}>{t('email.irreversible')}</p>
    </>
  )
}
