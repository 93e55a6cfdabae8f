import {
  type CancellableOrder,
  type CancellationForecast,
  compareOutcome,
  confirmedForecast,
  type Difference,
  newRefunds,
  readCancellableOrder,
} from '@shared/features/cancellations'
import { isUnderWay, orderCurrency } from '@shared/features/orders'
import { idText, type OrderReference, type ProfileId } from '@shared/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Format, useFormat } from '../../../lib/format'
import { ipc } from '../../../lib/ipc'
import { ErrorNotice } from '../../../ui/error-notice'
import classes from './cancel-dialog.module.css'

interface OutcomeProps {
  readonly profile: ProfileId
  readonly reference: OrderReference
  readonly before: CancellableOrder
  /** Absent when not everything was cancelled: then there is nothing to compare with. */
  readonly forecast: CancellationForecast | undefined
}

/** The order as it is now, its new refunds, and every difference from what was forecast. */
export function Outcome({ profile, reference, before, forecast }: OutcomeProps) {
  const { t } = useTranslation('cancellations')
  const format = useFormat()
  const after = useQuery({
    queryKey: ['orders', profile, 'after-cancelling', reference, before.order_version],
    queryFn: () => ipc.orders.getOrder({ profile, order: reference, fresh: true }),
    gcTime: 0,
  })
  if (after.error) return <ErrorNotice error={after.error} />
  if (!after.data) return null
  const { order } = readCancellableOrder(after.data.order)
  const currency = currencyOf(order)
  const total = order.order_pricing?.price_total
  const refunds = newRefunds(before.order_payments ?? [], order.order_payments ?? [])
  const differences = forecast?.computed ? compareOutcome(confirmedForecast(forecast), total, refunds) : []
  return (
    <section className={classes.effect} aria-live="polite">
      <dl className={classes.figures}>
        <div>
          <dt>{t('progress.totalAfter')}</dt>
          <dd>{format.money(total, currency)}</dd>
        </div>
        {refunds.length === 0 ? (
          <div>
            <dt>{t('progress.refund')}</dt>
            <dd>{t('progress.noRefund')}</dd>
          </div>
        ) : null}
        {refunds.map((refund) => (
          <div key={idText(refund.payment_id)}>
            <dt>
              {t('progress.refund')} · <RefundStatus status={refund.payment_status ?? ''} />
            </dt>
            <dd>{format.money(refund.payment_amount, currency)}</dd>
          </div>
        ))}
      </dl>
      {forecast?.computed && differences.length === 0 ? (
        <p>
          {t(
            refunds.some(({ payment_status }) => isUnderWay(payment_status))
              ? 'progress.asForecastUnderWay'
              : 'progress.asForecast',
          )}
        </p>
      ) : null}
      {differences.map((difference) => (
        <p key={difference.what} className={classes.difference} role="alert">
          <DifferenceText difference={difference} currency={currency} />
        </p>
      ))}
    </section>
  )
}

const refundStatuses = ['REFUNDED', 'PENDING', 'PROCESSING', 'REFUSED'] as const

/** Where a refund stands; the API's own word where it is not known. */
function RefundStatus({ status }: { status: string }) {
  const { t } = useTranslation('cancellations')
  const known = refundStatuses.find((one) => one === status)
  return known ? t(`progress.refundStatus.${known}`) : status
}

function DifferenceText({ difference, currency }: { difference: Difference; currency: string }) {
  const { t } = useTranslation('cancellations')
  const format = useFormat()
  return t(`progress.difference.${difference.what}`, {
    actual: format.money(difference.actual, currency),
    expected: expectedText(difference, currency, format),
  })
}

/** "€0.00 or €4.10" where the terms leave that many readings; a range where they leave more. */
function expectedText({ anyOf = [], expected }: Difference, currency: string, format: Format): string {
  if (anyOf.length > 1 && anyOf.length <= 4) return format.oneOf(anyOf, currency)
  return expected ? format.range(expected, currency) : ''
}

function currencyOf(order: CancellableOrder): string {
  const currency = orderCurrency(order)
  return currency.kind === 'one' ? currency.code : ''
}
