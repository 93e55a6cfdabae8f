import { Anchor, Select, Textarea } from '@mantine/core'
import type { Order } from '@shared/api'
import { orderBookings, orderPayments } from '@shared/features/orders'
import {
  forecastRefund,
  type RefundForecast,
  type RefundIdentifier,
  refundIdentifiers,
  type refundsOperations,
} from '@shared/features/refunds'
import type { InputOf } from '@shared/ipc/define'
import { distinct, textOf } from '@shared/kernel/tolerant'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { ConfirmFooter, type Step, seenOf } from '../../order-action'
import { paymentHow, useWords } from '../../order-words'
import classes from './refund-dialog.module.css'

/** What the person decided. */
export type ChosenOther = Omit<InputOf<(typeof refundsOperations)['refundSelection']>, 'profile' | 'order'>

const shortestReason = 3

type Foretold = Extract<RefundForecast, { payments: unknown }>

/** By booking, ticket, whole order or a reference: which payments match, and what should come back of them. */
export function OtherStep({
  order,
  sending,
  onConfirm,
  onBack,
  onClose,
}: Step<ChosenOther> & { readonly onBack: () => void }) {
  const { t } = useTranslation('refunds')
  const format = useFormat()
  const describedBy = useId()
  const [by, setBy] = useState<RefundIdentifier>('order_reference')
  const [picked, setPicked] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const options = useMemo(() => optionsOf(order, by), [order, by])
  const id =
    options.find(({ value }) => value === picked)?.value ??
    (options.length === 1 ? options[0]?.value : undefined)
  const forecast = useMemo(
    () => (id === undefined ? undefined : forecastRefund(order, { by, id })),
    [order, by, id],
  )
  const foretold = forecast && 'payments' in forecast ? forecast : undefined
  const obstacle = forecast && 'obstacle' in forecast ? forecast.obstacle : undefined
  const ready = id !== undefined && foretold !== undefined && reason.trim().length >= shortestReason
  const amount = foretold ? format.money(foretold.amount, foretold.currency) : ''
  return (
    <div>
      <Anchor component="button" type="button" onClick={onBack}>
        {t('other.back')}
      </Anchor>
      <div className={classes.other}>
        <Select
          label={t('other.by')}
          value={by}
          onChange={(next) => {
            setBy(refundIdentifiers.find((one) => one === next) ?? 'order_reference')
            setPicked(null)
          }}
          data={refundIdentifiers.map((value) => ({ value, label: t(`other.identifier.${value}`) }))}
          allowDeselect={false}
        />
        <Select
          label={t('other.which')}
          placeholder={t(options.length === 0 ? 'other.nothing' : 'other.choose')}
          value={id ?? null}
          onChange={setPicked}
          data={options}
          searchable
        />
      </div>
      <Textarea
        label={t('reason')}
        placeholder={t('reasonPlaceholder')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={500}
        autosize
        minRows={2}
      />
      <div id={describedBy} className={classes.effect} aria-live="polite">
        {obstacle ? <p className={classes.warning}>{t(`obstacle.${obstacle}`)}</p> : null}
        {foretold ? <Effect order={order} foretold={foretold} /> : null}
      </div>
      <ConfirmFooter
        label={foretold ? t('other.confirm', { amount }) : t('confirm.none')}
        ready={ready}
        sending={sending}
        dangerous
        describedBy={describedBy}
        onConfirm={() => {
          if (!ready) return
          const { amount: remaining, currency, payments } = foretold
          const seen = { ...seenOf(order), remaining, currency, payments: payments.map((one) => one.id) }
          onConfirm({ target: { by, id }, reason: reason.trim(), seen })
        }}
        onClose={onClose}
      />
    </div>
  )
}

function Effect({ order, foretold }: { order: Order; foretold: Foretold }) {
  const { t } = useTranslation('refunds')
  const words = useWords()
  const format = useFormat()
  const { payments, amount, currency, partial } = foretold
  const records = orderPayments(order)
  return (
    <>
      <p>{t(partial ? 'other.effectPart' : 'other.effect', { amount: format.money(amount, currency) })}</p>
      <ul className={classes.reached}>
        {payments.map(({ id, act, remaining }) => {
          const record = records.find((one) => one.id === id)
          return (
            <li key={id}>
              <span>
                {[record && paymentHow(record, words), t(`other.act.${act}`)].filter(Boolean).join(' · ')}{' '}
                <span className={classes.id}>{id}</span>
              </span>
              <span className={classes.amount}>{format.money(remaining, currency)}</span>
            </li>
          )
        })}
      </ul>
      <p className={classes.quiet}>{t('other.forecast')}</p>
      <p className={classes.quiet}>{t('effect.stands')}</p>
      <p className={classes.quiet}>{t('effect.irreversible')}</p>
    </>
  )
}

/** What of this kind the order has to choose from. */
function optionsOf(order: Order, by: RefundIdentifier): readonly { value: string; label: string }[] {
  const plain = (values: readonly (string | undefined)[]) =>
    distinct(values).map((value) => ({ value, label: value }))
  switch (by) {
    case 'order_reference':
      return plain([textOf(order.order_reference)])
    case 'payment_merchant_reference':
      return plain(orderPayments(order).map(({ merchantReference }) => merchantReference))
    case 'payment_service_provider_reference':
      return plain(orderPayments(order).map(({ pspReference }) => pspReference))
    default: {
      const bookings = orderBookings(order)
      const entries =
        by === 'booking_reference'
          ? bookings.map(({ reference, title }) => ({ value: reference, name: title }))
          : bookings.flatMap(({ tickets, title }) =>
              tickets.map(({ transactionId, label }) => ({
                value: transactionId,
                name: [title, label].filter(Boolean).join(' · '),
              })),
            )
      return entries.flatMap(({ value, name }) =>
        value === undefined ? [] : [{ value, label: [name, value].filter(Boolean).join(' · ') }],
      )
    }
  }
}
