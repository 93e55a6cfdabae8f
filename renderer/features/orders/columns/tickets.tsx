import type { OrderRow, TicketCount } from '@shared/features/orders'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import classes from './columns.module.css'

const kinds = (tickets: readonly TicketCount[], by: 'active' | 'cancelled', t: TFunction<'orders'>) =>
  tickets
    .filter((ticket) => ticket[by] > 0)
    .map(({ label = t('ticketKindMissing'), [by]: count }) => t('ticketCount', { count, label }))
    .join(' ')

/** "2 Adult 1 Child": the tickets that stand, or all of them when none does. */
export function ticketsText({ tickets }: OrderRow, t: TFunction<'orders'>): string {
  return kinds(tickets, 'active', t) || kinds(tickets, 'cancelled', t)
}

/** Tickets by kind; cancelled ones are counted apart, and struck when no other is left. */
export function TicketsCell({ row }: { row: OrderRow }) {
  const { t } = useTranslation('orders')
  const cancelled = row.tickets.reduce((sum, ticket) => sum + ticket.cancelled, 0)
  const active = kinds(row.tickets, 'active', t)
  if (!active) return <span className={classes.struck}>{kinds(row.tickets, 'cancelled', t)}</span>
  return (
    <span className={classes.line}>
      <span>{active}</span>
      {cancelled > 0 ? (
        <span className={classes.dimmed}>{t('cancelledTickets', { count: cancelled })}</span>
      ) : null}
    </span>
  )
}
