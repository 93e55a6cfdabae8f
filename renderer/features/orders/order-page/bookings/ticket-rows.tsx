import type { OrderBooking, OrderTicket, Seat, TicketPass } from '@shared/features/orders'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format'
import { Copyable } from '../../../../ui/copyable'
import { StatusChip } from '../../../../ui/status-chip'
import { keyed, RecordedTime, useWords } from '../../../order-words'
import classes from './bookings.module.css'
import { ticketTone } from './ticket-tone'

/** The tickets of a booking, one line each. */
export function TicketRows({ booking }: { booking: OrderBooking }) {
  const { t } = useTranslation('order')
  if (booking.tickets.length === 0) return <p className={classes.quiet}>{t('bookings.noTickets')}</p>
  return (
    <ul className={classes.tickets} aria-label={t('bookings.tickets')}>
      {keyed(booking.tickets).map(({ key, item }) => (
        <TicketRow key={key} ticket={item} currency={booking.currency ?? ''} />
      ))}
    </ul>
  )
}

function TicketRow({ ticket, currency }: { ticket: OrderTicket; currency: string }) {
  const { t } = useTranslation('order')
  const { word, field } = useWords()
  const format = useFormat()
  const { label, type, count, code, transactionId, status, price, seats, pass } = ticket
  return (
    <li className={classes.ticket}>
      <span className={classes.kind} title={type}>
        {label} {count > 1 ? t('bookings.times', { count }) : null}
        <Ages {...ticket.ages} />
      </span>
      <span className={classes.code}>
        {code ? <Copyable value={code} label={field('product_type_code')} mono /> : null}
      </span>
      <span className={classes.transaction}>
        {transactionId ? (
          <Copyable value={transactionId} label={field('product_type_transaction_id')} mono />
        ) : null}
      </span>
      <span className={classes.state}>
        {status && status !== 'CONFIRMED' ? (
          <StatusChip tone={ticketTone(status)} label={word('ticketStatus', status)} title={status} />
        ) : null}
        <Redemption ticket={ticket} />
      </span>
      <span className={classes.money}>
        {price.total === undefined ? null : format.money(price.total, currency)}
      </span>
      {seats.length > 0 || pass || ticket.supplierCode ? (
        <span className={classes.more}>
          {keyed(seats).map(({ key, item }) => (
            <SeatText key={key} seat={item} />
          ))}
          {pass ? <PassText pass={pass} /> : null}
          {ticket.supplierCode ? (
            <Copyable
              value={ticket.supplierCode}
              label={field('product_type_code_supplier_reference')}
              mono
            />
          ) : null}
        </span>
      ) : null}
    </li>
  )
}

/** Whether and when a ticket was used, and by whom it was scanned. */
function Redemption({ ticket }: { ticket: OrderTicket }) {
  const { word } = useWords()
  const { redemption, redeemedAt, redeemedBy } = ticket
  if (redemption === undefined) return null
  return (
    <span title={redemption}>
      {word('redemption', redemption)}
      {redeemedAt ? (
        <>
          {' · '}
          <RecordedTime at={redeemedAt} />
        </>
      ) : null}
      {redeemedBy ? ` · ${redeemedBy}` : null}
    </span>
  )
}

function Ages({ from, to }: OrderTicket['ages']) {
  const { t } = useTranslation('order')
  if (from === undefined && to === undefined) return null
  const key = from === undefined ? 'agesTo' : to === undefined ? 'agesFrom' : 'ages'
  return <span className={classes.quiet}> {t(`bookings.${key}`, { from, to })}</span>
}

function SeatText({ seat: { name, section, row, number } }: { seat: Seat }) {
  const { t } = useTranslation('order')
  const parts = [
    section,
    row && t('bookings.seatParts.row', { value: row }),
    number && t('bookings.seatParts.number', { value: number }),
    name,
  ]
  return <span>{t('bookings.seat', { seat: parts.filter(Boolean).join(' · ') })}</span>
}

function PassText({ pass }: { pass: TicketPass }) {
  const { t } = useTranslation('order')
  const { field } = useWords()
  return (
    <span>
      {pass.code ? (
        <Copyable value={pass.code} label={field('product_type_pass_details')}>
          {t('bookings.pass', { code: pass.code })}
        </Copyable>
      ) : null}
      {pass.end ? (
        <>
          {' '}
          <RecordedTime at={pass.end} />
        </>
      ) : null}
      {pass.scans.length > 0 ? (
        <>
          {' · '}
          {t('bookings.scans', { count: pass.scans.length })}
          {keyed(pass.scans).map(({ key, item: { at, by } }) => (
            <span key={key}>
              {' · '}
              <RecordedTime at={at} /> {by}
            </span>
          ))}
        </>
      ) : null}
    </span>
  )
}
