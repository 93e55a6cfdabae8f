import { type OrderBooking, orderTickets, statusMeaning } from '@shared/features/orders'
import { IconChevronRight } from '@tabler/icons-react'
import { memo, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format'
import { StatusChip } from '../../../../ui/status-chip'
import { useWords } from '../../../order-words'
import { BookingTime } from '../moments'
import { BookingDetails } from './booking-details'
import classes from './bookings.module.css'
import { InSight } from './in-sight'
import { TicketRows } from './ticket-rows'

interface BookingNodeProps {
  readonly booking: OrderBooking
  readonly openAtFirst: boolean
  /** Milliseconds since 1970 UTC. */
  readonly readAt: number
}

/** One booking, or a part of one: a line that opens to its references, tickets and parts. */
export const BookingNode = memo(function BookingNode({ booking, openAtFirst, readAt }: BookingNodeProps) {
  const { t } = useTranslation('order')
  const bodyId = useId()
  const [open, setOpen] = useState(openAtFirst)
  const title = booking.title ?? t('bookings.noTitle')
  return (
    <li className={classes.node} data-role={booking.role}>
      <div className={classes.head}>
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={open}
          aria-controls={bodyId}
          onClick={() => setOpen(!open)}
        >
          <IconChevronRight size={16} className={classes.chevron} aria-hidden />
          {booking.role === 'main' ? null : (
            <span className={classes.role}>{t(`bookings.role.${booking.role}`)}</span>
          )}
          <bdi className={classes.title}>{title}</bdi>
        </button>
        <Summary booking={booking} />
      </div>
      <div id={bodyId} hidden={!open}>
        {open ? (
          <InSight>
            <div className={classes.body}>
              <BookingDetails booking={booking} readAt={readAt} />
              <TicketRows booking={booking} />
              {booking.parts.length > 0 ? (
                <ul className={classes.nodes}>
                  {booking.parts.map((part) => (
                    <BookingNode key={part.key} booking={part} openAtFirst={openAtFirst} readAt={readAt} />
                  ))}
                </ul>
              ) : null}
            </div>
          </InSight>
        ) : null}
      </div>
    </li>
  )
})

/** What is said of a booking without opening it. */
function Summary({ booking }: { booking: OrderBooking }) {
  const { t } = useTranslation('orders')
  const { word } = useWords()
  const format = useFormat()
  const { status, travel, supplier, price, currency } = booking
  const tickets = orderTickets({ order_bookings: [booking.source] })
  return (
    <>
      <span className={classes.when}>
        <BookingTime travel={travel} />
      </span>
      <bdi className={classes.supplier}>{supplier}</bdi>
      <span className={classes.kinds}>
        {tickets
          .map(({ label = t('ticketKindMissing'), active, cancelled }) =>
            t('ticketCount', { count: active + cancelled, label }),
          )
          .join(' ')}
      </span>
      <span className={classes.status}>
        {status ? (
          <StatusChip tone={statusMeaning(status)} label={word('bookingStatus', status)} title={status} />
        ) : null}
      </span>
      <span className={classes.money}>
        {price.total === undefined ? null : format.money(price.total, currency ?? '')}
      </span>
    </>
  )
}
