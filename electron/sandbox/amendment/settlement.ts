import { allocate, decimalsOf, formatMinor, type Minor, parseMinor, taxWithin } from '../money/minor-units'
import { type Change, stamp } from '../orders/change'
import type { BookingDocument, OrderDocument, PaymentDocument, PricingDocument } from '../orders/document'
import { currencyOf, isActive, pricedTickets, reprice } from '../orders/pricing'
import { isOpenCharge, paidNet, refundPayments } from '../orders/refunds'
import { openAmount } from '../payments/open-amount'
import type { Switches } from './pending'

/**
 * Lets the system adjust the price: what the amended bookings cost more is taken off again by an
 * AMENDMENT_DISCOUNT, what they cost less is put back by an AMENDMENT_SURCHARGE, ticket by ticket, so that
 * the guest neither pays nor gets anything. This is the one reading in which the two names of rule 157 go
 * with the directions they are paired with. Changes the order in place.
 */
export function adjustPrice(
  order: OrderDocument,
  before: OrderDocument,
  amended: readonly BookingDocument[],
  { resellerOnly }: Switches,
): void {
  const decimals = decimalsOf(currencyOf(order))
  for (const booking of amended) {
    const old = before.order_bookings.find((each) => each.booking_reference === booking.booking_reference)
    const difference =
      parseMinor(booking.booking_pricing.price_total, decimals) -
      parseMinor(old?.booking_pricing.price_total ?? '0', decimals)
    if (difference === 0) continue
    const tickets = pricedTickets(booking).filter(isActive)
    const prices = tickets.map((ticket) =>
      parseMinor(ticket.product_type_pricing?.price_total ?? '0', decimals),
    )
    const shares = allocate(difference, prices)
    for (const [position, ticket] of tickets.entries()) {
      const share = shares[position] ?? 0
      if (share !== 0 && ticket.product_type_pricing) {
        ticket.product_type_pricing = withVariation(
          ticket.product_type_pricing,
          -share,
          resellerOnly,
          decimals,
        )
      }
    }
  }
  reprice(order)
}

function withVariation(
  pricing: PricingDocument,
  amount: Minor,
  resellerOnly: boolean,
  decimals: number,
): PricingDocument {
  const total = parseMinor(pricing.price_total, decimals) + amount
  return {
    ...pricing,
    price_variations: [
      ...(pricing.price_variations ?? []),
      {
        variation_label: resellerOnly ? 'Amendment, borne by the reseller' : 'Amendment',
        variation_amount: formatMinor(amount, decimals),
        variation_type: amount < 0 ? 'AMENDMENT_DISCOUNT' : 'AMENDMENT_SURCHARGE',
      },
    ],
    ...(pricing.price_taxes && {
      price_taxes: pricing.price_taxes.map((tax) => ({
        ...tax,
        tax_amount: formatMinor(taxWithin(total, Number(tax.tax_rate)), decimals),
      })),
    }),
    price_total: formatMinor(total, decimals),
  }
}

/**
 * Without the adjustment a pending payment record is made of what the order costs more or less (rule 156):
 * a CAPTURE that waits to be paid, or refunds that wait to be carried out. Only money that goes through Prio
 * has records (rules 172, 173). Changes the order in place.
 */
export function recordDifference(
  order: OrderDocument,
  before: OrderDocument,
  amended: readonly BookingDocument[],
  change: Change,
): void {
  if (order.order_settlement_type !== 'DIRECT') return
  const decimals = decimalsOf(currencyOf(order))
  const price = (document: OrderDocument) => parseMinor(document.order_pricing.price_total, decimals)
  const difference = price(order) - price(before)
  if (difference === 0) return
  const waiting = (order.order_payments ?? []).filter((payment) => isOpenCharge(order, payment))
  for (const charge of waiting) charge.payment_status = 'CANCELLED'
  const due = waiting.reduce((sum, each) => sum + parseMinor(each.payment_amount, decimals), difference)
  const bookings = amended.map((booking) => booking.booking_reference)
  if (due > 0) addCharge(order, Math.min(due, openAmount(order)), bookings, change)
  else {
    const amount = Math.min(-due, paidNet(order) - price(order))
    const reason = 'Amendment'
    if (amount > 0) refundPayments(order, { amount, bookings, reason, status: 'PENDING' }, change)
  }
}

/** A payment that waits for the guest; `POST /payments` takes it up. */
function addCharge(order: OrderDocument, amount: Minor, bookings: readonly string[], change: Change): void {
  if (amount <= 0) return
  const records = order.order_payments ?? []
  const number = records.length + 1
  const text = formatMinor(amount, decimalsOf(currencyOf(order)))
  const record: PaymentDocument = {
    payment_id: change.ids.payment(number),
    payment_merchant_reference: change.ids.merchant(number),
    payment_order_reference: order.order_reference,
    payment_booking_references: [...bookings],
    payment_order_version: order.order_version,
    payment_status: 'PENDING',
    payment_method: 'OTHER',
    payment_type: 'CAPTURE',
    payment_recurring: false,
    payment_currency_code: currencyOf(order),
    payment_currency_amount: text,
    payment_amount: text,
    payment_total: records[0]?.payment_total ?? formatMinor(0, decimalsOf(currencyOf(order))),
    payment_created: stamp(change.at),
    payment_created_name: change.actor.name,
    payment_created_email: change.actor.email,
  }
  order.order_payments = [record, ...records]
}
