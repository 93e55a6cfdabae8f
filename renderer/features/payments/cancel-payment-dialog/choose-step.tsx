import { Radio, Textarea } from '@mantine/core'
import { orderCurrency, orderPayments } from '@shared/features/orders'
import { refundable, type refundsOperations } from '@shared/features/refunds'
import type { InputOf } from '@shared/ipc/define'
import { textOf } from '@shared/kernel/tolerant'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { ConfirmFooter, type Step, seenOf } from '../../order-action'
import { paymentHow, useWords } from '../../order-words'
import classes from '../payments.module.css'

/** What the person decided. */
export type Chosen = Omit<InputOf<(typeof refundsOperations)['cancelPayment']>, 'profile' | 'order'>

const shortestReason = 3

/** Which payment that is under way, why, and the one button that acts. */
export function ChooseStep({
  order,
  payment,
  sending,
  onConfirm,
  onClose,
}: Step<Chosen> & { readonly payment: string | undefined }) {
  const { t } = useTranslation('payments')
  const words = useWords()
  const format = useFormat()
  const describedBy = useId()
  const [picked, setPicked] = useState(payment)
  const [reason, setReason] = useState('')
  const underWay = useMemo(() => {
    const records = orderPayments(order)
    return records.flatMap((record) => {
      const left = refundable(record, records, textOf(order.order_settlement_type))
      return 'act' in left && left.act === 'stop' && record.id ? [{ ...record, id: record.id, left }] : []
    })
  }, [order])
  const currency = orderCurrency(order)
  const code = currency.kind === 'one' && /^[A-Z]{3}$/.test(currency.code) ? currency.code : undefined
  const chosen = underWay.find(({ id }) => id === picked) ?? (underWay.length === 1 ? underWay[0] : undefined)
  const ready = chosen !== undefined && code !== undefined && reason.trim().length >= shortestReason
  const amount = chosen && format.money(chosen.left.remaining, code ?? '')
  return (
    <div>
      {underWay.length === 0 ? <p className={classes.warning}>{t('cancel.none')}</p> : null}
      {underWay.length > 0 && code === undefined ? (
        <p className={classes.warning}>{t('noCurrency')}</p>
      ) : null}
      {underWay.length > 0 ? (
        <>
          <Radio.Group
            label={t('cancel.which')}
            value={chosen?.id ?? ''}
            onChange={setPicked}
            className={classes.choices}
          >
            {underWay.map((record) => (
              <Radio
                key={record.key}
                value={record.id}
                label={
                  <span className={classes.choice}>
                    <bdi>
                      {[paymentHow(record, words), format.recorded(record.created)]
                        .filter(Boolean)
                        .join(' · ')}
                    </bdi>
                    <span className={classes.amount}>{format.money(record.amount, code ?? '')}</span>
                  </span>
                }
                description={<span className={classes.id}>{record.id}</span>}
              />
            ))}
          </Radio.Group>
          <Textarea
            label={t('reason')}
            placeholder={t('cancel.reasonPlaceholder')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={500}
            autosize
            minRows={2}
          />
        </>
      ) : null}
      <div id={describedBy} className={classes.effect} aria-live="polite">
        {chosen ? (
          <>
            <p>{t('cancel.effect', { amount })}</p>
            <p className={classes.quiet}>{t('cancel.taken')}</p>
          </>
        ) : null}
      </div>
      <ConfirmFooter
        label={underWay.length > 0 ? t('cancel.confirm') : undefined}
        ready={ready}
        sending={sending}
        dangerous
        describedBy={describedBy}
        onConfirm={() => {
          if (!ready) return
          const { id, left } = chosen
          const seen = { ...seenOf(order), remaining: left.remaining, currency: code }
          onConfirm({ payment: id, reason: reason.trim(), seen })
        }}
        onClose={onClose}
      />
    </div>
  )
}
