import type { SlotMaker } from '../availability/slots'
import type { CatalogueProduct, TicketKind } from '../catalogue/types'
import { slotFields } from '../data/bookings'
import { type Change, stamp } from '../orders/change'
import type { BookingDocument, PartDocument, TicketDocument } from '../orders/document'
import { replaceFields, replaceNotes, replacePickup } from './fields'
import type { Plan } from './plan'
import type { PlannedLine } from './slot-check'
import { bringTickets, priceIn, type TicketMaker } from './tickets'

/** What was done to a booking. */
export interface Amended {
  readonly booking: BookingDocument
  readonly made: number
  readonly dropped: number
  /** Another slot, date, pickup point or number of tickets: more than words. */
  readonly material: boolean
}

/** Does what was planned. Its version grows by one (rule 155); the order is priced by the caller. */
export function amendBooking(plan: Plan, change: Change, tickets: TicketMaker, maker: SlotMaker): Amended {
  const { booking, product, sent, main, parts, moved } = plan
  booking.booking_version += 1
  booking.booking_modified = stamp(change.at)
  booking.booking_status = 'BOOKING_UPDATED'
  if (main === undefined) {
    replaceNotes(booking, sent, change)
    return { booking, made: 0, dropped: 0, material: false }
  }
  replaceFields(booking, sent, change)
  const pickedUpElsewhere = replacePickup(booking, plan.pickup)
  move(booking, main, product)
  for (const { part, planned, product: each } of parts) {
    move(part, planned, each)
    const { booking_external_reference: own } = entryOf(sent, part)
    if (typeof own === 'string') part.booking_external_reference = own
  }
  const priced =
    (line: PlannedLine, owner: CatalogueProduct) => (kind: TicketKind, like: TicketDocument | undefined) =>
      tickets.make(kind, like, priceIn(owner, kind, line, maker))
  const lines =
    product.bundle.length > 0
      ? parts.map(({ part, planned, product: owner }) => ({
          line: part,
          planned,
          followers: [],
          make: priced(planned, owner),
        }))
      : [{ line: booking, planned: main, followers: parts, make: priced(main, product) }]
  const done = lines.map((line) => bringTickets(line, moved))
  const made = done.reduce((sum, each) => sum + each.made, 0)
  const dropped = done.reduce((sum, each) => sum + each.dropped, 0)
  // Vouchers may change (rule 155): codes that come late come late again.
  if (made > 0 && product.lateRelease) booking.booking_voucher_released = false
  return { booking, made, dropped, material: moved || pickedUpElsewhere || made + dropped > 0 }
}

/** Puts a line into its slot: the dates and keys that follow from it. */
function move(
  line: BookingDocument | PartDocument,
  { slot, travelDate }: PlannedLine,
  product: CatalogueProduct,
): void {
  if (slot) Object.assign(line, slotFields(product, slot.start))
  if (travelDate === undefined) delete line.booking_travel_date
  else line.booking_travel_date = travelDate
}

function entryOf(sent: Plan['sent'], part: PartDocument): Record<string, unknown> {
  const entries = [sent.product_combi_details, sent.product_bundle_details].flatMap((list) =>
    Array.isArray(list) ? list : [],
  )
  return Object(
    entries.find((entry: unknown) => Reflect.get(Object(entry), 'product_id') === part.product_id),
  )
}
