import type { AmountRange, CancellationForecast } from '@shared/features/cancellations'
import { idText } from '@shared/kernel/ids'
import { parseAmount } from '@shared/kernel/money'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { memo, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import classes from './cancel-dialog.module.css'

interface EffectSummaryProps {
  readonly forecast: CancellationForecast
  readonly refundToGuest: boolean | undefined
  /** Requests that will go out: one for each booking or ticket. */
  readonly requests: number
}

/** What the cancellation is expected to do, in sentences and numbers. Every figure from the terms is an estimate. */
export const EffectSummary = memo(function EffectSummary({
  forecast,
  refundToGuest,
  requests,
}: EffectSummaryProps) {
  const { t } = useTranslation('cancellations')
  const headingId = useId()
  return (
    <section className={classes.effect} aria-labelledby={headingId} aria-live="polite">
      <h3 id={headingId}>{t('effect.title')}</h3>
      <EffectBody forecast={forecast} refundToGuest={refundToGuest} requests={requests} />
    </section>
  )
})

/** Bookings whose figures are listed; those of all are in the sums. */
const listed = 20

function EffectBody({ forecast, refundToGuest, requests }: EffectSummaryProps) {
  const { t } = useTranslation('cancellations')
  const format = useFormat()
  const parts = forecast.computed ? forecast.lines.map((line) => line.part) : forecast.parts
  if (parts.length === 0) return <p className={classes.quiet}>{t('effect.nothing')}</p>
  const tickets = parts.reduce((count, part) => count + part.tickets.length, 0)
  const addOns = parts.filter((part) => part.asAddOn)
  const sentences = (
    <>
      <p>{t('effect.tickets', { count: tickets })}</p>
      {addOns.map(({ booking }) => (
        <Note key={idText(booking.booking_reference)}>
          {t('effect.addOn', { product: booking.product_title })}
        </Note>
      ))}
      {requests > 1 ? <Note>{t('effect.requests', { count: requests })}</Note> : null}
    </>
  )
  if (!forecast.computed) {
    return (
      <>
        {sentences}
        <Note warning>{t(`effect.notComputed.${forecast.reason}`)}</Note>
      </>
    )
  }
  const { currency, fee, refund } = forecast
  const isFree = fee.low === fee.high && parseAmount(fee.high)?.eq(0)
  return (
    <>
      {sentences}
      <p>{isFree ? t('effect.feeNone') : t('effect.feeAbout', { amount: format.range(fee, currency) })}</p>
      {'none' in refund ? null : <p>{t('effect.goesBack', { amount: format.range(refund, currency) })}</p>}
      <table className={classes.lines}>
        <thead>
          <tr>
            <th scope="col">{t('effect.line')}</th>
            <th scope="col">{t('effect.value')}</th>
            <th scope="col">{t('effect.fee')}</th>
            <th scope="col">{t('effect.givenBack')}</th>
          </tr>
        </thead>
        <tbody>
          {forecast.lines.slice(0, listed).map(({ part, value, fee, givenBack }, index) => (
            <tr key={idText(part.booking.booking_reference) ?? index}>
              <td>
                {part.booking.product_title} {t('effect.lineTickets', { count: part.tickets.length })}
              </td>
              <td>{format.money(value, currency)}</td>
              <td>{format.range(fee, currency)}</td>
              <td>{format.range(givenBack, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {forecast.lines.length > listed ? (
        <p className={classes.quiet}>{t('effect.moreLines', { count: forecast.lines.length - listed })}</p>
      ) : null}
      <dl className={classes.figures}>
        {parseAmount(forecast.orderFees)?.gt(0) ? (
          <Figure label={t('effect.orderFees')} value={format.money(forecast.orderFees, currency)} />
        ) : null}
        <Figure label={t('effect.totalBefore')} value={format.money(forecast.totalBefore, currency)} />
        <Figure label={t('effect.totalAfter')} value={format.range(forecast.totalAfter, currency)} />
        <Figure
          label={t('effect.refund')}
          value={<Refund forecast={forecast} refundToGuest={refundToGuest} />}
        />
      </dl>
      {forecast.uncertain.map((reason) => (
        <Note key={reason}>{t(`effect.uncertain.${reason}`)}</Note>
      ))}
      {forecast.promoMayReprice ? <Note warning>{t('effect.promo')}</Note> : null}
    </>
  )
}

function Refund({
  forecast,
  refundToGuest,
}: {
  forecast: Extract<CancellationForecast, { computed: true }>
  refundToGuest: boolean | undefined
}) {
  const { t } = useTranslation('cancellations')
  const format = useFormat()
  if ('none' in forecast.refund) {
    const undecided = forecast.refund.none === 'NOT_CHOSEN' && refundToGuest === undefined
    return t(undecided ? 'effect.noRefund.UNDECIDED' : `effect.noRefund.${forecast.refund.none}`)
  }
  return t('effect.about', { amount: format.range(forecast.refund satisfies AmountRange, forecast.currency) })
}

function Figure({ label, value }: { label: string; value: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** A remark with its sign; a warning where the person should stop for a moment. */
export function Note({ warning, children }: { warning?: boolean; children: ReactNode }) {
  const Icon = warning ? IconAlertTriangle : IconInfoCircle
  return (
    <p className={classes.note} data-warning={warning || undefined}>
      <Icon size={14} aria-hidden />
      <span>{children}</span>
    </p>
  )
}
