import type { Operation } from '@shared/features/operations'
import { useTranslation } from 'react-i18next'
import { localeOf, useFormat } from '../../../lib/format'
import { Copyable } from '../../../ui/copyable'
import { Section } from '../../../ui/section'
import { paymentHow, useWords } from '../../order-words'
import { refundText } from '../refund-text'
import classes from './detail.module.css'

/** Money that was received outside Prio: what a person entered, and the record that the order has of it. */
export function ReceivedPayment({ operation }: { operation: Operation }) {
  const { t, i18n } = useTranslation('operations')
  const { word } = useWords()
  const format = useFormat()
  const { received, effect } = operation
  if (!received) return null
  const { amount, currency, method, date, reference } = received
  return (
    <>
      <Section title={t('detail.received.title')}>
        <dl className={classes.facts}>
          <dt>{t('detail.received.amount')}</dt>
          <dd>{format.money(amount, currency)}</dd>
          <dt>{t('detail.received.method')}</dt>
          <dd>{word('paymentMethod', method)}</dd>
          <dt>{t('detail.received.date')}</dt>
          <dd>{dayText(date, i18n.language)}</dd>
          {reference === undefined ? null : (
            <>
              <dt>{t('detail.received.reference')}</dt>
              <dd>
                <Copyable value={reference} label={t('detail.received.reference')} mono />
              </dd>
            </>
          )}
        </dl>
      </Section>
      {(effect.payments ?? []).map((row, at) => (
        <PaymentRow key={row.paymentId ?? at} row={row} />
      ))}
    </>
  )
}

/** The payment as the order has it. */
function PaymentRow({ row }: { row: NonNullable<Operation['effect']['payments']>[number] }) {
  const { t } = useTranslation('operations')
  const words = useWords()
  const format = useFormat()
  const { paymentId, status, type, method, created } = row
  const how = paymentHow({ type, method, scheme: undefined }, words)
  const state = status && words.word('paymentStatus', status)
  return (
    <Section title={t('detail.received.record')}>
      <dl className={classes.facts}>
        <dt>{t('detail.received.amount')}</dt>
        <dd>{[refundText(row, format), state].filter(Boolean).join(' · ')}</dd>
        {how ? (
          <>
            <dt>{t('detail.received.how')}</dt>
            <dd>{how}</dd>
          </>
        ) : null}
        {created === undefined ? null : (
          <>
            <dt>{t('detail.received.created')}</dt>
            <dd>{format.recorded(created)}</dd>
          </>
        )}
        {paymentId === undefined ? null : (
          <>
            <dt>{t('detail.received.payment')}</dt>
            <dd>
              <Copyable value={paymentId} label={t('detail.received.payment')} mono />
            </dd>
          </>
        )}
      </dl>
    </Section>
  )
}

/** "20 November 2026". The day has no time, so no time zone may move it. */
const dayText = (date: string, language: string): string => {
  const day = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(day.getTime())) return date
  return day.toLocaleDateString(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' })
}
