import { allocate, decimalsOf, formatMinor, type Minor, parseMinor, ratioOf } from '../money/minor-units'
import { type Change, stamp } from './change'
import type { OrderDocument, PaymentDocument } from './document'
import { currencyOf } from './pricing'

const TAKEN = new Set(['PAID', 'PARTIAL_REFUND', 'REFUNDED'])
const GIVEN_BACK = new Set(['REFUNDED', 'PENDING', 'PROCESSING', 'CHARGEBACK'])
/** Payments that were started and are not taken yet (enums.md: passing states, and waiting for the guest). */
const UNDER_WAY = new Set(['PENDING', 'PROCESSING', 'IN_PROGRESS'])

/** Money that was taken and is not given back yet, in the order's currency. */
export function paidNet(order: OrderDocument): Minor {
  return captures(order).reduce((sum, payment) => sum + remainingOf(order, payment), 0)
}

/** What is left to refund of one capture: refunds under way count as given back. */
export function remainingOf(order: OrderDocument, payment: PaymentDocument): Minor {
  const decimals = decimalsOf(currencyOf(order))
  const refunded = refundsOf(order, payment).reduce(
    (sum, refund) => sum + parseMinor(refund.payment_amount, decimals),
    0,
  )
  return parseMinor(payment.payment_amount, decimals) - refunded
}

export function captures(order: OrderDocument): PaymentDocument[] {
  return (order.order_payments ?? []).filter(
    (payment) => payment.payment_type === 'CAPTURE' && TAKEN.has(payment.payment_status),
  )
}

function refundsOf(order: OrderDocument, payment: PaymentDocument): PaymentDocument[] {
  return (order.order_payments ?? []).filter(
    (refund) =>
      refund.payment_type === 'REFUND' &&
      refund.payment_original_id === payment.payment_id &&
      GIVEN_BACK.has(refund.payment_status),
  )
}

export interface RefundOrder {
  readonly amount: Minor
  /** Bookings that are cancelled: payments made for them alone are refunded first. */
  readonly bookings: readonly string[]
  readonly reason: string | undefined
  readonly status: string
  /** The captures that may be touched; all when left out. */
  readonly isMeant?: (payment: PaymentDocument) => boolean
}

/**
 * Gives money back: on a split payment from all linked payments (rule 164), in proportion to what is left
 * of each. Every refund is a record of its own, newest first, with the running total (rule 176). Returns
 * what was given back, which is less than asked when less is left. Changes the document in place.
 */
export function refundPayments(order: OrderDocument, refund: RefundOrder, change: Change): Minor {
  const { isMeant = () => true } = refund
  const meant = captures(order).filter(isMeant)
  const linked = meant.filter((payment) => payment.payment_booking_references !== undefined)
  const ofBookings = linked.filter((payment) =>
    payment.payment_booking_references?.some((reference) => refund.bookings.includes(reference)),
  )
  const unlinked = meant.filter((payment) => payment.payment_booking_references === undefined)
  let left = refund.amount
  for (const pool of [ofBookings, unlinked]) {
    const remaining = pool.map((payment) => remainingOf(order, payment))
    const available = remaining.reduce((sum, value) => sum + value, 0)
    const shares = allocate(Math.min(left, available), remaining)
    for (const [position, payment] of pool.entries()) {
      const share = shares[position] ?? 0
      if (share > 0) addRefund(order, payment, share, refund, change)
      left -= share
    }
  }
  return refund.amount - left
}

/** Adds the record of one refund of one capture. */
export function addRefund(
  order: OrderDocument,
  original: PaymentDocument,
  amount: Minor,
  refund: Pick<RefundOrder, 'reason' | 'status'>,
  change: Change,
): PaymentDocument {
  const decimals = decimalsOf(currencyOf(order))
  const all = order.order_payments ?? []
  const running =
    parseMinor(all[0]?.payment_total ?? '0', decimals) - (GIVEN_BACK.has(refund.status) ? amount : 0)
  const record: PaymentDocument = {
    ...followUp(original, all.length + 1, change, order),
    payment_status: refund.status,
    payment_type: 'REFUND',
    payment_refund_type: 'SYSTEM',
    ...(refund.reason !== undefined && { payment_refund_reason: refund.reason }),
    payment_currency_amount: inGuestCurrency(order, original, amount),
    payment_amount: formatMinor(amount, decimals),
    payment_total: formatMinor(running, decimals),
  }
  order.order_payments = [record, ...all]
  return record
}

