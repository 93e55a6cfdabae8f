import { isSettledOutside, type OrderCurrency, type OrderPaymentRecord } from '@shared/features/orders'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format'
import { Section } from '../../../../ui/section'
import { useWords } from '../../../order-words'
import { paymentFigures } from '../payment-figures'
import classes from './overview.module.css'

interface PaymentsSummaryProps {
  readonly payments: readonly OrderPaymentRecord[]
  readonly currency: OrderCurrency
  /** `order_settlement_type` as sent; missing means EXTERNAL (rules.md #173). */
  readonly settlement: string | undefined
}

/** What was taken, what was given back and what still can be. */
export function PaymentsSummary({ payments, currency, settlement = 'EXTERNAL' }: PaymentsSummaryProps) {
  const { t } = useTranslation('order')
  const { word } = useWords()
  const format = useFormat()
  const figures = paymentFigures(payments, currency)
  const outside = isSettledOutside(settlement)
  const code = currency.kind === 'one' ? currency.code : ''
  return (
    <Section title={t('payments.title')}>
      {payments.length === 0 ? <p className={classes.quiet}>{t('payments.none')}</p> : null}
      {figures ? (
        <table className={classes.price}>
          <tbody>
            <Figure label={t('payments.captured')} amount={format.money(figures.captured, code)} />
            <Figure label={t('payments.refunded')} amount={format.money(figures.refunded, code)} />
          </tbody>
          {outside ? null : (
            <tfoot>
              <Figure label={t('payments.refundable')} amount={format.money(figures.refundable, code)} />
            </tfoot>
          )}
        </table>
      ) : null}
      {outside ? (
        <p className={classes.quiet}>
          {t('payments.settledOutside', { settlement: word('settlement', settlement) })}
        </p>
      ) : null}
    </Section>
  )
}

function Figure({ label, amount }: { label: string; amount: string }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{amount}</td>
    </tr>
  )
}
