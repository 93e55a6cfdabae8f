import { Button, Radio, Textarea } from '@mantine/core'
import type { Order } from '@shared/api'
import { type OrderPaymentRecord, orderCurrency, orderPayments } from '@shared/features/orders'
import type { refundsOperations } from '@shared/features/refunds'
import { refundable } from '@shared/features/refunds'
import type { InputOf } from '@shared/ipc/define'
import { textOf } from '@shared/kernel/tolerant'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { useShortcut } from '../../../lib/shortcuts'
import { Kbd } from '../../../ui/kbd'
import { PaymentChoice, type PaymentLine } from './payment-choice'
import classes from './refund-dialog.module.css'

type Chosen = Omit<InputOf<(typeof refundsOperations)['refundPayment']>, 'profile' | 'order'>

interface ChooseStepProps {
  /** As just read. */
  readonly order: Order
  readonly nameOf: (payment: OrderPaymentRecord) => string
  readonly sending: boolean
  readonly onConfirm: (chosen: Chosen) => void
  readonly onClose: () => void
}

/** The shortest reason that says anything. */
const shortestReason = 3

/** Which payment, why, what it comes to, and the one button that acts. Nothing is chosen beforehand. */
export function ChooseStep({ order, nameOf, sending, onConfirm, onClose }: ChooseStepProps) {
  const { t } = useTranslation('refunds')
  const format = useFormat()
  const describedBy = useId()
  const { lines, currency } = useMemo(() => readPayments(order), [order])
  const [picked, setPicked] = useState<string>()
  const [reason, setReason] = useState('')
  const [left, setLeft] = useState(false)
  const line = lines.find(({ key }) => key === picked)
  const effect = line && 'act' in line.left ? line.left : undefined
  const tooShort = reason.trim().length < shortestReason
  const ready = effect !== undefined && line?.payment.id !== undefined && currency !== undefined && !tooShort
  const confirm = () => {
    if (!ready || sending || line.payment.id === undefined) return
    onConfirm({
      payment: line.payment.id,
      reason: reason.trim(),
      seen: {
        orderVersion: order.order_version ?? null,
        priceTotal: textOf(order.order_pricing?.price_total) ?? null,
        remaining: effect.remaining,
        currency,
      },
    })
  }
  useShortcut('submitForm', confirm, { inDialog: true, enabled: ready && !sending })
  const amount = effect && format.money(effect.remaining, currency ?? '')
  const possible = lines.some((one) => 'act' in one.left)
  return (
    <div>
      {currency === undefined && possible ? (
        <p role="alert" className={classes.warning}>
          {t('noCurrency')}
        </p>
      ) : null}
      {lines.length === 0 ? <p>{t('noPayments')}</p> : null}
      {lines.length > 0 ? (
        <Radio.Group
          label={t('which')}
          value={picked ?? ''}
          onChange={setPicked}
          className={classes.payments}
        >
          {lines.map((one) => (
            <PaymentChoice
              key={one.key}
              line={one}
              name={nameOf(one.payment)}
              currency={currency}
              disabled={currency === undefined}
            />
          ))}
        </Radio.Group>
      ) : null}
      {possible ? (
        <Textarea
          label={t('reason')}
          placeholder={t('reasonPlaceholder')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onBlur={() => setLeft(true)}
          error={left && tooShort && picked ? t('reasonTooShort') : undefined}
          maxLength={500}
          autosize
          minRows={2}
        />
      ) : null}
      <div id={describedBy} className={classes.effect} aria-live="polite">
        {effect ? (
          <>
            <p>{t(`effect.${effect.act}`, { amount })}</p>
            {effect.paid && effect.paid.currency !== currency ? (
              <p>{t('effect.paid', { amount: format.money(effect.paid.amount, effect.paid.currency) })}</p>
            ) : null}
            <p className={classes.quiet}>{t('effect.stands')}</p>
            <p className={classes.quiet}>{t('effect.irreversible')}</p>
          </>
        ) : null}
      </div>
      <div className={classes.footer}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('close')}
        </Button>
        {possible ? (
          <Button
            onClick={confirm}
            color="red.9"
            disabled={!ready}
            // Plain Enter never moves money.
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            loading={sending}
            aria-describedby={describedBy}
            rightSection={<Kbd keys="Mod+Enter" decorative />}
          >
            {effect ? t(`confirm.${effect.act}`, { amount }) : t('confirm.none')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

/** Every payment with what is left of it; refunds are named by the payment they belong to and not listed. */
function readPayments(order: Order): { lines: PaymentLine[]; currency: string | undefined } {
  const records = orderPayments(order)
  const settlement = textOf(order.order_settlement_type)
  const currency = orderCurrency(order)
  return {
    lines: records
      .filter(({ type }) => type !== 'REFUND')
      .map((payment) => ({ key: payment.key, payment, left: refundable(payment, records, settlement) })),
    currency: currency.kind === 'one' && /^[A-Z]{3}$/.test(currency.code) ? currency.code : undefined,
  }
}