/** Card authorisations that were neither captured nor let go. */
export function openAuthorizations(order: OrderDocument): PaymentDocument[] {
  return (order.order_payments ?? []).filter(
    (payment) =>
      payment.payment_type === 'AUTHORIZATION' &&
      payment.payment_status === 'AUTHORIZED' &&
      !isTakenUp(order, payment),
  )
}

/** What an amendment added to the price and nobody has paid yet: pending, without a page to pay on. */
export function isOpenCharge(order: OrderDocument, payment: PaymentDocument): boolean {
  return (
    payment.payment_type === 'CAPTURE' &&
    payment.payment_status === 'PENDING' &&
    payment.payment_link === undefined &&
    !isTakenUp(order, payment)
  )
}

const isTakenUp = (order: OrderDocument, payment: PaymentDocument): boolean =>
  (order.order_payments ?? []).some((other) => other.payment_original_id === payment.payment_id)

/** Lets go of card authorisations that were never captured (rule 170). Changes the document in place. */
export function releaseAuthorizations(
  order: OrderDocument,
  change: Change,
  isMeant: (payment: PaymentDocument) => boolean = () => true,
): PaymentDocument[] {
  return openAuthorizations(order)
    .filter(isMeant)
    .map((payment) => {
      const records = order.order_payments ?? []
      const record: PaymentDocument = {
        ...followUp(payment, records.length + 1, change, order),
        payment_status: 'CANCELLED',
        payment_total: records[0]?.payment_total ?? payment.payment_total,
      }
      order.order_payments = [record, ...records]
      return record
    })
}

/** A payment that was started and is neither taken, nor stopped, nor taken up by another one. */
export function isUnderWay(order: OrderDocument, payment: PaymentDocument): boolean {
  return (
    payment.payment_type !== 'REFUND' && UNDER_WAY.has(payment.payment_status) && !isTakenUp(order, payment)
  )
}

/**
 * Stops payments that the guest has not finished (rule 168). Nothing was taken, so it is the record itself
 * that changes, not one more. Changes the document in place.
 */
export function stopUnderWay(
  order: OrderDocument,
  isMeant: (payment: PaymentDocument) => boolean = () => true,
): PaymentDocument[] {
  const open = (order.order_payments ?? []).filter(
    (payment) => isUnderWay(order, payment) && isMeant(payment),
  )
  for (const payment of open) payment.payment_status = 'CANCELLED'
  return open
}

function followUp(
  original: PaymentDocument,
  number: number,
  change: Change,
  order: OrderDocument,
): PaymentDocument {
  const { payment_gateway_details: gateway, payment_link, payment_link_expires_at, ...rest } = original
  return {
    ...rest,
    payment_id: change.ids.payment(number),
    payment_original_id: original.payment_id,
    payment_merchant_reference: change.ids.merchant(number),
    payment_order_version: order.order_version,
    ...(gateway && {
      payment_gateway_details: {
        ...gateway,
        payment_service_provider_reference: change.ids.psp(number),
        payment_service_provider_original_reference: gateway.payment_service_provider_reference,
      },
    }),
    payment_created: stamp(change.at),
    payment_created_name: change.actor.name,
    payment_created_email: change.actor.email,
  }
}

/** The guest's money for a share of a capture: in proportion, and to the last unit when nothing remains. */
function inGuestCurrency(order: OrderDocument, original: PaymentDocument, amount: Minor): string {
  const decimals = decimalsOf(currencyOf(order))
  const theirs = decimalsOf(original.payment_currency_code)
  const whole = parseMinor(original.payment_amount, decimals)
  const wholeTheirs = parseMinor(original.payment_currency_amount, theirs)
  if (amount === remainingOf(order, original)) {
    const given = refundsOf(order, original).map((refund) =>
      parseMinor(refund.payment_currency_amount, theirs),
    )
    return formatMinor(wholeTheirs - given.reduce((sum, value) => sum + value, 0), theirs)
  }
  return formatMinor(ratioOf(wholeTheirs, amount, whole), theirs)
}
