import Big from 'big.js'
import { parseAmount } from '../../kernel/money'
import { distinct, entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import { isCancelledTicket } from './order-status'

/**
 * Where an order's money is, in one word. Derived, so it is a hint for the list: the payments of the order page are
 * the evidence. `external`, `venue` and `invoice`: nothing goes through Prio, as settled (rules.md #173).
 */
export const paymentStates = [
  'paid',
  'partlyPaid',
  'authorized',
  'processing',
  'pending',
  'refunded',
  'partlyRefunded',
  'refundPending',
  'refundFailed',
  'failed',
  'chargeback',
  'notRequired',
  'external',
  'venue',
  'invoice',
  'mixed',
  'unknown',
] as const
export type PaymentState = (typeof paymentStates)[number]

const byStatus: Readonly<Record<string, PaymentState>> = {
  PAID: 'paid',
  AUTHORIZED: 'authorized',
  PROCESSING: 'processing',
  IN_PROGRESS: 'processing',
  PENDING: 'pending',
  REFUNDED: 'refunded',
  PARTIAL_REFUND: 'partlyRefunded',
  PARTIAL_PAID: 'partlyPaid',
  REFUSED: 'failed',
  ERROR: 'failed',
  CANCELLED: 'failed',
  EXPIRED: 'failed',
  CHARGEBACK: 'chargeback',
  NOT_REQUIRED: 'notRequired',
}

const bySettlement: Readonly<Record<string, PaymentState>> = {
  EXTERNAL: 'external',
  VENUE: 'venue',
  INVOICE: 'invoice',
}

/** Reads `payment_status` or `product_type_payment_status`; `unknown` for values nobody told us about. */
export const paymentStatusState = (status: string | undefined): PaymentState =>
  (status !== undefined && Object.hasOwn(byStatus, status) && byStatus[status]) || 'unknown'

/**
 * The payment state of an order: from its payment records, else from its tickets, else from how it is settled.
 * Amounts of records are in the order's currency (models.md, Payment), so they can be compared with its total.
 */
export function orderPaymentState(order: unknown): PaymentState {
  const fields = fieldsOf(order)
  const records = entriesOf(fields.order_payments).map(fieldsOf)
  if (records.length > 0) return fromRecords(records, fieldsOf(fields.order_pricing).price_total)
  return (
    fromTickets(fields.order_bookings) ??
    bySettlement[textOf(fields.order_settlement_type) ?? ''] ??
    'unknown'
  )
}

type Fields = Readonly<Record<string, unknown>>

interface Reading {
  readonly state: PaymentState
  readonly type: string | undefined
  readonly amount: Big
}

const taken: ReadonlySet<PaymentState> = new Set(['paid', 'partlyPaid', 'refunded', 'partlyRefunded'])
const underWay: ReadonlySet<PaymentState> = new Set(['processing', 'pending', 'authorized'])

function fromRecords(records: readonly Fields[], priceTotal: unknown): PaymentState {
  const readings = records.map(readRecord)
  if (readings.some(({ state }) => state === 'chargeback')) return 'chargeback'
  const refunds = readings.filter(({ type }) => type === 'REFUND')
  if (refunds.some(({ state }) => underWay.has(state))) return 'refundPending'
  const refunded = sum(refunds.filter(({ state }) => taken.has(state)))
  const captured = sum(readings.filter(({ type, state }) => type === 'CAPTURE' && taken.has(state)))
  if (refunded.gt(0)) return refunded.gte(captured) ? 'refunded' : 'partlyRefunded'
  if (refunds.some(({ state }) => state === 'failed')) return 'refundFailed'
  if (captured.gt(0)) return paidState(readings, captured, parseAmount(textOf(priceTotal)))
  // Records come newest first (models.md, Order): the newest one tells how far the payment got.
  return readings[0]?.state ?? 'unknown'
}

function paidState(readings: readonly Reading[], captured: Big, total: Big | undefined): PaymentState {
  const own = readings.find(({ type, state }) => type === 'CAPTURE' && taken.has(state))?.state
  if (own === 'refunded' || own === 'partlyRefunded') return own
  return total && captured.lt(total) ? 'partlyPaid' : 'paid'
}

function readRecord(record: Fields): Reading {
  return {
    state: paymentStatusState(textOf(record.payment_status)),
    type: textOf(record.payment_type),
    amount: parseAmount(textOf(record.payment_amount)) ?? new Big(0),
  }
}

const sum = (readings: readonly Reading[]) =>
  readings.reduce((total, { amount }) => total.plus(amount.abs()), new Big(0))

function fromTickets(bookings: unknown): PaymentState | undefined {
  const lines = entriesOf(bookings)
    .flatMap((booking) => entriesOf(fieldsOf(booking).product_type_details))
    .map(fieldsOf)
  const states = statesOf(lines)
  const [first] = states
  if (states.every((state) => state === first)) return first
  const standing = lines.filter((line) => !isCancelledTicket(textOf(line.product_type_status)))
  return ofDiffering(states, statesOf(standing))
}

const statesOf = (lines: readonly Fields[]): PaymentState[] =>
  distinct(lines.map((line) => textOf(line.product_type_payment_status))).map(paymentStatusState)

/** What is not settled of them, the one first that a person has to do something about. */
const unsettled = ['pending', 'failed', 'partlyPaid', 'processing', 'authorized'] as const

/** That one of several tickets is not paid says more than that they differ. Of a cancelled one nothing is expected. */
function ofDiffering(all: readonly PaymentState[], standing: readonly PaymentState[]): PaymentState {
  if (all.includes('chargeback')) return 'chargeback'
  const left = unsettled.find((state) => standing.includes(state))
  if (left === undefined) return 'mixed'
  return all.some((state) => taken.has(state)) ? 'partlyPaid' : left
}
