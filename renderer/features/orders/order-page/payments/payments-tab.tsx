import { Button } from '@mantine/core'
import type { OrderCurrency, OrderPaymentRecord } from '@shared/features/orders'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format'
import { shortcutTable } from '../../../../lib/shortcuts'
import { StatusChip } from '../../../../ui/status-chip'
import { Fact, Facts, Notes, paymentTone, RecordedTime, useWords } from '../../../order-words'
import { ApiLink } from '../links'
import { PaymentsSummary } from '../overview/payments-summary'
import { ActionButton } from './action-button'
import { usePaymentActions } from './payment-actions'
import classes from './payments.module.css'

interface PaymentsTabProps {
  readonly payments: readonly OrderPaymentRecord[]
  readonly currency: OrderCurrency
  readonly settlement: string | undefined
}

/** Every payment record as sent, newest first; nothing is added up over currencies. */
export function PaymentsTab({ payments, currency, settlement }: PaymentsTabProps) {
  const { t } = useTranslation('order')
  return (
    <div className={classes.tab}>
      <ul className={classes.records} aria-label={t('payments.all')}>
        {payments.map((payment) => (
          <PaymentRecord key={payment.key} payment={payment} all={payments} currency={currency} />
        ))}
        {payments.length === 0 ? (
          <li className={classes.empty}>
            {t('payments.none')} {t('payments.noneReason')}
          </li>
        ) : null}
      </ul>
      <div className={classes.summary}>
        <PaymentsSummary payments={payments} currency={currency} settlement={settlement} />
        <ActionButtons />
      </div>
    </div>
  )
}

/** `Cancel payment…` on one that is under way. */
function CancelButton({ id }: { id: string | undefined }) {
  const { t } = useTranslation('payments')
  const actions = usePaymentActions()
  if (id === undefined || !actions?.underWay.includes(id)) return null
  return (
    <Button variant="default" size="compact-xs" onClick={() => actions.cancelPayment(id)}>
      {t('cancel.open')}
    </Button>
  )
}

/** What can be done with the payments; nothing where the profile can only read. */
function ActionButtons() {
  const { t } = useTranslation('payments')
  const actions = usePaymentActions()
  if (!actions) return null
  const { mailObstacle, manualObstacle, sendEmail, recordPayment } = actions
  return (
    <div className={classes.actions}>
      <ActionButton
        label={t('manual.open')}
        keys={shortcutTable.recordPayment.keys}
        obstacle={manualObstacle && t(`manual.obstacle.${manualObstacle}`)}
        onClick={recordPayment}
      />
      <ActionButton
        label={t('email.open')}
        keys={shortcutTable.sendPaymentEmail.keys}
        obstacle={mailObstacle && t(`email.obstacle.${mailObstacle}`)}
        onClick={sendEmail}
      />
    </div>
  )
}

interface PaymentRecordProps {
  readonly payment: OrderPaymentRecord
  readonly all: readonly OrderPaymentRecord[]
  readonly currency: OrderCurrency
}

function PaymentRecord({ payment, all, currency }: PaymentRecordProps) {
  const { t } = useTranslation('order')
  const { word } = useWords()
  const format = useFormat()
  const { type, status, method, scheme, amount, runningTotal, paid, rate } = payment
  const code = currency.kind === 'one' ? currency.code : ''
  const how = [method && word('paymentMethod', method), scheme].filter(Boolean).join(' · ')
  return (
    <li className={classes.record}>
      <div className={classes.head}>
        <strong className={classes.type} title={type}>
          {type ? word('paymentType', type) : t('payments.noType')}
        </strong>
        {status ? (
          <StatusChip tone={paymentTone(status, type)} label={word('paymentStatus', status)} title={status} />
        ) : null}
        <span>{how}</span>
        <span className={classes.quiet}>
          {payment.created ? <RecordedTime at={payment.created} /> : null} {payment.createdBy}
        </span>
        <CancelButton id={payment.id} />
        <span className={classes.amount}>{format.money(amount, code)}</span>
      </div>
      <div className={classes.figures}>
        {paid.amount === undefined ? null : (
          <span>
            {t(type === 'REFUND' ? 'payments.givenBack' : 'payments.paid')}{' '}
            {format.money(paid.amount, paid.currency ?? '')}
            {rate ? ` ${t('payments.rateText', { rate })}` : ''}
          </span>
        )}
        {runningTotal === undefined ? null : (
          <span className={classes.running}>
            {t('payments.runningTotal')} {format.money(runningTotal, code)}
          </span>
        )}
      </div>
      <PaymentDetails payment={payment} all={all} />
    </li>
  )
}

function PaymentDetails({ payment, all }: Omit<PaymentRecordProps, 'currency'>) {
  const { t } = useTranslation('order')
  const { field, word } = useWords()
  return (
    <>
      <Facts>
        <Fact label={field('payment_id')} value={payment.id} mono />
        <Original payment={payment} all={all} />
        <Fact label={field('payment_gateway_type')} value={payment.gateway} />
        <Fact label={field('payment_service_provider_reference')} value={payment.pspReference} mono />
        <Fact
          label={field('payment_service_provider_original_reference')}
          value={payment.pspOriginalReference}
          mono
        />
        <Fact label={field('payment_merchant_account_name')} value={payment.merchantAccount} />
        <Fact label={field('payment_merchant_reference')} value={payment.merchantReference} mono />
        <Fact label={field('payment_external_reference')} value={payment.externalReference} mono />
        <Fact
          label={field('payment_booking_references')}
          value={payment.bookingReferences.length > 0 ? payment.bookingReferences.join('\n') : undefined}
          mono
        >
          {payment.bookingReferences.join(', ')}
        </Fact>
        <Fact label={field('payment_order_version')} value={payment.orderVersion} />
        <Fact label={field('payment_refund_type')} value={payment.refundType}>
          {payment.refundType && word('refundType', payment.refundType)}
        </Fact>
        <Fact label={field('payment_refund_reason')} value={payment.refundReason} />
        {payment.pspValues.map(({ name, value }) => (
          <Fact key={name} label={field(name)} value={value} />
        ))}
        <Fact label={field('payment_link_expires_at')} value={payment.linkExpires}>
          <RecordedTime at={payment.linkExpires} />
        </Fact>
      </Facts>
      <ApiLink label={t('links.payment')} url={payment.link} />
      {payment.notes.length > 0 ? <Notes notes={payment.notes} /> : null}
    </>
  )
}

/** The record that this one changes, named by what it is where it is in sight. */
function Original({ payment, all }: Omit<PaymentRecordProps, 'currency'>) {
  const { field, word } = useWords()
  const original = all.find(({ id }) => id !== undefined && id === payment.originalId)
  return (
    <Fact label={field('payment_original_id')} value={payment.originalId} mono>
      {original?.type && original !== payment ? (
        <>
          {word('paymentType', original.type)} · {payment.originalId}
        </>
      ) : undefined}
    </Fact>
  )
}
