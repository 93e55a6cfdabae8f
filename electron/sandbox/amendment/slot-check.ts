import type { OpenSlot, SlotBook } from '../availability/slot-book'
import type { CatalogueProduct, TicketKind } from '../catalogue/types'
import { Refusal } from '../http/refusal'
import { localTime, parseOffsetTime } from '../time/local-time'
import type { WantedLine } from './wanted'

export interface PlannedLine {
  readonly counts: ReadonlyMap<TicketKind, number>
  readonly slot: OpenSlot | undefined
  /** Local time of the activity. */
  readonly travelDate: string | undefined
}

/**
 * The slot a line is to have and its travel date. A product with availability needs a slot (rule 88), and the
 * date must lie in it; a date left out is filled from its start (model Booking).
 */
export function planLine(product: CatalogueProduct, wanted: WantedLine, slots: SlotBook): PlannedLine {
  const { counts, slotId, travelDate } = wanted
  if (travelDate !== undefined) mustBeLocal(product, travelDate)
  if (product.starts.length === 0) {
    if (slotId !== undefined) {
      throw new Refusal(422, 'NO_SLOTS', `Product ${product.id} (${product.title}) has no slots.`)
    }
    return { counts, slot: undefined, travelDate }
  }
  if (slotId === undefined) {
    throw new Refusal(422, 'SLOT_NEEDED', `Product ${product.id} needs a product_availability_id.`)
  }
  const slot = slots.byId(product, slotId)
  if (!slot) throw new Refusal(422, 'UNKNOWN_SLOT', `Product ${product.id} has no slot ${slotId}.`)
  const start = localTime(product.supplier.zone, slot.start)
  const at = travelDate === undefined ? slot.start : Date.parse(travelDate)
  const latest = product.admission === 'TIME_PERIOD' ? slot.end : slot.start
  if (at < slot.start || at > latest) {
    throw new Refusal(
      422,
      'DATE_NOT_IN_SLOT',
      `booking_travel_date ${travelDate} is not in slot ${slotId}, which starts at ${start}.`,
    )
  }
  return { counts, slot, travelDate: travelDate ?? start }
}

/** The same instant in another offset is not valid (rule 48). */
function mustBeLocal(product: CatalogueProduct, travelDate: string): void {
  const at = parseOffsetTime(travelDate) ?? 0
  const local = localTime(product.supplier.zone, at)
  if (local.slice(-6) === travelDate.slice(-6)) return
  throw new Refusal(
    422,
    'WRONG_OFFSET',
    `booking_travel_date ${travelDate} is not local time: at the activity that is ${local}.`,
  )
}

/** Capacity must suffice for the whole new quantity (rule 155), and the slot be open (rule 105). */
export function mustHoldAll(product: CatalogueProduct, { slot, counts }: PlannedLine): void {
  if (!slot) return
  if (!slot.active) throw new Refusal(409, 'SLOT_CLOSED', `Slot ${slot.id} is closed or past.`)
  const places = [...counts].reduce((sum, [kind, count]) => sum + kind.capacity * count, 0)
  if (slot.open < places) {
    throw new Refusal(
      409,
      'NO_AVAILABILITY',
      `Slot ${slot.id} of product ${product.id} has ${slot.open} places left, ${places} are needed.`,
    )
  }
}
