import { Button } from '@mantine/core'
import { type OrderBooking, orderTickets, statusMeaning } from '@shared/features/orders'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format'
import { Section } from '../../../../ui/section'
import { StatusChip } from '../../../../ui/status-chip'
import { useWords } from '../../../order-words'
import { BookingTime } from '../moments'
import classes from './overview.module.css'

/** Above this many bookings the rest waits for a click, so that a large order opens at once. */
const shownAtFirst = 40

/** What was booked: when, what, for whom and how much, one line each. */
export function BookingLines({ bookings }: { bookings: readonly OrderBooking[] }) {
  const { t } = useTranslation('order')
  const [all, setAll] = useState(false)
  const shown = all ? bookings : bookings.slice(0, shownAtFirst)
  return (
    <Section title={t('bookings.title')}>
      {bookings.length === 0 ? <p className={classes.quiet}>{t('bookings.none')}</p> : null}
      <ul className={classes.lines}>
        {shown.map((booking) => (
          <BookingLine key={booking.key} booking={booking} />
        ))}
      </ul>
      {shown.length < bookings.length ? (
        <Button variant="default" onClick={() => setAll(true)}>
          {t('bookings.showAll', { count: bookings.length })}
        </Button>
      ) : null}
    </Section>
  )
}

function BookingLine({ booking }: { booking: OrderBooking }) {
  const { t } = useTranslation('order')
  const { word } = useWords()
  const format = useFormat()
  const { status, travel, currency, price, parts } = booking
  const cancelled = statusMeaning(status) === 'cancelled'
  return (
    <li className={classes.line} data-cancelled={cancelled || undefined}>
      <span className={classes.when}>
        <BookingTime travel={travel} />
      </span>
      <span className={classes.what}>
        <bdi className={classes.product}>{booking.title ?? t('bookings.noTitle')}</bdi>
        <Supplier name={booking.supplier} />
        {status && status !== 'BOOKING_CONFIRMED' ? (
          <>
            {' '}
            <StatusChip tone={statusMeaning(status)} label={word('bookingStatus', status)} title={status} />
          </>
        ) : null}
      </span>
      <Tickets booking={booking} />
      <span className={classes.money}>{format.money(price.total, currency ?? '')}</span>
      {parts.length > 0 ? (
        <ul className={classes.parts}>
          {parts.map((part) => (
            <BookingPart key={part.key} part={part} />
          ))}
        </ul>
      ) : null}
    </li>
  )
}

/** What a combi, a bundle or an add-on consists of. */
function BookingPart({ part }: { part: OrderBooking }) {
  const { t } = useTranslation('order')
  const format = useFormat()
  return (
    <li className={classes.part}>
      <span className={classes.when}>
        <BookingTime travel={part.travel} />
      </span>
      <span className={classes.what}>
        <span className={classes.role}>{t(`bookings.role.${part.role}`)}</span>
        <bdi>{part.title ?? t('bookings.noTitle')}</bdi>
        <Supplier name={part.supplier} />
        {part.otherOrder ? (
          <span className={classes.quiet}> {t('bookings.otherOrder', { reference: part.otherOrder })}</span>
        ) : null}
      </span>
      <Tickets booking={part} />
      <span className={classes.money}>
        {part.price.total === undefined ? null : format.money(part.price.total, part.currency ?? '')}
      </span>
    </li>
  )
}

function Supplier({ name }: { name: string | undefined }) {
  if (name === undefined) return null
  return (
    <span className={classes.quiet}>
      {' · '}
      <bdi>{name}</bdi>
    </span>
  )
}

/** Tickets by kind; those that were cancelled are struck. */
function Tickets({ booking }: { booking: OrderBooking }) {
  const { t } = useTranslation('orders')
  const counts = orderTickets({ order_bookings: [booking.source] })
  const kinds = counts.flatMap(({ label = t('ticketKindMissing'), active, cancelled }) => [
    ...(active > 0 ? [{ text: t('ticketCount', { count: active, label }), struck: false }] : []),
    ...(cancelled > 0 ? [{ text: t('ticketCount', { count: cancelled, label }), struck: true }] : []),
  ])
  return (
    <span className={classes.tickets}>
      {kinds.map(({ text, struck }) =>
        struck ? <s key={`-${text}`}>{text}</s> : <span key={text}>{text}</span>,
      )}
    </span>
  )
}
