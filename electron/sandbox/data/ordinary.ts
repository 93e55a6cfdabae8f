import { PRODUCTS, productOf } from '../catalogue/products'
import type { CatalogueProduct } from '../catalogue/types'
import { DAY, HOUR, MINUTE } from '../time/local-time'
import { PROMOS } from './promos'
import { mix, Random } from './random'
import type { BookingRecipe, PaymentStyle, Recipe, RecipeEvent } from './recipe'
import { CASHIERS, LANGUAGES, REASONS, UPDATES } from './texts'
import { partSlots, slotOn } from './travel'

const RECIPE = 2

const CURRENCIES: readonly (readonly [string, number])[] = [
  ['EUR', 46],
  ['GBP', 18],
  ['USD', 14],
  ['JPY', 8],
  ['DKK', 5],
  ['AED', 4],
  ['BHD', 2],
  ['KWD', 1],
  ['AUD', 1],
  ['INR', 1],
]

/** What can be sold by itself, per currency: one order holds one currency only (rule 121). */
const SHELVES = new Map(
  CURRENCIES.map(([currency]) => [
    currency,
    PRODUCTS.filter((product) => product.supplier.currency === currency && product.weight > 0).map(
      (product) => [product, product.weight] as const,
    ),
  ]),
)

const SETTLEMENTS = [
  ['EXTERNAL', 48],
  ['DIRECT', 36],
  ['VENUE', 8],
  ['INVOICE', 8],
] as const

const CHANNELS: Readonly<Record<string, readonly string[]>> = {
  EXTERNAL: ['PARTNER', 'PARTNER', 'PARTNER', 'OTHER'],
  DIRECT: ['WPOS', 'WPOS', 'WPOS', 'SSPOS', 'PARTNER'],
  VENUE: ['MPOS', 'CPOS', 'DPOS'],
  INVOICE: ['SPOS', 'PPOS'],
}

/** Where the made-up world stands when an order is made from its index. */
export interface World {
  readonly seed: number
  /** The moment the data set was first started; everything in it lies before or after. */
  readonly anchor: number
  /** Bookings of the largest order. */
  readonly largeOrder: number
}

/** The recipe of an order that is like most others. */
export function ordinaryRecipe(
  world: World,
  index: number,
  created: number,
  [guest, guestSince]: readonly [guest: number, since: number],
  external: string,
): Recipe {
  const random = new Random(world.seed, index, RECIPE)
  const settlement = random.weighted(SETTLEMENTS)
  const bookings = makeBookings(world, random, created)
  const events = makeEvents(world, random, created, bookings)
  const cancelled = events.some((event) => event.kind === 'CANCEL')
  return {
    index,
    created,
    externalReference: external,
    guest,
    guestSince,
    fellows: [
      ...(random.chance(18) ? ['GUEST'] : []),
      ...(settlement === 'INVOICE' && random.chance(50) ? ['PAYMENT'] : []),
      ...(mix(index ^ world.seed) % 9 === 0 ? ['CONTACT'] : []),
    ],
    settlement,
    channel: random.pick(CHANNELS[settlement] ?? ['OTHER']),
    language: random.pick(LANGUAGES),
    cashier: random.pick(CASHIERS),
    bookings: cancelled
      ? bookings.map((booking) => ({ ...booking, redeemed: 0, redeemedAt: undefined }))
      : bookings,
    payments: paymentStyle(random, settlement, bookings.length),
    promo: settlement === 'DIRECT' && random.chance(14) ? random.pick(PROMOS) : undefined,
    events,
    extras: {
      ...(random.chance(1.5) && { orderStatus: 'ORDER_REVIEW' }),
      ...(random.chance(12) && {
        note: random.pick([
          'VIP, please welcome in person.',
          'Arrives with a pram.',
          'Wheelchair assistance required.',
        ]),
      }),
      ...(random.chance(5) && { checkoutFields: true }),
      ...(random.chance(5) && { flags: true }),
    },
  }
}

function makeBookings(world: World, random: Random, created: number): BookingRecipe[] {
  const shelf = SHELVES.get(random.weighted(CURRENCIES)) ?? []
  const count = random.weighted([
    [1, 78],
    [2, 15],
    [3, 5],
    [4, 1],
    [6, 1],
  ] as const)
  const bookings: BookingRecipe[] = []
  for (let position = 0; position < count; position++) {
    const main = makeBooking(world, random, created, random.weighted(shelf), bookings.length + 1)
    bookings.push(main)
    if (main.product.addons.length > 0 && random.chance(25)) {
      bookings.push(makeAddon(random, main, bookings.length + 1))
    }
  }
  return bookings
}

