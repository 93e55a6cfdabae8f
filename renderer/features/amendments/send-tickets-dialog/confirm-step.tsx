import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import type { Order } from '@shared/api'
import {
  releasedVouchers,
  type TicketsRecipient,
  ticketsObstacle,
  ticketsRecipient,
} from '@shared/features/amendments'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Kbd } from '../../../ui/kbd'
import classes from './send-tickets-dialog.module.css'

interface ConfirmStepProps {
  /** As just read. */
  readonly order: Order
  readonly sending: boolean
  readonly onConfirm: (seen: {
    recipient: string
    seen: { orderVersion: number | null; priceTotal: string | null }
  }) => void
  readonly onClose: () => void
}

/** To whom it goes and what it does, and the one button that acts. Plain Enter does not reach it. */
export function ConfirmStep({ order, sending, onConfirm, onClose }: ConfirmStepProps) {
  const { t } = useTranslation('amendments')
  const describedBy = useId()
  const recipient = ticketsRecipient(order)
  const obstacle = ticketsObstacle(order)
  const ready = recipient !== undefined && obstacle === undefined
  const confirm = () => {
    if (!ready || sending) return
    const total = order.order_pricing?.price_total
    const seen = {
      orderVersion: order.order_version ?? null,
      priceTotal: total == null ? null : String(total),
    }
    onConfirm({ recipient: recipient.email, seen })
  }
  useHotkeys([['mod+Enter', confirm]], [])
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
      <div className={classes.footer}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('sendTickets.close')}
        </Button>
        {ready ? (
          <Button
            onClick={confirm}
            // An e-mail cannot be taken back: no key that was meant for something else sends it.
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            loading={sending}
            aria-describedby={describedBy}
            rightSection={<Kbd keys="Mod+Enter" decorative />}
          >
            {t('sendTickets.confirm')}
          </Button>
        ) : null}
      </div>
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
