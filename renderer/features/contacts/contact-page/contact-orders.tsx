import { Anchor, Button } from '@mantine/core'
import type { ContactUid, ProfileId } from '@shared/kernel/ids'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../../lib/format'
import { ErrorNotice } from '../../../ui/error-notice'
import { LoadingBar } from '../../../ui/loading-bar'
import { orderPath, RecordedTime } from '../../order-words'
import { OrderStatusChip } from '../../orders'
import classes from './contact-page.module.css'
import { type ContactOrder, useContactOrders } from './use-contact-orders'

/** The orders of a contact, each a way to its page. */
export function ContactOrders({ profile, uid }: { readonly profile: ProfileId; readonly uid: ContactUid }) {
  const { t } = useTranslation('contacts')
  const { api, copy, orders, total } = useContactOrders(profile, uid)
  return (
    <>
      <LoadingBar active={api.isFetching} />
      {api.error ? <ErrorNotice error={api.error} /> : null}
      {orders?.length === 0 && !api.isFetching && !api.error ? (
        <p className={classes.quiet}>{t('orders.none')}</p>
      ) : null}
      {orders && orders.length > 0 ? <OrderTable orders={orders} withCopy={copy.data !== undefined} /> : null}
      <p className={classes.quiet} role="status">
        {api.data ? t('orders.fromApi', { count: total ?? orders?.length ?? 0 }) : null}{' '}
        {copy.data ? t('orders.fromCopy', { count: copy.data.total ?? copy.data.rows.length }) : null}
      </p>
      {api.hasNextPage ? (
        <Button
          variant="default"
          size="compact-sm"
          loading={api.isFetchingNextPage}
          onClick={() => void api.fetchNextPage()}
        >
          {t('orders.more')}
        </Button>
      ) : null}
    </>
  )
}

function OrderTable({
  orders,
  withCopy,
}: {
  readonly orders: readonly ContactOrder[]
  readonly withCopy: boolean
}) {
  const { t } = useTranslation('contacts')
  const format = useFormat()
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('orders.reference')}</th>
          <th scope="col">{t('orders.status')}</th>
          <th scope="col">{t('orders.travel')}</th>
          <th scope="col">{t('orders.products')}</th>
          <th scope="col">{t('orders.created')}</th>
          {withCopy ? <th scope="col">{t('orders.foundIn')}</th> : null}
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr key={order.reference}>
            <td>
              <Anchor component={Link} href={orderPath(order.reference)} className={classes.mono}>
                {order.reference}
              </Anchor>
            </td>
            <td>
              <OrderStatusChip status={order.status} />
            </td>
            <td>{format.moment(order.travel[0]?.at, order.travel[0]?.dateOnly ? 'date' : 'dateTime')}</td>
            <td>{order.products.join(', ')}</td>
            <td>
              <RecordedTime at={order.created} />
            </td>
            {withCopy ? (
              <td>{t(order.atApi ? (order.inCopy ? 'orders.both' : 'orders.api') : 'orders.copy')}</td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
