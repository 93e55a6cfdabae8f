import { Anchor, Radio, Textarea } from '@mantine/core'
import type { Order } from '@shared/api'
import { orderCurrency, orderPayments } from '@shared/features/orders'
import type { refundsOperations } from '@shared/features/refunds'
import { type Refundable, refundable } from '@shared/features/refunds'
import type { InputOf } from '@shared/ipc/define'
import { textOf } from '@shared/kernel/tolerant'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { ConfirmFooter, type Step, seenOf } from '../../order-action'
import { PaymentChoice, type PaymentLine } from './payment-choice'
import classes from './refund-dialog.module.css'

/** What the person decided. */
export type Chosen = Omit<InputOf<(typeof refundsOperations)['refundPayment']>, 'profile' | 'order'>

/** The shortest reason that says anything. */
const shortestReason = 3

/** Which payment, why, what it comes to, and the one button that acts. Nothing is chosen beforehand. */
export function ChooseStep({
  order,
  sending,
  onConfirm,
  onOther,
  onClose,
}: Step<Chosen> & { readonly onOther: () => void }) {
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
    if (!ready || line.payment.id === undefined) return
    onConfirm({
      payment: line.payment.id,
      reason: reason.trim(),
      seen: { ...seenOf(order), remaining: effect.remaining, currency },
    })
  }
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
            <PaymentChoice key={one.key} line={one} currency={currency} disabled={currency === undefined} />
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
      {possible ? (
        <Anchor component="button" type="button" onClick={onOther} className={classes.more}>
          {t('other.open')}
        </Anchor>
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
      <ConfirmFooter
        label={possible ? (effect ? t(`confirm.${effect.act}`, { amount }) : t('confirm.none')) : undefined}
        ready={ready}
        sending={sending}
        dangerous
        describedBy={describedBy}
        onConfirm={confirm}
        onClose={onClose}
      />
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
      .map((payment) => ({
        key: payment.key,
        payment,
        left: withoutStop(refundable(payment, records, settlement)),
      })),
    currency: currency.kind === 'one' && /^[A-Z]{3}$/.test(currency.code) ? currency.code : undefined,
  }
}

/** What is under way is cancelled in a dialog of its own. */
function withoutStop(left: Refundable): PaymentLine['left'] {
  if ('obstacle' in left) return left
  const { act } = left
  return act === 'stop' ? { obstacle: 'UNDER_WAY' } : { ...left, act }
}
