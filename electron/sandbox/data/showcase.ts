import { productOf } from '../catalogue/products'
import { MINUTE } from '../time/local-time'
import type { World } from './ordinary'
import { PEOPLE_SCENARIOS } from './people-scenarios'
import { Random } from './random'
import type { BookingRecipe, Recipe, RecipeEvent } from './recipe'
import type { BookingSpec, EventSpec, Scenario } from './scenario'
import { SCENARIOS } from './scenarios'
import { CASHIERS } from './texts'
import { partSlots, slotOn } from './travel'

const SHOWCASE = 4
/** Where the first scenario lies, and how far the next ones are apart. */
const FIRST = 3
const STEP = 9

/** Where those that show people start. */
const FIRST_PEOPLE = 187

/** All scenarios by their index: they keep their place whatever the size of the data set. */
const BY_INDEX: ReadonlyMap<number, Scenario> = new Map([
  ...SCENARIOS.map((scenario, place) => [FIRST + place * STEP, scenario] as const),
  ...PEOPLE_SCENARIOS.map((scenario, place) => [FIRST_PEOPLE + place * STEP, scenario] as const),
])

const BY_KEY: ReadonlyMap<string, number> = new Map(
  [...BY_INDEX].map(([index, scenario]) => [scenario.key, index]),
)

/** Where all scenarios lie. */
export const SCENARIO_INDEXES: readonly number[] = [...BY_INDEX.keys()]

/** The scenario at an index, if there is one. */
export function scenarioAt(index: number): Scenario | undefined {
  return BY_INDEX.get(index)
}

/** The index of the scenario with this key. */
export function scenarioIndex(key: string): number | undefined {
  return BY_KEY.get(key)
}

/** The recipe of an order that shows something. */
export function showcaseRecipe(
  world: World,
  index: number,
  created: number,
  scenario: Scenario,
  [guest, guestSince]: readonly [guest: number, since: number],
): Recipe {
  const who = scenarioAt(guest)?.extras
  const random = new Random(world.seed, index, SHOWCASE)
  const settlement = scenario.settlement ?? 'DIRECT'
  return {
    index,
    created,
    externalReference: scenario.key,
    guest,
    guestSince,
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
    extras: {
      ...scenario.extras,
      // A guest is the same in every order.
      ...(who?.person && { person: who.person }),
      ...(who?.contact && { contact: who.contact }),
    },
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
