import type { OrderRow, TicketCount } from '@shared/features/orders'
import type { TFunction } from 'i18next'
import type { CellPart } from '../../../grid/cell-part'

/** "2 Adult", for a number and a kind of tickets. */
type Counted = (count: number, label: string | undefined) => string

/** Says the same few things for thousands of rows without translating each anew. */
export function rememberTickets(t: TFunction<'orders'>): Counted {
  const said = new Map<string, string>()
  return (count, label = t('ticketKindMissing')) => {
    const key = `${count} ${label}`
    const text = said.get(key) ?? t('ticketCount', { count, label })
    said.set(key, text)
    return text
  }
}

const kinds = (tickets: readonly TicketCount[], by: 'active' | 'cancelled', counted: Counted) =>
  tickets
    .filter((ticket) => ticket[by] > 0)
    .map(({ label, [by]: count }) => counted(count, label))
    .join(' ')

/** "2 Adult 1 Child": the tickets that stand, or all of them when none does. */
export const ticketsText = ({ tickets }: OrderRow, counted: Counted): string =>
  kinds(tickets, 'active', counted) || kinds(tickets, 'cancelled', counted)

/** Tickets by kind; cancelled ones are counted apart, and struck when no other is left. */
export function ticketsParts({ tickets }: OrderRow, counted: Counted, t: TFunction<'orders'>): CellPart[] {
  const cancelled = tickets.reduce((sum, ticket) => sum + ticket.cancelled, 0)
  const active = kinds(tickets, 'active', counted)
  if (!active) return [{ text: kinds(tickets, 'cancelled', counted), look: 'struck' }]
  if (cancelled === 0) return [{ text: active }]
  return [{ text: active }, { text: t('cancelledTickets', { count: cancelled }), look: 'dimmed' }]
}
