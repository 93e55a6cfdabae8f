import { countOf, entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import { isCancelledTicket } from '../orders'

type Fields = Readonly<Record<string, unknown>>

/** Tickets of one kind in a booking. */
export interface TicketKind {
  /** `product_type_id`, or the kind where no id came. */
  readonly id: string
  /** `product_type`, as sent. */
  readonly kind: string
  readonly label: string | undefined
  /** Of those that stand. */
  readonly count: number
  /** Places that one of them takes (`product_type_capacity`). */
  readonly capacity: number
}

/** The kinds of tickets that a booking has or had, in order of first appearance; cancelled ones do not count. */
export function ticketKinds(booking: unknown): TicketKind[] {
  const kinds = new Map<string, TicketKind>()
  for (const line of linesOf(booking)) {
    const id = kindIdOf(line)
    if (id === undefined) continue
    const before = kinds.get(id)
    kinds.set(id, {
      id,
      kind: before?.kind ?? textOf(line.product_type) ?? id,
      label: before?.label ?? textOf(line.product_type_label),
      count: (before?.count ?? 0) + (isStanding(line) ? sizeOf(line) : 0),
      capacity: countOf(line.product_type_capacity) ?? before?.capacity ?? 1,
    })
  }
  return [...kinds.values()]
}

/** How many tickets of a kind stand in a booking. */
export const ticketCount = (booking: unknown, id: string): number =>
  linesOf(booking)
    .filter((line) => kindIdOf(line) === id && isStanding(line))
    .reduce((sum, line) => sum + sizeOf(line), 0)

/** The entries of `product_type_details`; what is no object is an empty one, so that places stay as they are. */
export const linesOf = (booking: unknown): readonly Fields[] =>
  entriesOf(fieldsOf(booking).product_type_details).map(fieldsOf)

/** What tells kinds apart where they repeat (models.md). */
export const kindIdOf = (line: Fields): string | undefined =>
  textOf(line.product_type_id) ?? textOf(line.product_type)

export const isStanding = (line: Fields): boolean => !isCancelledTicket(textOf(line.product_type_status))

/** A line without a count is one ticket. */
export const sizeOf = (line: Fields): number => countOf(line.product_type_count) ?? 1
