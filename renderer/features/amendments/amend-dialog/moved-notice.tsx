import type { Order } from '@shared/api'
import type { FieldValue } from '@shared/features/amendments'
import { orderCurrency } from '@shared/features/orders'
import { useTranslation } from 'react-i18next'
import { ChangeList, useWords } from '../../order-words'
import classes from './amend-dialog.module.css'
import type { Moved } from './use-amending'

/** What somebody else changed meanwhile, and where that meets what the person wants. */
export function MovedNotice({ order, moved: { changes, conflicts } }: { order: Order; moved: Moved }) {
  const { t } = useTranslation('amendments')
  const { field } = useWords()
  const currency = orderCurrency(order)
  const text = (value: FieldValue) => (value === null ? t('amend.moved.empty') : String(value))
  return (
    <section role="alert" className={classes.notice}>
      <h3 className={classes.heading}>{t('amend.moved.title')}</h3>
      <p>{t(changes.length === 0 ? 'amend.moved.nothing' : 'amend.moved.changes')}</p>
      <ChangeList changes={changes} currency={currency.kind === 'one' ? currency.code : ''} />
      {conflicts.length > 0 ? (
        <table className={classes.table}>
          <caption>{t('amend.moved.conflicts')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('amend.moved.field')}</th>
              <th scope="col">{t('amend.moved.seen')}</th>
              <th scope="col">{t('amend.moved.now')}</th>
              <th scope="col">{t('amend.moved.wanted')}</th>
            </tr>
          </thead>
          <tbody>
            {conflicts.map(({ path, seen, now, wanted }) => (
              <tr key={path.join('.')}>
                <th scope="row">{field(String(path.findLast((key) => typeof key === 'string')))}</th>
                <td>
                  <bdi>{text(seen)}</bdi>
                </td>
                <td>
                  <bdi>{text(now)}</bdi>
                </td>
                <td>
                  <bdi>{text(wanted)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}
