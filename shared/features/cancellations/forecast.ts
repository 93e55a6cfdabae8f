import Big from 'big.js'
import { minorUnitDigits, parseAmount, toMinorUnit } from '../../kernel/money'
import { isDead, isSettledOutside, isTaken, orderCurrency } from '../orders'
import { isCancelled } from './cancellable'
import { feesThatFall } from './order-fees'
import {
  bookingsOf,
  type CancellableOrder,
  type OrderPayment,
  type TicketLine,
  ticketsOf,
} from './order-parts'
import {
  feeReadings,
  feesByReading,
  feeUnder,
  policyWindows,
  type Uncertainty,
  uncertaintyOf,
} from './policy-fee'
import { type SelectedPart, type Selection, selectedParts } from './selection'

/** An estimated amount in the order's currency: one figure when `low` equals `high`. */
export interface AmountRange {
  readonly low: string
  readonly high: string
}

/** Where the order stands afterwards under one reading of the terms, in its currency. */
export interface ExpectedOutcome {
  readonly totalAfter: string
  /** Absent when no refund through Prio is expected. */
  readonly refund?: string | undefined
}

/** What cancelling one booking, or some tickets of it, is expected to do. */
export interface ForecastLine {
  readonly part: SelectedPart
  /** What the guest paid for it. */
  readonly value: string
  readonly fee: AmountRange
  readonly givenBack: AmountRange
  readonly uncertain: readonly Uncertainty[]
}

/** Why no money goes back through Prio. */
export type NoRefund =
  /** EXTERNAL, VENUE and INVOICE: the guest's money never went through Prio (rules.md #172, #173). */
  'SETTLED_OUTSIDE' | 'NOTHING_PAID' | 'NOT_CHOSEN'

/** Why the amounts cannot be computed (rules.md #121): the cancellation may still be wanted. */
export type NoAmounts = 'NO_CURRENCY' | 'MIXED_CURRENCIES' | 'UNREADABLE_PRICE'

export type CancellationForecast =
  | { readonly computed: false; readonly reason: NoAmounts; readonly parts: readonly SelectedPart[] }
  | {
      readonly computed: true
      readonly currency: string
      readonly lines: readonly ForecastLine[]
      readonly fee: AmountRange
      /** Value and fees of the order that fall away, less the fee: what the order's total falls by. */
      readonly givenBack: AmountRange
      /** Fees of the order as a whole that fall away with the last of it. */
      readonly orderFees: string
      readonly totalBefore: string
      readonly totalAfter: AmountRange
      readonly refund: AmountRange | { readonly none: NoRefund }
      /** What each reading of the terms comes to; one where the terms are plain. */
      readonly readings: readonly ExpectedOutcome[]
      /** Promo codes may make the rest dearer (rules.md #138 for carts; orders are silent). */
      readonly promoMayReprice: boolean
      readonly uncertain: readonly Uncertainty[]
    }

/**
 * What cancelling the selection is expected to do, from the order as read. An estimate: the supplier's terms are read
 * in every way they can be, and the server's answer is compared with it afterwards.
 * @param now milliseconds since 1970 UTC
 * @param refundToGuest the person's choice; `undefined` while not chosen counts as no refund yet
 */
export function forecastCancellation(
  order: CancellableOrder,
  selection: Selection,
  refundToGuest: boolean | undefined,
  now: number,
): CancellationForecast {
  const parts = selectedParts(order, selection)
  const currency = computingCurrency(order)
  if (typeof currency !== 'string') return { computed: false, reason: currency.problem, parts }
  const totalBefore = parseAmount(order.order_pricing?.price_total)
  const estimates = parts.map((part) => estimatePart(part, currency, now))
  if (!totalBefore || estimates.some((estimate) => estimate === undefined)) {
    return { computed: false, reason: 'UNREADABLE_PRICE', parts }
  }
  const known = estimates.filter((estimate) => estimate !== undefined)
  const value = known.reduce((total, e) => total.plus(e.value), new Big(0))
  const falling = feesThatFall(order, parts)
  const outcomes = feeReadings.map((_, index) => {
    const fee = known.reduce((total, e) => total.plus(e.fees[index] ?? 0), new Big(0))
    const givenBack = value.minus(fee).plus(falling)
    return { fee, givenBack, totalAfter: totalBefore.minus(givenBack) }
  })
  const range = (amounts: readonly Big[]): AmountRange => rangeOf(amounts, currency)
  const refund = refundOf(order, refundToGuest)
  const refundUnder = (givenBack: Big) => ('none' in refund ? undefined : refund.bound(givenBack))
  return {
    computed: true,
    currency,
    lines: known.map((e) => ({
      part: e.part,
      value: toMinorUnit(e.value, currency),
      fee: range(e.fees),
      givenBack: range(e.fees.map((fee) => e.value.minus(fee))),
      uncertain: e.uncertain,
    })),
    fee: range(outcomes.map(({ fee }) => fee)),
    givenBack: range(outcomes.map(({ givenBack }) => givenBack)),
    orderFees: toMinorUnit(falling, currency),
    totalBefore: String(order.order_pricing?.price_total),
    totalAfter: range(outcomes.map(({ totalAfter }) => totalAfter)),
    refund: 'none' in refund ? refund : range(outcomes.map(({ givenBack }) => refund.bound(givenBack))),
    readings: distinctOutcomes(
      outcomes.map(({ totalAfter, givenBack }) => ({ totalAfter, refund: refundUnder(givenBack) })),
      currency,
    ),
    promoMayReprice: !selection.whole && parts.length > 0 && hasPromoCodes(order),
    uncertain: [...new Set(known.flatMap((e) => e.uncertain))],
  }
}

