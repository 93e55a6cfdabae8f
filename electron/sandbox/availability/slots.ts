import type { CatalogueProduct } from '../catalogue/types'
import { slotFields } from '../data/bookings'
import { mix } from '../data/random'
import { type Minor, percentageOf } from '../money/minor-units'
import { atLocal, DAY, HOUR, localDate, MINUTE } from '../time/local-time'

/** A slot as it was set up: what it holds before anybody changes an order. */
export interface Slot {
  readonly product: CatalogueProduct
  /** `availability_id`: local start and product, e.g. `20261121090062501`. */
  readonly id: string
  /** Epoch ms. */
  readonly start: number
  readonly end: number
  readonly closed: boolean
  readonly total: number
  readonly reserved: number
  readonly booked: number
}

/** How many days of slots there are before and after the anchor, as the products say. */
const DAYS_BEFORE = 700
const DAYS_AFTER = 500

const draw = (seed: number, text: string): number =>
  [...text].reduce((sum, character) => mix(sum ^ character.charCodeAt(0)), mix(seed + 101))

/**
 * Makes slots from their date and product, always the same ones for a seed. One day in eleven and Christmas
 * Day are closed, one slot in nine is full. Slots that `kept` holds are neither, so that what is shown with
 * them can always be tried.
 */
export class SlotMaker {
  readonly #seed: number
  readonly #anchor: number
  readonly #kept: () => ReadonlySet<string>

  constructor(seed: number, anchor: number, kept: () => ReadonlySet<string>) {
    this.#seed = seed
    this.#anchor = anchor
    this.#kept = kept
  }

  /** The slots of a product on a day (wall-clock midnight as `Date.UTC` gives it), by start. */
  onDay(product: CatalogueProduct, day: number): Slot[] {
    return product.starts.flatMap((time) => {
      const [hours = '0', minutes = '0'] = time.split(':')
      const start = atLocal(product.supplier.zone, day + Number(hours) * HOUR + Number(minutes) * MINUTE)
      const away = (start - this.#anchor) / DAY
      return away < -DAYS_BEFORE || away > DAYS_AFTER ? [] : this.#make(product, start)
    })
  }

  /** The slot of an id, or undefined when the product has none like it. */
  byId(product: CatalogueProduct, id: string): Slot | undefined {
    const [, year, month, date] = /^(\d{4})(\d\d)(\d\d)\d{4}/.exec(id) ?? []
    if (year === undefined) return undefined
    const day = Date.UTC(Number(year), Number(month) - 1, Number(date))
    return this.onDay(product, day).find((slot) => slot.id === id)
  }

  #make(product: CatalogueProduct, start: number): Slot {
    const fields = slotFields(product, start)
    const id = fields.product_availability_id
    const kept = this.#kept().has(id)
    const chance = draw(this.#seed, id)
    const total = 60 + (chance % 61)
    const reserved = chance % 4
    const day = localDate(product.supplier.zone, start)
    const closed = day.endsWith('-12-25') || draw(this.#seed, `${product.id} ${day}`) % 11 === 0
    const full = (chance >>> 8) % 9 === 0 && !kept
    const most = kept ? 0.3 : 0.8
    return {
      product,
      id,
      start,
      end: Date.parse(fields.product_availability_to_date_time),
      closed: closed && !kept,
      total,
      reserved,
      booked: full ? total - reserved : 10 + (Math.floor((chance >>> 12) % (total * most)) % (total - 20)),
    }
  }

  /** What a ticket of this slot costs more or less than its list price (rule 115), in minor units. */
  variationOf(slot: Slot, price: Minor): Minor {
    const chance = draw(this.#seed, `${slot.id} price`) % 100
    return percentageOf(price, chance < 80 ? 0 : chance < 92 ? 10 : -5)
  }
}
