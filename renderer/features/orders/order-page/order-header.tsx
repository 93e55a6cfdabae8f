import { orderGuest, orderPaymentState, type PaymentState } from '@shared/features/orders'
import type { ProfileId } from '@shared/kernel/ids'
import { entriesOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import type { Tone } from '../../../tokens'
import { Copyable, CopyButton } from '../../../ui/copyable'
import { StatusChip } from '../../../ui/status-chip'
import { isolated } from '../../order-words'
import { OrderStatusChip } from '../order-status-chip'
import { OrderActions } from './order-actions'
import classes from './order-page.module.css'
import { useRelativeTime } from './relative-time'
import type { OrderOnPage } from './use-order'

interface OrderHeaderProps {
  readonly profile: ProfileId
  readonly mayChange: boolean
  readonly reference: string
  readonly page: OrderOnPage
  readonly onRefresh: () => void
}

/** Which order this is, how it stands, who it is for, and what can be done with it. */
export function OrderHeader({ reference, page, ...actions }: OrderHeaderProps) {
  const { t } = useTranslation('order')
  const { facts, order } = page
  const { version } = facts
  return (
    <header className={classes.header}>
      <div className={classes.top}>
        <h1 className={classes.reference}>{facts.reference ?? reference}</h1>
        <CopyButton value={facts.reference ?? reference} label={t('facts.reference')} />
        <OrderStatusChip status={facts.status} />
        <PaymentChip state={orderPaymentState(order)} />
        {version ? (
          <span className={classes.quiet} title={t('facts.versionHint', { version })}>
            {t('facts.version', { version })}
          </span>
        ) : null}
        <OrderActions reference={reference} page={page} {...actions} />
      </div>
      <div className={classes.who}>
        <Guest order={order} />
        <Origin page={page} />
      </div>
    </header>
  )
}

const paymentTones: Readonly<Record<PaymentState, Tone>> = {
  paid: 'confirmed',
  partlyPaid: 'pending',
  authorized: 'processing',
  processing: 'processing',
  pending: 'pending',
  refunded: 'cancelled',
  partlyRefunded: 'pending',
  refundPending: 'processing',
  refundFailed: 'failed',
  failed: 'failed',
  chargeback: 'failed',
  notRequired: 'confirmed',
  external: 'confirmed',
  venue: 'pending',
  invoice: 'pending',
  mixed: 'pending',
  unknown: 'unknown',
}

function PaymentChip({ state }: { state: PaymentState }) {
  const { t } = useTranslation('orders')
  return <StatusChip tone={paymentTones[state]} label={t(`payment.${state}`)} />
}

/** The guest with e-mail address and phone number, each to be copied. */
function Guest({ order }: { order: OrderOnPage['order'] }) {
  const { t } = useTranslation('order')
  const { name, email } = orderGuest(order)
  const phone = phoneOf(order, email)
  if (!name && !email && !phone) return null
  return (
    <div className={classes.guest}>
      {name ? (
        <strong className={classes.name}>
          <Copyable value={name} label={t('facts.guest')} />
        </strong>
      ) : null}
      {email ? <Copyable value={email} label={t('facts.email')} /> : null}
      {phone ? <Copyable value={phone} label={t('facts.phone')} /> : null}
    </div>
  )
}

/** Phone number of the contact that stands for the order, as sent; that of another one would be misleading. */
function phoneOf(order: unknown, email: string | undefined): string | undefined {
  const contacts = entriesOf(fieldsOf(order).order_contacts).map(fieldsOf)
  const { name } = orderGuest(order)
  const contact = contacts.find((each) => {
    const guest = orderGuest({ order_contacts: [each] })
    return guest.name === name && guest.email === email
  })
  return textOf(contact?.contact_mobile) ?? textOf(contact?.contact_phone)
}

/** Who made the order, when, through which channel, and its other name. */
function Origin({ page }: { page: OrderOnPage }) {
  const { t } = useTranslation('order')
  const { t: list, i18n } = useTranslation('orders')
  const format = useFormat()
  const age = useRelativeTime(page.readAt)
  const { created, channel, externalReference } = page.facts
  const when = format.recorded(created.at)
  const channelKey = `channel.${channel}` as 'channel.OTHER'
  const channelText = channel && i18n.exists(`orders:${channelKey}`) ? list(channelKey) : channel
  return (
    <div className={classes.origin}>
      {created.at ? (
        <span title={created.at}>
          {created.by
            ? t('facts.createdBy', { when, who: isolated(created.by) })
            : t('facts.created', { when })}
        </span>
      ) : null}
      {channelText ? <span title={channel}>{t('facts.channel', { channel: channelText })}</span> : null}
      {externalReference ? (
        <Copyable value={externalReference} label={t('facts.externalReference')}>
          {t('facts.external', { reference: externalReference })}
        </Copyable>
      ) : null}
      <span className={classes.age}>{t('states.readAt', { when: age })}</span>
    </div>
  )
}