function rangeOf(amounts: readonly Big[], currency: string): AmountRange {
  const [first = new Big(0), ...rest] = amounts
  const low = rest.reduce((least, amount) => (amount.lt(least) ? amount : least), first)
  const high = rest.reduce((most, amount) => (amount.gt(most) ? amount : most), first)
  return { low: toMinorUnit(low, currency), high: toMinorUnit(high, currency) }
}

/** Readings that come to the same are one. */
function distinctOutcomes(
  outcomes: readonly { totalAfter: Big; refund: Big | undefined }[],
  currency: string,
): ExpectedOutcome[] {
  const found = new Map<string, ExpectedOutcome>()
  for (const { totalAfter, refund } of outcomes) {
    const outcome = {
      totalAfter: toMinorUnit(totalAfter, currency),
      ...(refund ? { refund: toMinorUnit(refund, currency) } : {}),
    }
    found.set(`${outcome.totalAfter} ${outcome.refund}`, outcome)
  }
  return [...found.values()]
}

interface Estimate {
  readonly part: SelectedPart
  readonly value: Big
  /** One for each reading of the terms, rounded as the server rounds. */
  readonly fees: readonly Big[]
  readonly uncertain: readonly Uncertainty[]
}

/** A booking is one request, its tickets one each; the server rounds the fee of every request on its own. */
function estimatePart(part: SelectedPart, currency: string, now: number): Estimate | undefined {
  const value = partValue(part)
  if (!value) return undefined
  const all = ticketsOf(part.booking)
  const openTickets = all.filter((ticket) => !isCancelled(ticket)).length
  const requests = part.level === 'booking' ? [part.tickets] : part.tickets.map((ticket) => [ticket])
  const shares = requests.map((tickets, index) => ({
    value: part.level === 'booking' ? value : (sumTickets(tickets) ?? new Big(0)),
    tickets: tickets.length,
    openTickets: openTickets - index,
    repeated: index > 0 || openTickets < all.length,
  }))
  const windows = policyWindows(part.booking)
  const fees = feesByReading(windows, (reading) =>
    shares.reduce(
      (total, share) => total.plus(toMinorUnit(feeUnder(reading, windows, share, now), currency)),
      new Big(0),
    ),
  )
  return { part, value, fees, uncertain: uncertaintyOf(windows, fees) }
}

/** The booking's price, or that of the tickets that go: of a booking of which some went before, what is left. */
function partValue(part: SelectedPart): Big | undefined {
  const untouched = part.level === 'booking' && part.tickets.length === ticketsOf(part.booking).length
  const total = untouched ? parseAmount(part.booking.booking_pricing?.price_total) : undefined
  return total ?? sumTickets(part.tickets)
}

function sumTickets(tickets: readonly TicketLine[]): Big | undefined {
  let total = new Big(0)
  for (const ticket of tickets) {
    const price = parseAmount(ticket.product_type_pricing?.price_total)
    if (!price) return undefined
    total = total.plus(price)
  }
  return total
}

/** The currency to compute in; a booking that names none, or another one, forbids it (rules.md #121). */
function computingCurrency(order: CancellableOrder): string | { readonly problem: NoAmounts } {
  const currency = orderCurrency(order)
  if (currency.kind === 'mixed') return { problem: 'MIXED_CURRENCIES' }
  const named = bookingsOf(order).every((booking) => booking.product_currency_code)
  if (currency.kind === 'none' || !named) return { problem: 'NO_CURRENCY' }
  return minorUnitDigits(currency.code) === undefined ? { problem: 'NO_CURRENCY' } : currency.code
}

/** Why nothing goes back, or how much of what the order falls by can: no more than is left of what was taken. */
function refundOf(
  order: CancellableOrder,
  refundToGuest: boolean | undefined,
): { readonly bound: (amount: Big) => Big } | { readonly none: NoRefund } {
  if (isSettledOutside(order.order_settlement_type)) return { none: 'SETTLED_OUTSIDE' }
  const refundable = refundableOf(order.order_payments ?? [])
  if (refundable.lte(0)) return { none: 'NOTHING_PAID' }
  if (!refundToGuest) return { none: 'NOT_CHOSEN' }
  return { bound: (amount) => (amount.gt(refundable) ? refundable : amount.lt(0) ? new Big(0) : amount) }
}

/** Captured less refunded, in the order's currency; refunds under way count as given (rules.md #176). */
export function refundableOf(payments: readonly OrderPayment[]): Big {
  return payments.reduce((total, payment) => {
    const amount = parseAmount(payment.payment_amount)
    if (!amount) return total
    if (payment.payment_type === 'REFUND') return isDead(payment.payment_status) ? total : total.minus(amount)
    return payment.payment_type === 'CAPTURE' && isTaken(payment.payment_status) ? total.plus(amount) : total
  }, new Big(0))
}

function hasPromoCodes(order: CancellableOrder): boolean {
  if ((order.order_promocodes ?? []).length > 0) return true
  return bookingsOf(order).some((booking) => (booking.booking_pricing?.price_promocodes ?? []).length > 0)
}
