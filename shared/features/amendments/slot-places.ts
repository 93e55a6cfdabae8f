import { textOf } from '../../kernel/tolerant'
import { applyAmendment } from './apply-amendment'
import { ticketKinds } from './booking-lines'
import { type Amendment, bookingOf } from './field-value'
import type { Slot } from './slots'

/** How the places that an amended booking needs stand to those of its slot. */
export interface SlotPlaces {
  readonly needed: number
  /**
   * `short`: there are fewer, its own included. `tight`: there are enough with its own only, while the server may want
   * all of them before it gives the old ones back (rules.md #155). `unknown`: the API does not say how many are open.
   */
  readonly state: 'enough' | 'tight' | 'short' | 'unknown'
}

/** Compares the places that a booking takes once it is amended with those of the slot that it is to have. */
export function slotPlaces(
  order: unknown,
  amendment: Amendment,
  reference: string,
  { id, open }: Pick<Slot, 'id' | 'open'>,
): SlotPlaces {
  const before = bookingOf(order, reference)
  const needed = placesOf(bookingOf(applyAmendment(order, amendment), reference))
  if (open === undefined) return { needed, state: 'unknown' }
  const own = textOf(before?.product_availability_id) === id ? placesOf(before) : 0
  if (needed <= open) return { needed, state: 'enough' }
  return { needed, state: needed <= open + own ? 'tight' : 'short' }
}

const placesOf = (booking: unknown): number =>
  ticketKinds(booking).reduce((sum, { count, capacity }) => sum + count * capacity, 0)
