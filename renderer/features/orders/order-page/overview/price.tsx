import type { OrderCurrency, PriceBreakdown } from '@shared/features/orders'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format'
import { Section } from '../../../../ui/section'
import { keyed, useWords } from '../../../order-words'
import classes from './overview.module.css'
import { priceRows } from './price-rows'

interface PriceProps {
  readonly price: PriceBreakdown
  readonly currency: OrderCurrency
}

/** How the total came about, as the API tells it; nothing is added up here. */
export function PriceSection({ price, currency }: PriceProps) {
  const { t } = useTranslation('order')
  return (
    <Section title={t('price.title')}>
      {currency.kind === 'none' ? <p className={classes.warning}>{t('price.noCurrency')}</p> : null}
      {currency.kind === 'mixed' ? (
        <p className={classes.warning}>{t('price.mixedCurrency', { codes: currency.codes.join(', ') })}</p>
      ) : null}
      <PriceTable price={price} currency={currency.kind === 'one' ? currency.code : ''} />
    </Section>
  )
}

/** A price in lines, the money in one column. */
function PriceTable({ price, currency }: { price: PriceBreakdown; currency: string }) {
  const { t } = useTranslation('order')
  const { word } = useWords()
  const format = useFormat()
  const money = (amount: string | undefined) => format.money(amount, currency)
  return (
    <table className={classes.price}>
      <tbody>
        {keyed(priceRows(price, { t, word, money })).map(({ key, item }) => (
          <tr key={key} data-informational={item.informational || undefined}>
            <th scope="row">
              {item.label}
              {item.note ? <span className={classes.note}>{item.note}</span> : null}
            </th>
            <td>{money(item.amount)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('price.total')}</th>
          <td>{money(price.total)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
