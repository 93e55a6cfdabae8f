import type { CatalogueProduct } from '../catalogue/types'
import type { Dataset } from '../data/dataset'
import { SCENARIO_INDEXES } from '../data/showcase'
import type { BookingDocument, OrderDocument, PartDocument } from '../orders/document'
import { isActive } from '../orders/pricing'
import { isLive } from '../orders/status'
import type { ChangedOrder, Overlay } from '../store/overlay'
import { type Slot, SlotMaker } from './slots'

/** A slot as it is now. */
export interface OpenSlot extends Slot {
  readonly booked: number
  readonly open: number
  /** False: closed or past, so that it cannot be booked (rule 105). */
  readonly active: boolean
  /** When its places last changed (epoch ms). */
  readonly modified: number
}

interface Sources {
  readonly dataset: Dataset
  readonly overlay: Overlay
  /** Grows with every change. */
  readonly revision: number
}

interface Changes {
  /** Places taken (or given back) since the orders were made, by slot. */
  readonly taken: ReadonlyMap<string, number>
  readonly modified: ReadonlyMap<string, number>
}

/**
 * Slots with the places that are left: what changed orders take or give back since they were made is counted
 * against how a slot was set up (rules 106, 110).
 */
export class SlotBook {
  readonly #sources: () => Sources
  readonly #clock: () => number
  readonly #byOrder = new WeakMap<ChangedOrder, ReadonlyMap<string, number>>()
  #maker: { readonly dataset: Dataset; readonly maker: SlotMaker } | undefined
  #changes: { readonly revision: number; readonly changes: Changes } | undefined

  constructor(sources: () => Sources, clock: () => number) {
    this.#sources = sources
    this.#clock = clock
  }

  onDay(product: CatalogueProduct, day: number): OpenSlot[] {
    return this.maker.onDay(product, day).map((slot) => this.#now(slot))
  }

  byId(product: CatalogueProduct, id: string): OpenSlot | undefined {
    const slot = this.maker.byId(product, id)
    return slot && this.#now(slot)
  }

  get maker(): SlotMaker {
    const { dataset } = this.#sources()
    if (this.#maker?.dataset !== dataset) {
      let kept: ReadonlySet<string> | undefined
      const { seed, anchor } = dataset.world
      this.#maker = {
        dataset,
        maker: new SlotMaker(seed, anchor, () => {
          kept ??= scenarioSlots(dataset)
          return kept
        }),
      }
    }
    return this.#maker.maker
  }

  #now(slot: Slot): OpenSlot {
    const { taken, modified } = this.#changed()
    const booked = Math.max(0, slot.booked + (taken.get(slot.id) ?? 0))
    return {
      ...slot,
      booked,
      open: Math.max(0, slot.total - slot.reserved - booked),
      active: !slot.closed && slot.start > this.#clock(),
      modified: modified.get(slot.id) ?? this.#sources().dataset.world.anchor,
    }
  }

  #changed(): Changes {
    const { overlay, revision } = this.#sources()
    if (this.#changes?.revision === revision) return this.#changes.changes
    const taken = new Map<string, number>()
    const modified = new Map<string, number>()
    for (const order of overlay.all()) {
      const at = Math.max(...order.commits.map((commit) => commit.at))
      for (const [id, places] of this.#takenBy(order)) {
        taken.set(id, (taken.get(id) ?? 0) + places)
        modified.set(id, Math.max(modified.get(id) ?? 0, at))
      }
    }
    this.#changes = { revision, changes: { taken, modified } }
    return this.#changes.changes
  }

  #takenBy(order: ChangedOrder): ReadonlyMap<string, number> {
    const known = this.#byOrder.get(order)
    if (known) return known
    const places = placesOf(order.versions.at(-1))
    const { dataset } = this.#sources()
    // What arrived since was never part of how the slots were set up.
    const made = dataset.has(order.index) ? dataset.document(order.index) : undefined
    for (const [id, count] of placesOf(made)) {
      places.set(id, (places.get(id) ?? 0) - count)
    }
    for (const [id, count] of places) if (count === 0) places.delete(id)
    this.#byOrder.set(order, places)
    return places
  }
}

/** The slots of the orders that show something: never closed or full. */
function scenarioSlots(dataset: Dataset): Set<string> {
  return new Set(
    SCENARIO_INDEXES.filter((index) => dataset.has(index)).flatMap((index) => [
      ...placesOf(dataset.versions(index)[0]).keys(),
    ]),
  )
}

/** Places that the live bookings of an order take, by slot; parts of a combi or bundle have slots of their own. */
function placesOf(order: OrderDocument | undefined): Map<string, number> {
  const places = new Map<string, number>()
  for (const booking of order?.order_bookings.filter(isLive) ?? []) {
    const parts = [...(booking.product_combi_details ?? []), ...(booking.product_bundle_details ?? [])]
    for (const line of [booking, ...parts]) {
      const id = line.product_availability_id
      if (id !== undefined) places.set(id, (places.get(id) ?? 0) + placesOfLine(booking, line))
    }
  }
  return places
}

/** The main line of a bundle has no tickets of its own: it takes a place for each ticket of its first part. */
function placesOfLine(booking: BookingDocument, line: BookingDocument | PartDocument): number {
  const own = line === booking ? (booking.product_bundle_details?.[0] ?? line) : line
  return own.product_type_details
    .filter(isActive)
    .reduce((sum, ticket) => sum + Number(ticket.product_type_capacity ?? 1), 0)
}
