import type { OperationEffect } from '@shared/features/operations'
import { useTranslation } from 'react-i18next'
import { type Format, missing, useFormat } from '../../../lib/format'
import { Section } from '../../../ui/section'
import { differenceText } from '../difference-text'
import { refundText } from '../refund-text'
import classes from './detail.module.css'

interface EffectTableProps {
  readonly effect: OperationEffect
  /** False where no money could go back. */
  readonly withRefund: boolean
}

/** The order's figures before, as forecast and after, side by side, and every difference from the forecast. */
export function EffectTable({ effect, withRefund }: EffectTableProps) {
  const { t, i18n } = useTranslation('operations')
  const { t: orders } = useTranslation('orders')
  const format = useFormat()
  const { before, after, forecast, currency = '', differences } = effect
  if (!before) return null
  const statusText = (status: string | undefined) => {
    const key = `status.${status}` as 'status.missing'
    return status !== undefined && i18n.exists(`orders:${key}`) ? orders(key) : (status ?? missing)
  }
  const about = (range: { low: string; high: string } | undefined) =>
    range ? t('detail.effect.about', { amount: format.range(range, currency) }) : t('detail.effect.none')
  return (
    <Section title={t('detail.effect.title')}>
      <table className={classes.figures}>
        <thead>
          <tr>
            <th scope="col">{t('detail.effect.figure')}</th>
            <th scope="col">{t('detail.effect.before')}</th>
            {forecast ? <th scope="col">{t('detail.effect.forecast')}</th> : null}
            <th scope="col">{t('detail.effect.after')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('detail.effect.total')}</th>
            <td>{format.money(before.total, currency)}</td>
            {forecast ? <td>{about(forecast.total)}</td> : null}
            <td>{after ? format.money(after.total, currency) : missing}</td>
          </tr>
          {withRefund ? (
            <tr>
              <th scope="row">{t('detail.effect.refund')}</th>
              <td />
              {forecast ? <td>{about(forecast.refund)}</td> : null}
              <td>{after ? refunds(effect, format) || t('detail.effect.none') : missing}</td>
            </tr>
          ) : null}
          <tr>
            <th scope="row">{t('detail.effect.status')}</th>
            <td>{statusText(before.status)}</td>
            {forecast ? <td /> : null}
            <td>{statusText(after?.status)}</td>
          </tr>
          <tr>
            <th scope="row">{t('detail.effect.version')}</th>
            <td>{before.orderVersion ?? missing}</td>
            {forecast ? <td /> : null}
            <td>{after?.orderVersion ?? missing}</td>
          </tr>
        </tbody>
      </table>
      {differences.map((difference) => (
        <p key={`${difference.what} ${difference.actual}`} role="alert" className={classes.difference}>
          {differenceText(difference, currency, t, format)}
        </p>
      ))}
    </Section>
  )
}

const refunds = ({ refunds: rows }: OperationEffect, format: Format): string =>
  rows.map((row) => [refundText(row, format), row.status].filter(Boolean).join(' ')).join(', ')
