import { Anchor, Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../../lib/format'
import { orderPath, RecordedTime } from '../../order-words'
import { OrderStatusChip } from '../../orders'
import classes from './contact-page.module.css'
import type { ContactOrder } from './merge-orders'

interface OrderTableProps {
  readonly orders: readonly ContactOrder[]
  /** A local copy was asked as well: it is said where each was found. */
  readonly withCopy: boolean
  /** References of those that are chosen; absent where nothing can be done with them. */
  readonly chosen: ReadonlySet<string> | undefined
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

/** Orders of a contact, the newest first. */
export function OrderTable({ orders, withCopy, chosen, onChoose }: OrderTableProps) {
  const { t } = useTranslation('contacts')
  const format = useFormat()
  const all = orders.map(({ reference }) => reference)
  const count = all.filter((reference) => chosen?.has(reference)).length
  const change = (references: readonly string[], isChosen: boolean) => {
    const rest = [...(chosen ?? [])].filter((reference) => !references.includes(reference))
    onChoose(new Set(isChosen ? [...rest, ...references] : rest))
  }
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {chosen ? (
            <th scope="col">
              <Checkbox
                size="xs"
                aria-label={t('orders.chooseAll')}
                checked={count === all.length}
                indeterminate={count > 0 && count < all.length}
                onChange={(event) => change(all, event.currentTarget.checked)}
              />
            </th>
          ) : null}
          <th scope="col">{t('orders.reference')}</th>
          <th scope="col">{t('orders.status')}</th>
          <th scope="col">{t('orders.travel')}</th>
          <th scope="col">{t('orders.products')}</th>
          <th scope="col">{t('orders.created')}</th>
          {withCopy ? <th scope="col">{t('orders.foundIn')}</th> : null}
        </tr>
      </thead>
      <tbody>
        {orders.map(({ reference, status, travel: [first], products, created, foundIn }) => (
          <tr key={reference}>
            {chosen ? (
              <td>
                <Checkbox
                  size="xs"
                  aria-label={t('orders.choose', { reference })}
                  checked={chosen.has(reference)}
                  onChange={(event) => change([reference], event.currentTarget.checked)}
                />
              </td>
            ) : null}
            <td>
              <Anchor component={Link} href={orderPath(reference)} className={classes.mono}>
                {reference}
              </Anchor>
            </td>
            <td>
              <OrderStatusChip status={status} />
            </td>
            <td>{format.moment(first?.at, first?.dateOnly ? 'date' : 'dateTime')}</td>
            <td>{products.join(', ')}</td>
            <td>
              <RecordedTime at={created} />
            </td>
            {withCopy ? <td>{t(`orders.found.${foundIn}`)}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
