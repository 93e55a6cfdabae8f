import { createHmac, timingSafeEqual } from 'node:crypto'
import { Refusal } from '../http/refusal'
import type { BookingDocument, OrderDocument, PartDocument } from '../orders/document'
import { isActive } from '../orders/pricing'
import { isLive } from '../orders/status'
import { textPdf } from './pdf'

/** What a voucher is for: a booking, or a part of a bundle, which has a voucher of its own (rule 93). */
export interface VoucherLine {
  /** The booking that is released or not. */
  readonly booking: BookingDocument
  readonly line: BookingDocument | PartDocument
}

/** The lines a voucher is for: one that is named, or all that are left. Refuses where there is nothing to print. */
export function voucherLines(order: OrderDocument, reference: string | undefined): VoucherLine[] {
  const named =
    reference === undefined
      ? order.order_bookings.map((booking) => ({ booking, line: booking }))
      : linesNamed(order, reference)
  if (named.length === 0) {
    throw new Refusal(
      422,
      'BOOKING_NOT_IN_ORDER',
      `Order ${order.order_reference} has no booking ${reference}.`,
    )
  }
  const left = named.filter(({ booking, line }) => isLive(booking) && hasTickets(booking, line))
  if (left.length === 0)
    throw new Refusal(409, 'VOUCHER_REVOKED', 'Everything that this voucher would be for is cancelled.')
  return left
}

/** A combi has one voucher, so its parts have none (rule 91). */
function linesNamed(order: OrderDocument, reference: string): VoucherLine[] {
  return order.order_bookings.flatMap((booking): VoucherLine[] => {
    if (booking.booking_reference === reference) return [{ booking, line: booking }]
    const part = booking.product_bundle_details?.find((each) => each.booking_reference === reference)
    if (part) return [{ booking, line: part }]
    if (booking.product_combi_details?.some((each) => each.booking_reference === reference)) {
      throw new Refusal(
        422,
        'COMBI_PART',
        `${reference} is part of a combi: its voucher is that of booking ${booking.booking_reference}.`,
      )
    }
    return []
  })
}

const ticketsOf = (booking: BookingDocument, line: BookingDocument | PartDocument) => {
  const parts = line === booking ? (booking.product_bundle_details ?? []) : []
  return [line, ...parts].flatMap((each) => each.product_type_details)
}

function hasTickets(booking: BookingDocument, line: BookingDocument | PartDocument): boolean {
  return ticketsOf(booking, line).some(isActive)
}

/** The voucher file: for whom (rule 186), what is booked, when, and the codes. */
export function voucherPdf(order: OrderDocument, lines: readonly VoucherLine[]): Buffer {
  const text = lines.flatMap(({ booking, line }) => [
    '',
    line.product_title,
    `Booking ${line.booking_reference}`,
    ...(line.booking_travel_date === undefined ? [] : [`Date ${line.booking_travel_date}`]),
    ...ticketsOf(booking, line)
      .filter(isActive)
      .slice(0, 30)
      .map((ticket) => `${ticket.product_type}  ${ticket.product_type_code}`),
  ])
  const [guest] = order.order_contacts ?? []
  const name = [guest?.contact_name_first, guest?.contact_name_last].filter((part) => part).join(' ')
  return textPdf([`Voucher for order ${order.order_reference}`, ...(name === '' ? [] : [name]), ...text])
}

/** Part of the address of a voucher file that nobody can guess. */
export function voucherKey(secret: string, order: string, booking: string): string {
  return createHmac('sha256', secret).update(`voucher ${order} ${booking}`).digest('base64url')
}

export function isVoucherKey(secret: string, order: string, booking: string, key: string): boolean {
  const [right, given] = [Buffer.from(voucherKey(secret, order, booking)), Buffer.from(key)]
  return right.length === given.length && timingSafeEqual(right, given)
}
