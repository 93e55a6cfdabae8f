import type { Order } from '@shared/api'
import { type Amendment, savedDifferences } from '@shared/features/amendments'
import { orderCurrency } from '@shared/features/orders'
import type { OrderReference, ProfileId } from '@shared/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import { ipc } from '../../../lib/ipc'
import { ErrorNotice } from '../../../ui/error-notice'
import { ChangeList } from '../../order-words'
import classes from './amend-dialog.module.css'

interface OutcomeProps {
  readonly profile: ProfileId
  readonly reference: OrderReference
  readonly before: Order
  readonly amendment: Amendment
}

/** The order as it came back against what was sent, and its total before and after. */
export function Outcome({ profile, reference, before, amendment }: OutcomeProps) {
  const { t } = useTranslation('amendments')
  const format = useFormat()
  const after = useQuery({
    queryKey: ['orders', profile, 'after-amending', reference, before.order_version],
    queryFn: () => ipc.orders.getOrder({ profile, order: reference, fresh: true }),
    gcTime: 0,
  })
  if (after.error) return <ErrorNotice error={after.error} />
  if (!after.data) return null
  const { order } = after.data
  const differences = savedDifferences(before, amendment, order)
  const currency = orderCurrency(order)
  const code = currency.kind === 'one' ? currency.code : ''
  const total = (one: Order) => format.money(one.order_pricing?.price_total, code)
  return (
    <section aria-live="polite">
      <p>{t('amend.after.total', { before: total(before), after: total(order) })}</p>
      {differences.length === 0 ? (
        <p>{t('amend.after.asSent', { version: order.order_version })}</p>
      ) : (
        <>
          <p role="alert" className={classes.warning}>
            {t('amend.after.differs')}
          </p>
          <ChangeList changes={differences} currency={code} />
        </>
      )}
    </section>
  )
}
