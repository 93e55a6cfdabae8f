import type { Order } from '@shared/api'
import {
  releasedVouchers,
  type TicketsRecipient,
  ticketsObstacle,
  ticketsRecipient,
} from '@shared/features/amendments'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmFooter, type Step, seenOf } from '../../order-action'
import classes from './send-tickets-dialog.module.css'

/** What the person confirmed. */
export interface Confirmed {
  readonly recipient: string
  readonly seen: ReturnType<typeof seenOf>
}

/** To whom it goes and what it does, and the one button that acts. */
export function ConfirmStep({ order, sending, onConfirm, onClose }: Step<Confirmed>) {
  const { t } = useTranslation('amendments')
  const describedBy = useId()
  const recipient = ticketsRecipient(order)
  const obstacle = ticketsObstacle(order)
  const ready = recipient !== undefined && obstacle === undefined
  return (
    <div>
      <div id={describedBy}>
        {obstacle ? (
          <p role="alert" className={classes.warning}>
            {t(`sendTickets.obstacle.${obstacle}`)}
          </p>
        ) : recipient ? (
          <Effect order={order} recipient={recipient} />
        ) : null}
      </div>
      <ConfirmFooter
        label={ready ? t('sendTickets.confirm') : undefined}
        ready={ready}
        sending={sending}
        describedBy={describedBy}
        onConfirm={() => recipient && onConfirm({ recipient: recipient.email, seen: seenOf(order) })}
        onClose={onClose}
      />
    </div>
  )
}

function Effect({ order, recipient }: { order: Order; recipient: TicketsRecipient }) {
  const { t } = useTranslation('amendments')
  const { released, standing } = releasedVouchers(order)
  return (
    <>
      <dl className={classes.facts}>
        <dt>{t('sendTickets.to')}</dt>
        <dd>
          <strong>{recipient.email}</strong>
          {recipient.name ? <bdi className={classes.name}>{recipient.name}</bdi> : null}
        </dd>
      </dl>
      {recipient.certain ? null : <p className={classes.warning}>{t('sendTickets.uncertain')}</p>}
      <p>{t('sendTickets.mail')}</p>
      <p>{t('sendTickets.saved')}</p>
      {released < standing ? <p>{t('sendTickets.partly', { released, standing })}</p> : null}
      <p className={classes.quiet}>{t('sendTickets.irreversible')}</p>
    </>
  )
}
