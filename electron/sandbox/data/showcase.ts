import { productOf } from '../catalogue/products'
import { MINUTE } from '../time/local-time'
import type { World } from './ordinary'
import { Random } from './random'
import type { BookingRecipe, Recipe, RecipeEvent } from './recipe'
import { type BookingSpec, type EventSpec, SCENARIOS, type Scenario } from './scenarios'
import { CASHIERS } from './texts'
import { partSlots, slotOn } from './travel'

const SHOWCASE = 4
/** Where the first scenario lies, and how far the next ones are apart. */
const FIRST = 3
const STEP = 9

/** The scenario at an index, if there is one: they keep their place whatever the size of the data set. */
export function scenarioAt(index: number): Scenario | undefined {
  const place = (index - FIRST) / STEP
  return Number.isInteger(place) ? SCENARIOS[place] : undefined
}

/** Where all scenarios lie. */
export const SCENARIO_INDEXES: readonly number[] = SCENARIOS.map((_, place) => FIRST + place * STEP)

/** The index of the scenario with this key. */
export function scenarioIndex(key: string): number | undefined {
  const place = SCENARIOS.findIndex((scenario) => scenario.key === key)
  return place < 0 ? undefined : FIRST + place * STEP
}

/** The recipe of an order that shows something. */
export function showcaseRecipe(world: World, index: number, created: number, scenario: Scenario): Recipe {
  const random = new Random(world.seed, index, SHOWCASE)
  const settlement = scenario.settlement ?? 'DIRECT'
  return {
    index,
    created,
    externalReference: scenario.key,
    guest: index,
    fellows: [],
    settlement,
    channel: settlement === 'DIRECT' ? 'WPOS' : settlement === 'EXTERNAL' ? 'PARTNER' : 'SPOS',
    language: 'en',
    cashier: random.pick(CASHIERS),
    bookings: specsOf(world, scenario).map((spec, position) =>
      bookingOf(world, random, created, spec, position + 1),
    ),
    payments: scenario.payments ?? (settlement === 'DIRECT' ? 'SINGLE' : 'NONE'),
    promo: scenario.promo,
    events: (scenario.events ?? []).map((spec, position, all) =>
      eventOf(spec, momentOf(world, created, position, all.length)),
    ),
    extras: scenario.extras ?? {},
  }
}

/** The large order repeats its booking on one day after another. */
function specsOf(world: World, scenario: Scenario): readonly BookingSpec[] {
  const [first] = scenario.bookings
  if (scenario.key !== 'DEMO-LARGE' || !first) return scenario.bookings
  return Array.from({ length: world.largeOrder }, (_, position) => ({
    ...first,
    days: (first.days ?? 0) + (position % 28),
    slot: position % 6,
  }))
}

function bookingOf(
  world: World,
  random: Random,
  created: number,
  spec: BookingSpec,
  number: number,
): BookingRecipe {
  const product = productOf(spec.product)
  const start = spec.days === undefined ? undefined : slotOn(product, world.anchor, spec.days, spec.slot ?? 0)
  const redeemed = spec.redeemed ?? 0
  return {
    number,
    product,
    start,
    partStarts: partSlots(product, start, random),
    counts: spec.counts,
    ...(spec.addonOf !== undefined && { addonOf: spec.addonOf }),
    ...(spec.partnerDiscount !== undefined && { partnerDiscount: spec.partnerDiscount }),
    status: spec.status ?? 'BOOKING_CONFIRMED',
    released: spec.released ?? true,
    redeemed,
    redeemedAt:
      redeemed > 0 ? Math.max(created, Math.min(start ?? created, world.anchor - MINUTE)) : undefined,
  }
}

/** Events lie evenly between the making of the order and the anchor. */
function momentOf(world: World, created: number, position: number, count: number): number {
  return created + ((world.anchor - created) * (position + 1)) / (count + 1)
}

function eventOf(spec: EventSpec, at: number): RecipeEvent {
  if (spec.kind === 'UPDATE') return { at, ...spec }
  return {
    kind: 'CANCEL',
    at,
    bookings: spec.bookings ?? [],
    ...(spec.tickets !== undefined && { tickets: spec.tickets }),
    refund: spec.refund ?? true,
    reason: 'Change of plans',
    refundStatus: spec.refundStatus ?? 'REFUNDED',
    waiting: spec.waiting ?? false,
  }
}