function makeBooking(
  world: World,
  random: Random,
  created: number,
  product: CatalogueProduct,
  number: number,
): BookingRecipe {
  const lead = random.weighted([
    [random.below(3), 32],
    [random.between(3, 21), 40],
    [random.between(22, 90), 23],
    [random.between(91, 240), 5],
  ] as const)
  const slot = random.below(6)
  const asked = slotOn(product, created, lead, slot)
  const start =
    asked !== undefined && asked < created + HOUR ? slotOn(product, created, lead + 1, slot) : asked
  const past = start !== undefined && start < world.anchor - product.durationMinutes * MINUTE
  const counts = makeCounts(random, product)
  const tickets = counts.reduce((sum, value) => sum + value, 0)
  const used = past
    ? random.weighted([
        ['ALL', 80],
        ['SOME', 6],
        ['NONE', 14],
      ] as const)
    : 'NONE'
  const status = past ? 'BOOKING_CONFIRMED' : freshStatus(world, random, product, created)
  const confirmed = status === 'BOOKING_CONFIRMED'
  return {
    number,
    product,
    start,
    partStarts: partSlots(product, start, random),
    counts,
    status,
    released: confirmed && (past || !product.lateRelease || random.chance(30)),
    redeemed: used === 'ALL' ? tickets : used === 'SOME' ? random.between(1, tickets) : 0,
    redeemedAt: used === 'NONE' || start === undefined ? undefined : start + random.between(-10, 35) * MINUTE,
  }
}

/** Suppliers that answer later leave young orders waiting (rule 29). */
function freshStatus(world: World, random: Random, product: CatalogueProduct, created: number): string {
  const young = world.anchor - created < 3 * DAY
  if (product.supplier.mode === 'OFFLINE' && young) {
    return random.weighted([
      ['BOOKING_PENDING_SUPPLIER', 4],
      ['BOOKING_PROCESSING_CONFIRMATION', 2],
      ['BOOKING_CONFIRMED', 4],
    ] as const)
  }
  return random.weighted([
    ['BOOKING_CONFIRMED', 975],
    ['BOOKING_PENDING_GUEST', 6],
    ['BOOKING_PENDING_DISTRIBUTOR', 6],
    ['BOOKING_PROCESSING', 4],
    ['BOOKING_FAILED', 9],
  ] as const)
}

function makeCounts(random: Random, product: CatalogueProduct): number[] {
  if (product.groupCode && product.kinds[0]?.type === 'PERSON') return [random.between(20, 45)]
  return product.kinds.map((kind, position) => {
    if (kind.class === 'GROUP') return position === 0 ? 1 : Number(random.chance(8))
    if (position === 0)
      return random.weighted([
        [2, 52],
        [1, 22],
        [3, 9],
        [4, 12],
        [6, 3],
        [9, 2],
      ] as const)
    return random.chance(28) ? random.between(1, 2) : 0
  })
}

/** An add-on hangs on a booking of its main product in the same order (rule 96). */
function makeAddon(random: Random, main: BookingRecipe, number: number): BookingRecipe {
  const product = productOf(random.pick(main.product.addons))
  const most = main.counts.reduce((sum, value) => sum + value, 0)
  return {
    number,
    product,
    start: undefined,
    partStarts: [],
    counts: [random.between(1, Math.min(4, most))],
    addonOf: main.number,
    status: main.status,
    released: main.released,
    redeemed: 0,
    redeemedAt: undefined,
  }
}

function makeEvents(
  world: World,
  random: Random,
  created: number,
  bookings: readonly BookingRecipe[],
): RecipeEvent[] {
  const firstStart = Math.min(world.anchor, ...bookings.map((booking) => booking.start ?? world.anchor))
  const within = (from: number) => from + MINUTE + random.below(Math.max(1, firstStart - from - 2 * MINUTE))
  const events: RecipeEvent[] = []
  if (firstStart - created < HOUR) return events
  if (random.chance(6)) events.push({ kind: 'UPDATE', at: within(created), ...random.pick(UPDATES) })
  const allowed = bookings.every(
    (booking) => booking.product.cancellable && booking.status === 'BOOKING_CONFIRMED',
  )
  if (!random.chance(10) || !allowed) return events
  const after = events[0]?.at ?? created
  if (firstStart - after < 5 * MINUTE) return events
  const [first] = bookings
  const tickets = first?.counts.reduce((sum, value) => sum + value, 0) ?? 0
  const level = random.weighted([
    ['ORDER', 55],
    ['BOOKING', 20],
    ['TICKET', 25],
  ] as const)
  const partial = level === 'TICKET' && tickets > 1 && first?.product.bundle.length === 0
  events.push({
    kind: 'CANCEL',
    at: within(after),
    bookings: level === 'ORDER' ? [] : [1],
    ...(partial && { tickets: 1 }),
    waiting: false,
    refund: random.chance(88),
    reason: random.pick(REASONS),
    refundStatus: random.weighted([
      ['REFUNDED', 86],
      ['PENDING', 9],
      ['REFUSED', 5],
    ] as const),
  })
  return events
}

function paymentStyle(random: Random, settlement: string, bookings: number): PaymentStyle {
  if (settlement === 'EXTERNAL') return random.chance(8) ? 'RECORDED' : 'NONE'
  if (settlement !== 'DIRECT') return 'NONE'
  return random.weighted<PaymentStyle>([
    ['SINGLE', 66],
    ['CAPTURED_LATER', 10],
    ['SPLIT', 6],
    [bookings > 1 ? 'SPLIT_BY_BOOKING' : 'SINGLE', 3],
    ['FOREIGN', 7],
    ['TWO_CURRENCIES', 2],
    ['AUTHORIZED', 2],
    ['DEPOSIT', 1],
    ['PAID_TWICE', 1],
    ['REFUSED_FIRST', 2],
  ])
}
