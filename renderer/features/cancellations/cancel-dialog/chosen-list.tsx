import type { SelectedPart } from '@shared/features/cancellations'
import { idText } from '@shared/kernel/ids'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format'
import classes from './cancel-dialog.module.css'

interface ChosenListProps {
  readonly parts: readonly SelectedPart[]
  /** Tickets of the order that are left as they are. */
  readonly staying: number
}

/** Exactly what goes: each booking with its date and reference, each ticket with its code. */
export function ChosenList({ parts, staying }: ChosenListProps) {
  const { t } = useTranslation('cancellations')
  const format = useFormat()
  const tickets = parts.reduce((count, part) => count + part.tickets.length, 0)
  return (
    <section className={classes.chosen} aria-label={t('review.chosen')}>
      <h4 className={classes.heading}>
        {t('review.tickets', { count: tickets })} {t('review.bookings', { count: parts.length })}
      </h4>
      <ul className={classes.chosenParts}>
        {parts.map(({ booking, tickets: lines, level }, index) => {
          const reference = idText(booking.booking_reference)
          const when = booking.product_availability_from_date_time ?? booking.booking_travel_date
          return (
            <li key={reference ?? `#${index}`}>
              <div className={classes.chosenBooking}>{booking.product_title ?? reference}</div>
              <div className={classes.chosenFacts}>
                {when ? <span>{format.moment(when)}</span> : null}
                {reference ? <span className={classes.mono}>{reference}</span> : null}
                {level === 'booking' ? <span>{t('review.wholeBooking')}</span> : null}
              </div>
              <ul className={classes.chosenTickets}>
                {lines.map((ticket, at) => {
                  const id = idText(ticket.product_type_transaction_id)
                  const code = idText(ticket.product_type_code) ?? id
                  return (
                    <li key={id ?? `#${at}`}>
                      {ticket.product_type_label ?? ticket.product_type}{' '}
                      <span className={classes.mono}>{code}</span>
                    </li>
                  )
                })}
              </ul>
            </li>
          )
        })}
      </ul>
      {staying > 0 ? <p className={classes.quiet}>{t('review.staying', { count: staying })}</p> : null}
    </section>
  )
}
