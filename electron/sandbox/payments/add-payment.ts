import { Refusal } from '../http/refusal'
import { decimalsOf, formatMinor, isCurrency, type Minor, parseMinor, ratioOf } from '../money/minor-units'
import { addEvent, type Change, stamp, touched } from '../orders/change'
import type { OrderDocument, PaymentDocument } from '../orders/document'
import { allTickets, currencyOf, isActive } from '../orders/pricing'
import { isOpenCharge } from '../orders/refunds'
import { DAY } from '../time/local-time'
import { openAmount, payableBookings } from './open-amount'
import type { PaymentRequest } from './payment-request'

/** How long a hosted payment page can be used, in ms. */
export const LINK_LIFE = DAY
const PAGE = 'https://pay.example.com/s/'

export interface AddedPayment {
  readonly order: OrderDocument
  /** `data.payment` of the answer (model PaymentResponse). */
  readonly result: Readonly<Record<string, unknown>>
}

/**
 * Adds a payment to an order (rules 173 to 176): a manual one is recorded, one at a payment provider is
 * started. Each is a record of its own, newest first; the order keeps its version. Refuses, with nothing
 * changed, what is not to be paid this way, or not that much.
 */
export function addPayment(
  before: OrderDocument,
  request: PaymentRequest,
  bookings: readonly string[] | undefined,
  change: Change,
): AddedPayment {
  checkSettlement(before, request)
  const scope = payableBookings(before, bookings)
  const order = touched(before, change)
  const amount = amountOf(before, request, openAmount(before, bookings && scope))
  const payment = recordOf(order, request, amount, bookings, change)
  takeUpCharge(order, payment, amount === openAmount(before))
  order.order_payments = [payment, ...(order.order_payments ?? [])]
  markTickets(order, payment, bookings)
  addEvent(
    order,
    change,
    'PAYMENT_CREATE',
    `${payment.payment_amount} ${currencyOf(order)} ${payment.payment_status}`,
  )
  return { order, result: resultOf(request, payment) }
}

/** A payment of all that is open takes up what an amendment left to be paid: that record is its origin. */
function takeUpCharge(order: OrderDocument, payment: PaymentDocument, isAll: boolean): void {
  if (!isAll || payment.payment_status !== 'PAID') return
  const charge = order.order_payments?.find((each) => isOpenCharge(order, each))
  if (charge) payment.payment_original_id = charge.payment_id
}

/** Partners who collect the money themselves make no payment calls (rule 172); a provider is for DIRECT only (rule 173). */
function checkSettlement(order: OrderDocument, request: PaymentRequest): void {
  const settlement = order.order_settlement_type ?? 'EXTERNAL'
  const allowed =
    request.payment_object_type === 'MANUAL' ? settlement !== 'EXTERNAL' : settlement === 'DIRECT'
  if (!allowed) {
    throw new Refusal(
      422,
      'SETTLEMENT',
      `An order that is settled as ${settlement} cannot be paid with ${request.payment_object_type}.`,
    )
  }
  if (request.payment_object_type === 'MANUAL' && request.payment_type === 'REFUND') {
    throw new Refusal(422, 'NOT_A_PAYMENT', 'Money is given back with DELETE /payments.')
  }
}

function amountOf(order: OrderDocument, request: PaymentRequest, open: Minor): Minor {
  const decimals = decimalsOf(currencyOf(order))
  if (open <= 0) throw new Refusal(409, 'NOTHING_TO_PAY', 'Nothing is left to pay (rule 181).')
  if (request.payment_amount === undefined) return open
  const asked = minorOrUndefined(request.payment_amount, decimals)
  if (asked === undefined || asked === 0) {
    throw new Refusal(
      422,
      'AMOUNT',
      `payment_amount must be above zero, with at most ${decimals} decimals in ${currencyOf(order)}.`,
    )
  }
  if (asked > open) {
    throw new Refusal(
      422,
      'AMOUNT',
      `Only ${formatMinor(open, decimals)} ${currencyOf(order)} is to be paid.`,
    )
  }
  return asked
}

function minorOrUndefined(text: string, decimals: number): Minor | undefined {
  try {
    return parseMinor(text, decimals)
  } catch {
    return undefined
  }
}

interface Course {
  readonly method: string
  readonly status: string
  readonly type?: string
  readonly gateway?: string
  readonly link?: boolean
}

/** How a form of payment goes on: recorded at once, or waiting for the guest. */
function courseOf(request: PaymentRequest): Course {
  switch (request.payment_object_type) {
    case 'MANUAL':
      return {
        method: request.payment_method,
        type: request.payment_type,
        status: request.payment_type === 'AUTHORIZATION' ? 'AUTHORIZED' : 'PAID',
      }
    case 'ADYEN_LINK':
      return { method: 'LINK', status: 'PENDING', gateway: 'ADYEN', link: true }
    case 'ADYEN_DROP_IN':
      return { method: 'ONLINE', status: 'IN_PROGRESS', gateway: 'ADYEN' }
    case 'ADYEN_TERMINAL':
      return { method: 'TERMINAL', status: 'IN_PROGRESS', gateway: 'ADYEN' }
    case 'ADYEN_RECURRING':
      return { method: 'RECURRING', status: 'PAID', gateway: 'ADYEN' }
    case 'NGENIUS_HPP':
      return { method: 'ONLINE', status: 'IN_PROGRESS', gateway: 'NGENIUS', link: true }
    case 'MEWS_BILL':
      return { method: 'GUEST_BILL', status: 'PAID', gateway: 'MEWS' }
  }
}

