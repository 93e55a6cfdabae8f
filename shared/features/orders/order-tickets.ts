import { z } from 'zod'
import { countOf, entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import { isCancelledTicket, statusMeaning } from './order-status'

/** Tickets of one kind: "2 Adult", of which how many are cancelled. */
export const ticketCountSchema = z.object({
  /** `product_type_label`, else the kind as sent (`product_type`); absent when neither came. */
  label: z.string().optional(),
  active: z.number().int(),
  cancelled: z.number().int(),
})
export type TicketCount = z.infer<typeof ticketCountSchema>

/**
 * Counts an order's tickets by label, in order of first appearance. A combi counts once, by its main booking
 * (rules.md #89); a bundle whose main booking lists none counts by its parts (rules.md #93).
 */
export function orderTickets(order: unknown): TicketCount[] {
  const counts = new Map<string, TicketCount>()
  for (const booking of entriesOf(fieldsOf(order).order_bookings).map(fieldsOf)) {
    const bookingCancelled = statusMeaning(textOf(booking.booking_status)) === 'cancelled'
    for (const line of ticketLines(booking).map(fieldsOf)) {
      const label = textOf(line.product_type_label) ?? textOf(line.product_type)
      const count = countOf(line.product_type_count) ?? 1
      const cancelled = bookingCancelled || isCancelledTicket(textOf(line.product_type_status))
      const before = counts.get(label ?? '') ?? { label, active: 0, cancelled: 0 }
      counts.set(label ?? '', {
        ...before,
        active: before.active + (cancelled ? 0 : count),
        cancelled: before.cancelled + (cancelled ? count : 0),
      })
    }
  }
  return [...counts.values()]
}

function ticketLines(booking: Readonly<Record<string, unknown>>): readonly unknown[] {
  const own = entriesOf(booking.product_type_details)
  if (own.length > 0) return own
  return entriesOf(booking.product_bundle_details).flatMap((part) =>
    entriesOf(fieldsOf(part).product_type_details),
  )
}
