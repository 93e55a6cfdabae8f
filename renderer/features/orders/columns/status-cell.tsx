import { type OrderRow, statusMeaning } from '@shared/features/orders'
import { useTranslation } from 'react-i18next'
import { StatusChip } from '../../../ui/status-chip'
import classes from './columns.module.css'

/** The order's status in words; the API's own word when we do not know it. */
export function OrderStatusChip({ status }: { status: string | undefined }) {
  const { t, i18n } = useTranslation('orders')
  const key = `status.${status ?? 'missing'}` as 'status.missing'
  const label = i18n.exists(`orders:${key}`) ? t(key) : (status ?? '')
  return <StatusChip tone={statusMeaning(status)} label={label} {...(status && { title: status })} />
}

/** The status of the order, and how many of its bookings differ from it. */
export function StatusCell({ row }: { row: OrderRow }) {
  const { t } = useTranslation('orders')
  const own = statusMeaning(row.status)
  const total = row.bookingStatuses.length
  const differing = row.bookingStatuses.map(statusMeaning).filter((meaning) => meaning !== own)
  const [first] = differing
  const note = first && {
    count: differing.filter((meaning) => meaning === first).length,
    meaning: first,
  }
  return (
    <span className={classes.line}>
      <OrderStatusChip status={row.status} />
      {note ? (
        <span
          className={classes.toned}
          data-tone={note.meaning}
          title={t(`bookingStatus.${note.meaning}`, { count: note.count, total })}
        >
          {note.count}/{total}
        </span>
      ) : null}
    </span>
  )
}
