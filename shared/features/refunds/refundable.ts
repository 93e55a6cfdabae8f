import type Big from 'big.js'
import { parseAmount } from '../../kernel/money'
import { isDead, isSettledOutside, isTaken, isUnderWay, type OrderPaymentRecord } from '../orders'

/** Why a payment cannot be given back through the API. */
export const refundObstacles = [
  /** EXTERNAL, VENUE, INVOICE: the guest's money never went through Prio (rules.md #172, #173). */
  'SETTLED_OUTSIDE',
  /** A refund is no payment. */
  'IS_REFUND',
  /** Without an id there is nothing to name it by (rules.md #169). */
  'NO_ID',
  /** It came to nothing: refused, expired, cancelled. */
  'NOT_TAKEN',
  /** All of it went back, or is on its way. */
  'NOTHING_LEFT',
  /** The guest's bank took it back. */
  'CHARGED_BACK',
  /** The authorisation was captured: the capture is what can be refunded. */
  'CAPTURED',
  /** What is left does not follow from the records. */
  'UNCLEAR',
] as const
export type RefundObstacle = (typeof refundObstacles)[number]

/** What `DELETE /payments` does to a payment: gives it back, lets go of a reserved amount, or stops it (rules.md #168, #170). */
export type RefundAct = 'refund' | 'release' | 'stop'

/** What can be done with one payment. Always the whole of what is left: v3.8 knows no amount (rules.md #171). */
export type Refundable =
  | {
      readonly act: RefundAct
      /** What is left, in the order's currency, with the scale of the records. */
      readonly remaining: string
      /** The same in the currency the guest paid in, where that follows from the records. */
      readonly paid: { readonly amount: string; readonly currency: string } | undefined
    }
  | { readonly obstacle: RefundObstacle }

/**
 * What is left of a payment: what was captured, less its refunds (those under way included) and chargebacks. Where the
 * records do not say which payment a refund belongs to, nothing is computed.
 * @param all every record of the order, freshly read
 * @param settlement `order_settlement_type`; a missing one means EXTERNAL (rules.md #173)
 */
export function refundable(
  payment: OrderPaymentRecord,
  all: readonly OrderPaymentRecord[],
  settlement: string | undefined,
): Refundable {
  if (isSettledOutside(settlement)) return { obstacle: 'SETTLED_OUTSIDE' }
  if (payment.type === 'REFUND') return { obstacle: 'IS_REFUND' }
  if (payment.id === undefined) return { obstacle: 'NO_ID' }
  if (payment.status === 'CHARGEBACK') return { obstacle: 'CHARGED_BACK' }
  if (isDead(payment.status)) return { obstacle: 'NOT_TAKEN' }
  if (isUnderWay(payment.status)) return whole(payment, 'stop')
  if (payment.type === 'AUTHORIZATION') return releasable(payment, all)
  if (payment.type === 'CAPTURE' && isTaken(payment.status)) return leftOf(payment, all)
  return { obstacle: 'UNCLEAR' }
}

/** A reserved amount that no later record took or let go of. */
function releasable(payment: OrderPaymentRecord, all: readonly OrderPaymentRecord[]): Refundable {
  const later = all.filter(({ originalId }) => originalId === payment.id)
  if (later.some(({ type }) => type === 'CAPTURE')) return { obstacle: 'CAPTURED' }
  if (later.some(({ status }) => isDead(status))) return { obstacle: 'NOTHING_LEFT' }
  return payment.status === 'AUTHORIZED' ? whole(payment, 'release') : { obstacle: 'UNCLEAR' }
}

function whole({ amount, paid }: OrderPaymentRecord, act: RefundAct): Refundable {
  const value = parseAmount(amount)
  if (!value || amount === undefined) return { obstacle: 'UNCLEAR' }
  if (value.lte(0)) return { obstacle: 'NOTHING_LEFT' }
  return { act, remaining: amount, paid: moneyOf(paid) }
}

function leftOf(capture: OrderPaymentRecord, all: readonly OrderPaymentRecord[]): Refundable {
  const gone = all.filter((record) => record !== capture && takesBack(record))
  if (gone.some((record) => capturesOf(record, all).length !== 1)) return { obstacle: 'UNCLEAR' }
  const own = gone.filter((record) => capturesOf(record, all)[0] === capture)
  const says = capture.status === 'REFUNDED' || capture.status === 'PARTIAL_REFUND'
  // It says that money went back, and no record tells how much.
  if (own.length === 0 && says)
    return { obstacle: capture.status === 'REFUNDED' ? 'NOTHING_LEFT' : 'UNCLEAR' }
  const remaining = subtract(
    capture.amount,
    own.map(({ amount }) => amount),
  )
  if (remaining === undefined) return { obstacle: 'UNCLEAR' }
  if (remaining.lte(0)) return { obstacle: own.some(isChargeback) ? 'CHARGED_BACK' : 'NOTHING_LEFT' }
  return { act: 'refund', remaining: written(remaining, capture.amount), paid: paidLeft(capture, own) }
}

const isChargeback = ({ status }: OrderPaymentRecord): boolean => status === 'CHARGEBACK'

/** A refund that is made or under way, or a chargeback with a record of its own. */
const takesBack = (record: OrderPaymentRecord): boolean =>
  (record.type === 'REFUND' && !isDead(record.status)) ||
  (isChargeback(record) && record.originalId !== undefined)

/** The captures that a refund may belong to: the one it names, or the only one of the authorisation that it names. */
function capturesOf(
  { originalId }: OrderPaymentRecord,
  all: readonly OrderPaymentRecord[],
): readonly OrderPaymentRecord[] {
  const captures = all.filter(({ type }) => type === 'CAPTURE')
  if (originalId === undefined) return captures
  const named = captures.filter(({ id }) => id === originalId)
  return named.length > 0 ? named : captures.filter((capture) => capture.originalId === originalId)
}

function paidLeft(
  { paid }: OrderPaymentRecord,
  own: readonly OrderPaymentRecord[],
): { amount: string; currency: string } | undefined {
  if (own.some((record) => record.paid.currency !== paid.currency)) return undefined
  const left = subtract(
    paid.amount,
    own.map((record) => record.paid.amount),
  )
  return left && moneyOf({ amount: written(left, paid.amount), currency: paid.currency })
}

function subtract(from: string | undefined, amounts: readonly (string | undefined)[]): Big | undefined {
  return amounts.reduce<Big | undefined>((left, amount) => {
    const value = parseAmount(amount)
    return left && value ? left.minus(value.abs()) : undefined
  }, parseAmount(from))
}

/** Exact, with at least the digits that were received. */
function written(value: Big, received: string | undefined): string {
  const digits = (text: string) => text.split('.')[1]?.length ?? 0
  return value.toFixed(Math.max(digits(received ?? ''), digits(value.toFixed())))
}

const moneyOf = ({ amount, currency }: OrderPaymentRecord['paid']) =>
  amount === undefined || currency === undefined ? undefined : { amount, currency }