function recordOf(
  order: OrderDocument,
  request: PaymentRequest,
  amount: Minor,
  bookings: readonly string[] | undefined,
  change: Change,
): PaymentDocument {
  const records = order.order_payments ?? []
  const number = records.length + 1
  const decimals = decimalsOf(currencyOf(order))
  const course = courseOf(request)
  const type = course.type ?? 'CAPTURE'
  const id = change.ids.payment(number)
  const before = parseMinor(records[0]?.payment_total ?? '0', decimals)
  const taken = course.status === 'PAID' ? amount : 0
  const recurring = request.payment_object_type === 'ADYEN_DROP_IN' && request.payment_recurring
  return {
    payment_id: id,
    payment_merchant_reference: request.payment_merchant_reference,
    ...(request.payment_external_reference !== undefined && {
      payment_external_reference: request.payment_external_reference,
    }),
    payment_order_reference: order.order_reference,
    ...(bookings && { payment_booking_references: [...bookings] }),
    payment_order_version: order.order_version,
    payment_status: course.status,
    payment_method: course.method,
    ...(request.payment_object_type === 'MANUAL' &&
      request.payment_scheme !== undefined && { payment_scheme: request.payment_scheme }),
    payment_type: type,
    ...(course.link && {
      payment_link: `${PAGE}${id}`,
      payment_link_expires_at: stamp(change.at + LINK_LIFE),
    }),
    payment_recurring: recurring,
    ...inCurrency(order, request, amount),
    payment_amount: formatMinor(amount, decimals),
    payment_total: formatMinor(before + taken, decimals),
    ...gatewayOf(request, course, change.ids.psp(number)),
    ...(request.payment_contact && { payment_contact: request.payment_contact }),
    ...(request.payment_notes && { payment_notes: request.payment_notes }),
    payment_created: stamp(change.at),
    payment_created_name: change.actor.name,
    payment_created_email: change.actor.email,
  }
}

/** Currency, rate and amount of the guest; another currency than the order's needs a rate. */
function inCurrency(order: OrderDocument, request: PaymentRequest, amount: Minor) {
  const ours = currencyOf(order)
  const theirs = request.payment_currency_code ?? ours
  const rate = request.payment_currency_rate
  if (theirs === ours) {
    if (rate !== undefined && Number(rate) !== 1) {
      throw new Refusal(422, 'CURRENCY', `There is no rate from ${ours} to ${ours}.`)
    }
    return {
      payment_currency_code: ours,
      payment_currency_amount: formatMinor(amount, decimalsOf(ours)),
    }
  }
  if (!isCurrency(theirs)) throw new Refusal(422, 'CURRENCY', `Nothing can be paid in ${theirs}.`)
  if (rate === undefined || Number(rate) === 0) {
    throw new Refusal(422, 'CURRENCY', `payment_currency_rate from ${ours} to ${theirs} is needed.`)
  }
  const [whole = '0', fraction = ''] = rate.split('.')
  const shift = decimalsOf(theirs) - decimalsOf(ours) - fraction.length
  const minor = ratioOf(
    amount,
    Number(whole + fraction) * 10 ** Math.max(0, shift),
    10 ** Math.max(0, -shift),
  )
  return {
    payment_currency_code: theirs,
    payment_currency_rate: rate,
    payment_currency_amount: formatMinor(minor, decimalsOf(theirs)),
  }
}

/** What the provider said; a manual payment has it only when it names a provider or its key. */
function gatewayOf(request: PaymentRequest, course: Course, psp: string) {
  if (request.payment_object_type !== 'MANUAL') {
    return {
      payment_gateway_details: {
        payment_merchant_account_name: 'GatehouseDemoECOM',
        payment_service_provider_reference: psp,
        payment_gateway_type: course.gateway ?? 'OTHER',
      },
    }
  }
  const { payment_merchant_account_name: account, payment_gateway_type: gateway } = request
  const given = request.payment_service_provider_reference
  if (given === undefined && gateway === undefined && account === undefined) return {}
  return {
    payment_gateway_details: {
      payment_merchant_account_name: account ?? 'GatehouseDemoECOM',
      payment_service_provider_reference: given ?? psp,
      payment_gateway_type: gateway ?? 'EXTERNAL',
    },
  }
}

/** Tickets say whether they are paid once money was taken or reserved. */
export function markTickets(
  order: OrderDocument,
  payment: PaymentDocument,
  bookings: readonly string[] | undefined,
): void {
  if (payment.payment_status !== 'PAID' && payment.payment_status !== 'AUTHORIZED') return
  const meant = order.order_bookings.filter(
    (booking) => bookings === undefined || bookings.includes(booking.booking_reference),
  )
  const covered = openAmount(order, bookings && meant) <= 0
  const status = covered ? payment.payment_status : 'PARTIAL_PAID'
  for (const booking of meant)
    for (const ticket of allTickets(booking))
      if (isActive(ticket)) ticket.product_type_payment_status = status
}

function resultOf(request: PaymentRequest, payment: PaymentDocument): Readonly<Record<string, unknown>> {
  const form = request.payment_object_type
  return {
    payment_object_type: form,
    ...(form === 'ADYEN_DROP_IN' && {
      payment_result_code: 'RedirectShopper',
      payment_action: JSON.stringify({ type: 'redirect', method: 'GET', url: PAGE + payment.payment_id }),
    }),
    ...(payment.payment_link !== undefined && {
      payment_link: payment.payment_link,
      payment_link_expires_at: payment.payment_link_expires_at,
    }),
    ...(form === 'ADYEN_TERMINAL' && {
      payment_service_provider_reference: payment.payment_gateway_details?.payment_service_provider_reference,
    }),
    payment_details: payment,
  }
}
