import { countOf, entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import { type PriceBreakdown, readPricing } from './order-pricing'

/** One ticket of a booking. Every value as sent; what did not come is `undefined`. */
export interface OrderTicket {
  /** `product_type_label`, else the kind as sent. */
  readonly label: string | undefined
  readonly type: string | undefined
  readonly count: number
  readonly ages: { readonly from: string | undefined; readonly to: string | undefined }
  readonly code: string | undefined
  readonly supplierCode: string | undefined
  readonly transactionId: string | undefined
  /** `product_type_status`. */
  readonly status: string | undefined
  /** `product_type_redemption_status`. */
  readonly redemption: string | undefined
  readonly redeemedAt: string | undefined
  readonly redeemedBy: string | undefined
  /** `product_type_payment_status`. */
  readonly payment: string | undefined
  readonly price: PriceBreakdown
  readonly seats: readonly Seat[]
  readonly pass: TicketPass | undefined
}

export interface Seat {
  readonly name: string | undefined
  readonly section: string | undefined
  readonly row: string | undefined
  readonly number: string | undefined
}

/** A pass with its countdown and scans. */
export interface TicketPass {
  readonly code: string | undefined
  readonly start: string | undefined
  readonly end: string | undefined
  readonly scans: readonly { readonly at: string | undefined; readonly by: string | undefined }[]
}

/** Reads a `product_type_details` list; entries that are no objects are left out. */
export function readTickets(list: unknown): OrderTicket[] {
  return entriesOf(list).flatMap((entry) => {
    const fields = fieldsOf(entry)
    if (Object.keys(fields).length === 0) return []
    return {
      label: textOf(fields.product_type_label) ?? textOf(fields.product_type),
      type: textOf(fields.product_type),
      count: countOf(fields.product_type_count) ?? 1,
      ages: { from: textOf(fields.product_type_age_from), to: textOf(fields.product_type_age_to) },
      code: textOf(fields.product_type_code),
      supplierCode: textOf(fields.product_type_code_supplier_reference),
      transactionId: textOf(fields.product_type_transaction_id),
      status: textOf(fields.product_type_status),
      redemption: textOf(fields.product_type_redemption_status),
      redeemedAt: textOf(fields.product_type_redemption_date_time),
      redeemedBy:
        textOf(fields.product_type_redemption_user_name) ?? textOf(fields.product_type_redemption_user_email),
      payment: textOf(fields.product_type_payment_status),
      price: readPricing(fields.product_type_pricing),
      seats: readSeats(fields.product_type_spots),
      pass: readPass(fields.product_type_pass_details ?? fields.product_type_pass),
    }
  })
}

function readSeats(list: unknown): Seat[] {
  return entriesOf(list)
    .map(fieldsOf)
    .map((seat) => ({
      name: textOf(seat.spot_name),
      section: textOf(seat.spot_section),
      row: textOf(seat.spot_row),
      number: textOf(seat.spot_number),
    }))
    .filter((seat) => Object.values(seat).some((value) => value !== undefined))
}

function readPass(pass: unknown): TicketPass | undefined {
  const fields = fieldsOf(pass)
  if (Object.keys(fields).length === 0) return undefined
  const duration = fieldsOf(fields.pass_duration)
  return {
    code: textOf(fields.pass_code),
    start: textOf(duration.pass_duration_start),
    end: textOf(duration.pass_duration_end),
    scans: entriesOf(fields.pass_redemptions)
      .map(fieldsOf)
      .map((scan) => ({
        at: textOf(scan.pass_redemption_date_time),
        by: textOf(scan.pass_redemption_user_name) ?? textOf(scan.pass_redemption_user_email),
      })),
  }
}
