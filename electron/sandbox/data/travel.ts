import { productOf } from '../catalogue/products'
import type { CatalogueProduct } from '../catalogue/types'
import { atLocal, DAY, MINUTE, wallClockDay } from '../time/local-time'
import type { Random } from './random'

/**
 * The moment a slot starts, `days` after the day on which `from` falls at the activity. Undefined for a
 * product without slots.
 */
export function slotOn(product: CatalogueProduct, from: number, days: number, slot = 0): number | undefined {
  const time = product.starts[slot % Math.max(1, product.starts.length)]
  if (time === undefined) return undefined
  const [hours = '0', minutes = '0'] = time.split(':')
  const zone = product.supplier.zone
  const wallClock = wallClockDay(zone, from) + days * DAY + (Number(hours) * 60 + Number(minutes)) * MINUTE
  return atLocal(zone, wallClock)
}

/** Slots of the parts of a combi or bundle, on the same day as the main slot. */
export function partSlots(product: CatalogueProduct, start: number | undefined, random: Random) {
  return [...product.combi, ...product.bundle].map((id) =>
    start === undefined ? undefined : slotOn(productOf(id), start, 0, random.below(6)),
  )
}
