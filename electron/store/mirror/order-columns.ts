import {
  isCancelledTicket,
  isDead,
  isPaymentOpen,
  isUnderWay,
  type OrderRow,
  orderPayments,
  readPricing,
  statusMeaning,
} from '@shared/features/orders'
import { toMinorUnits } from '@shared/kernel/money'
import { type Instant, readInstant } from '@shared/kernel/time'
import { entriesOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import { toStorable } from '../sql'
import { foldText } from './words'

type Fields = Readonly<Record<string, unknown>>

/** What the list of orders is narrowed by. Times in milliseconds since 1970 UTC, amounts in minor units. */
export interface OrderColumns {
  readonly reference: string
  readonly version: number | null
  readonly modified: number | null
  readonly cancelled: number | null
  readonly travel_first: number | null
  readonly travel_last: number | null
  /** First and last day of travel on the activity's own calendar, in days since 1970. */
  readonly first_day: number | null
  readonly last_day: number | null
  /** A bit for each day of travel in the activity's own offset: 1 is Monday, 2 Tuesday, 64 Sunday. */
  readonly weekdays: number
  readonly lead_days: number | null
  readonly status: string | null
  readonly payment: string
  readonly channel: string | null
  readonly currency: string | null
  readonly total: number | null
  readonly fee: number | null
  readonly refunded: number | null
  readonly margin: number | null
  /** 0: none of its tickets was used; 1: some; 2: all that stand. */
  readonly redeemed: number
  readonly tickets: number
  /** Something of it is not settled: it is never purged. */
  readonly open: number
  /** When the last of it is over. */
  readonly over: number
}

/** What the list is sorted by, folded; text that is missing is null. */
export interface SortKeys {
  readonly reference: string | null
  readonly external_reference: string | null
  readonly guest: string | null
  readonly email: string | null
  readonly products: string | null
  readonly suppliers: string | null
  readonly channel: string | null
  readonly created_by: string | null
  readonly distributor: string | null
  /** By currency first: amounts of different currencies do not compare. */
  readonly total: string | null
}

export interface ReadOrder {
  readonly columns: OrderColumns
  readonly keys: SortKeys
  /** All days of travel, where there are more than two; the first and last stand in the columns. */
  readonly days: readonly number[]
}

/**
 * Reads what the mirror keeps in columns; never throws.
 * @param created `order_created` in milliseconds since 1970 UTC
 */
export function readColumns(order: unknown, row: OrderRow, created: number): ReadOrder {
  const fields = fieldsOf(order)
  const bookings = entriesOf(fields.order_bookings).map(fieldsOf)
  const travel = row.travel.flatMap(({ at }) => readInstant(at) ?? [])
  const moments = travel.map(({ epochMs }) => epochMs).sort((a, b) => a - b)
  const days = [...new Set(travel.map(({ epochMs, offsetMs }) => dayOf(epochMs, offsetMs)))].sort(
    (a, b) => a - b,
  )
  const [first] = travel
  const money = readMoney(fields, bookings, row)
  return {
    columns: {
      reference: row.reference,
      version: row.version ?? null,
      modified: readInstant(row.modified)?.epochMs ?? null,
      cancelled: cancelledAt(fields, row),
      travel_first: moments[0] ?? null,
      travel_last: moments.at(-1) ?? null,
      first_day: days[0] ?? null,
      last_day: days.at(-1) ?? null,
      weekdays: travel.reduce((mask, moment) => mask | (1 << weekday(moment)), 0),
      lead_days: first ? leadDays(first, created) : null,
      status: storable(row.status),
      payment: row.payment,
      channel: storable(row.channel),
      ...money,
      redeemed: readRedeemed(bookings),
      tickets: row.tickets.reduce((sum, { active }) => sum + active, 0),
      open: isOpen(order, row) ? 1 : 0,
      over: Math.max(created, moments.at(-1) ?? created, ...bookings.map(lastsUntil)),
    },
    keys: {
      reference: sortKey(row.reference),
      external_reference: sortKey(row.externalReference),
      guest: sortKey(row.guest.name),
      email: sortKey(row.guest.email),
      products: sortKey(row.products.join(', ')),
      suppliers: sortKey(row.suppliers.join(', ')),
      channel: sortKey(row.channel),
      created_by: sortKey(row.createdBy),
      distributor: sortKey(row.distributor),
      total: totalKey(money),
    },
    days: days.length > 2 ? days : [],
  }
}

/** When it was cancelled; of a cancelled order that does not say so, when it was last changed. */
function cancelledAt(
  { order_cancellation_date_time: said }: Fields,
  { status, modified }: OrderRow,
): number | null {
  const at =
    readInstant(textOf(said)) ?? (statusMeaning(status) === 'cancelled' ? readInstant(modified) : undefined)
  return at?.epochMs ?? null
}

/** Longest text that is compared; what is equal so far is sorted by creation. */
const longestKey = 64

const sortKey = (text: string | undefined): string | null =>
  toStorable(
    foldText(text ?? '')
      .trim()
      .slice(0, longestKey),
  ) || null

const storable = (text: string | undefined): string | null => (text === undefined ? null : toStorable(text))

/** Texts of the same length that sort as the amounts do, those below zero from the other end. */
function totalKey({ currency, total }: { currency: string | null; total: number | null }): string | null {
  if (currency === null || total === null) return null
  const size = total < 0 ? Number.MAX_SAFE_INTEGER + total : total
  return `${currency}${total < 0 ? '-' : '0'}${String(size).padStart(16, '0')}`
}

const dayMs = 86_400_000
/** Days since 1970, a Thursday, on the calendar of the clock that is `offsetMs` ahead. */
const dayOf = (epochMs: number, offsetMs: number): number => Math.floor((epochMs + offsetMs) / dayMs)

/** 0 is Monday. */
const weekday = ({ epochMs, offsetMs }: Instant): number => (((dayOf(epochMs, offsetMs) + 3) % 7) + 7) % 7

/** Days of the calendar from the order to its first travel moment, both as days at the activity. */
const leadDays = (travel: Instant, created: number): number =>
  dayOf(travel.epochMs, travel.offsetMs) - dayOf(created, travel.offsetMs)

type MoneyColumns = Pick<OrderColumns, 'currency' | 'total' | 'fee' | 'refunded' | 'margin'>

/** Nothing is counted without one currency. */
function readMoney(fields: Fields, bookings: readonly Fields[], row: OrderRow): MoneyColumns {
  if (row.currency.kind !== 'one') {
    return { currency: null, total: null, fee: null, refunded: null, margin: null }
  }
  const currency = toStorable(row.currency.code)
  const units = (amount: string | undefined) =>
    (amount === undefined ? undefined : toMinorUnits({ amount, currency })) ?? null
  const margins = readPricing(fields.order_pricing).margins.filter(({ type }) => type === 'DISTRIBUTOR')
  return {
    currency,
    total: units(row.total),
    fee: sum(bookings.filter(isCancelledBooking).map((booking) => units(priceOf(booking)))),
    refunded: sum(refundsOf(fields).map((amount) => units(amount?.replace(/^-/, '')))),
    // v3.5 only: an order of v3.8 does not say what the distributor pays.
    margin: margins.length === 0 ? null : sum(margins.map(({ amount }) => units(amount))),
  }
}

/** What still stands of a booking that is cancelled is what cancelling it has cost (rules.md #167). */
const priceOf = (booking: Fields): string | undefined => textOf(fieldsOf(booking.booking_pricing).price_total)

const isCancelledBooking = (booking: Fields): boolean =>
  statusMeaning(textOf(booking.booking_status)) === 'cancelled'

/** Amounts of the refunds; those under way count as given (rules.md #176). */
const refundsOf = (fields: Fields): (string | undefined)[] =>
  orderPayments(fields)
    .filter(({ type, status }) => type === 'REFUND' && !isDead(status) && status !== 'CHARGEBACK')
    .map(({ amount }) => amount)

/** `null` as soon as one is not known. */
function sum(amounts: readonly (number | null)[]): number | null {
  let total = 0
  for (const amount of amounts) {
    if (amount === null) return null
    total += amount
  }
  return Number.isSafeInteger(total) ? total : null
}

/** A pass with a running countdown was used as well (enums.md, RedemptionStatus). */
const used = new Set(['REDEEMED', 'ACTIVE'])

function readRedeemed(bookings: readonly Fields[]): number {
  const tickets = bookings
    .flatMap((booking) => [booking, ...entriesOf(booking.product_bundle_details).map(fieldsOf)])
    .flatMap((part) => entriesOf(part.product_type_details).map(fieldsOf))
    .filter((ticket) => !isCancelledTicket(textOf(ticket.product_type_status)))
  const count = tickets.filter((ticket) =>
    used.has(textOf(ticket.product_type_redemption_status) ?? ''),
  ).length
  if (count === 0) return 0
  return count === tickets.length ? 2 : 1
}

const openMeanings: ReadonlySet<string> = new Set(['processing', 'pending', 'unknown'])

function isOpen(order: unknown, row: OrderRow): boolean {
  return (
    isPaymentOpen(row.payment, row.status) ||
    [row.status, ...row.bookingStatuses].some((status) => openMeanings.has(statusMeaning(status))) ||
    orderPayments(order).some(({ status }) => isUnderWay(status))
  )
}

/** Moment until which a booking can be used. */
function lastsUntil(booking: Fields): number {
  const ends = [booking.booking_valid_until, booking.product_availability_to_date_time]
  return Math.max(0, ...ends.map((end) => readInstant(textOf(end))?.epochMs ?? 0))
}
