import Big from 'big.js'
import { z } from 'zod'
import { parseAmount } from '../../kernel/money'
import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import {
  isCancelledTicket,
  isSettledOutside,
  type OrderPaymentRecord,
  orderCurrency,
  orderPayments,
} from '../orders'
import { type RefundAct, type RefundObstacle, refundable } from './refundable'

/** The ways to name what is refunded, other than one payment (rules.md #169). */
export const refundIdentifiers = [
  'booking_reference',
  'product_type_transaction_id',
  'order_reference',
  'payment_merchant_reference',
  'payment_service_provider_reference',
] as const
export type RefundIdentifier = (typeof refundIdentifiers)[number]

export const refundTargetSchema = z.strictObject({
  by: z.enum(refundIdentifiers),
  id: z.string().trim().min(1).max(128),
})
export type RefundTarget = z.infer<typeof refundTargetSchema>

/** Why nothing can be foretold, and so nothing is sent. */
export type ForecastObstacle =
  | RefundObstacle
  /** The bookings do not agree on a currency (rules.md #121). */
  | 'NO_CURRENCY'
  /** The order has nothing by that name. */
  | 'NOT_FOUND'
  /** It costs more than what is left of the payments. */
  | 'MORE_THAN_LEFT'

/** A payment that a refund reaches. */
export interface ReachedPayment {
  readonly id: string
  readonly act: RefundAct
  /** What is left of it, in the order's currency. */
  readonly remaining: string
}

/** What a refund would do, as far as the order tells. */
export type RefundForecast =
  | {
      /** All of these: given back in full, let go of or stopped. Of a part of an order: those that it could come from. */
      readonly payments: readonly ReachedPayment[]
      /** What should come back, in the order's currency. */
      readonly amount: string
      readonly currency: string
      /** True where bookings or tickets are refunded, and the server chooses the payments. */
      readonly partial: boolean
    }
  | { readonly obstacle: ForecastObstacle }

/**
 * Foretells a refund by anything but one payment: all matching payments in full, or the price of a booking or ticket
 * (rules.md #169, #171).
 * @param order as just read
 */
export function forecastRefund(order: unknown, target: RefundTarget): RefundForecast {
  const settlement = textOf(fieldsOf(order).order_settlement_type)
  if (isSettledOutside(settlement)) return { obstacle: 'SETTLED_OUTSIDE' }
  const currency = orderCurrency(order)
  if (currency.kind !== 'one') return { obstacle: 'NO_CURRENCY' }
  const records = orderPayments(order)
  const meant = records.filter((record) => record.type !== 'REFUND' && isMeant(record, target, order))
  if (meant.length === 0) return { obstacle: 'NOT_FOUND' }
  const payments: ReachedPayment[] = []
  for (const record of meant) {
    const left = refundable(record, records, settlement)
    if ('obstacle' in left) {
      if (left.obstacle === 'UNCLEAR' || left.obstacle === 'NO_ID') return left
    } else if (record.id !== undefined) {
      payments.push({ id: record.id, act: left.act, remaining: left.remaining })
    }
  }
  const partial = target.by === 'booking_reference' || target.by === 'product_type_transaction_id'
  const given = payments.filter(({ act }) => act === 'refund')
  const left = given.reduce((sum, { remaining }) => sum.plus(remaining), new Big(0))
  if (!partial) {
    if (payments.length === 0) return { obstacle: 'NOTHING_LEFT' }
    return { payments, amount: left.toFixed(), currency: currency.code, partial }
  }
  const price = priceOf(order, target)
  if (price === 'unclear') return { obstacle: 'UNCLEAR' }
  if (price === undefined) return { obstacle: 'NOT_FOUND' }
  if (price.lte(0) || left.lte(0)) return { obstacle: 'NOTHING_LEFT' }
  if (price.gt(left)) return { obstacle: 'MORE_THAN_LEFT' }
  return { payments: given, amount: price.toFixed(), currency: currency.code, partial }
}

function isMeant(record: OrderPaymentRecord, { by, id }: RefundTarget, order: unknown): boolean {
  switch (by) {
    case 'payment_merchant_reference':
      return record.merchantReference === id
    case 'payment_service_provider_reference':
      return record.pspReference === id
    case 'order_reference':
      return textOf(fieldsOf(order).order_reference) === id
    default:
      return true
  }
}

/** What stands of a booking or ticket and was not given back yet; `undefined` where the order has no such part. */
function priceOf(order: unknown, { by, id }: RefundTarget): Big | 'unclear' | undefined {
  const tickets = entriesOf(fieldsOf(order).order_bookings)
    .map(fieldsOf)
    .filter((booking) => by !== 'booking_reference' || textOf(booking.booking_reference) === id)
    .flatMap((booking) => entriesOf(booking.product_type_details).map(fieldsOf))
    .filter((ticket) => by === 'booking_reference' || textOf(ticket.product_type_transaction_id) === id)
  if (tickets.length === 0) return undefined
  let price = new Big(0)
  for (const ticket of tickets) {
    const isGone = isCancelledTicket(textOf(ticket.product_type_status))
    const paid = textOf(ticket.product_type_payment_status)
    if (isGone || paid === 'REFUNDED') continue
    // How much of it went back already is not said.
    if (paid === 'PARTIAL_REFUND') return 'unclear'
    const amount = parseAmount(textOf(fieldsOf(ticket.product_type_pricing).price_total))
    if (!amount) return 'unclear'
    price = price.plus(amount)
  }
  return price
}
