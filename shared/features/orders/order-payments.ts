import { distinct, entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import { type NoteEntry, readNotes } from './order-notes'

/** One payment record: a step of a payment (rules.md #176). Values as sent; what did not come is `undefined`. */
export interface OrderPaymentRecord {
  /** Names it among the records of the order, also where ids are missing or repeat. */
  readonly key: string
  readonly id: string | undefined
  /** The record that this one changes: the capture of an authorisation, the refund of a capture. */
  readonly originalId: string | undefined
  /** `payment_type`: AUTHORIZATION, CAPTURE or REFUND. */
  readonly type: string | undefined
  readonly status: string | undefined
  readonly method: string | undefined
  readonly scheme: string | undefined
  readonly gateway: string | undefined
  readonly merchantAccount: string | undefined
  readonly pspReference: string | undefined
  readonly pspOriginalReference: string | undefined
  /** What else the PSP says, by its own names. */
  readonly pspValues: readonly { readonly name: string; readonly value: string }[]
  readonly merchantReference: string | undefined
  readonly externalReference: string | undefined
  readonly bookingReferences: readonly string[]
  readonly orderVersion: string | undefined
  /** In the order's currency; positive for refunds too. */
  readonly amount: string | undefined
  /** Running sum of the order in its currency, refunds taken off. */
  readonly runningTotal: string | undefined
  /** In the currency the guest paid in. */
  readonly paid: { readonly amount: string | undefined; readonly currency: string | undefined }
  readonly rate: string | undefined
  readonly refundType: string | undefined
  readonly refundReason: string | undefined
  readonly link: string | undefined
  readonly linkExpires: string | undefined
  readonly notes: readonly NoteEntry[]
  readonly created: string | undefined
  readonly createdBy: string | undefined
}

/** All payment records of an order, in the order they came: newest first (models.md, Order). */
export function orderPayments(order: unknown): OrderPaymentRecord[] {
  return entriesOf(fieldsOf(order).order_payments).flatMap((entry, at) => {
    const fields = fieldsOf(entry)
    return Object.keys(fields).length === 0 ? [] : readPayment(fields, `${at}`)
  })
}

function readPayment(fields: Readonly<Record<string, unknown>>, key: string): OrderPaymentRecord {
  const gateway = fieldsOf(fields.payment_gateway_details)
  return {
    key,
    id: textOf(fields.payment_id),
    originalId: textOf(fields.payment_original_id),
    type: textOf(fields.payment_type),
    status: textOf(fields.payment_status),
    method: textOf(fields.payment_method),
    scheme: textOf(fields.payment_scheme),
    gateway: textOf(gateway.payment_gateway_type),
    merchantAccount: textOf(gateway.payment_merchant_account_name),
    pspReference: textOf(gateway.payment_service_provider_reference),
    pspOriginalReference: textOf(gateway.payment_service_provider_original_reference),
    pspValues: Object.entries(fieldsOf(gateway.payment_gateway_additional_values)).flatMap(
      ([name, value]) => {
        const text = textOf(value)
        return text === undefined ? [] : { name, value: text }
      },
    ),
    merchantReference: textOf(fields.payment_merchant_reference),
    externalReference: textOf(fields.payment_external_reference),
    bookingReferences: distinct(entriesOf(fields.payment_booking_references).map(textOf)),
    orderVersion: textOf(fields.payment_order_version),
    amount: textOf(fields.payment_amount),
    runningTotal: textOf(fields.payment_total),
    paid: {
      amount: textOf(fields.payment_currency_amount),
      currency: textOf(fields.payment_currency_code),
    },
    rate: textOf(fields.payment_currency_rate),
    refundType: textOf(fields.payment_refund_type),
    refundReason: textOf(fields.payment_refund_reason),
    link: textOf(fields.payment_link),
    linkExpires: textOf(fields.payment_link_expires_at),
    notes: readNotes(fields.payment_notes),
    created: textOf(fields.payment_created),
    createdBy: textOf(fields.payment_created_name) ?? textOf(fields.payment_created_email),
  }
}
