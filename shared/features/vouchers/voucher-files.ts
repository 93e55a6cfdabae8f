import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import { statusMeaning } from '../orders'
import { pendingVouchers } from './pending-vouchers'

/** Why there is no voucher to be had. */
export type NoVoucher = 'NOT_IN_ORDER' | 'NO_VOUCHERS' | 'ALREADY_CANCELLED' | 'NOT_RELEASED'

/** Vouchers of an order, or of a booking of it, as files. */
export interface VoucherFiles {
  /** Each of a booking, or without one of all of the order. */
  readonly files: readonly { readonly booking?: string }[]
  /** Bookings whose voucher is not among them, and why. */
  readonly without: readonly { readonly reference?: string; readonly why: 'NOT_RELEASED' | 'NO_REFERENCE' }[]
}

/**
 * Which files to ask for: one of all of the order, or where a voucher of it is not released yet (rules.md #183, #188), as
 * the API refuses it whole then, one of each booking that is. A booking of which the API does not say so counts as
 * released: the server knows.
 * @param booking `booking_reference`; left out: all of the order
 */
export function voucherFiles(order: unknown, booking?: string): VoucherFiles | NoVoucher {
  const { order_status, order_bookings } = fieldsOf(order)
  const all = entriesOf(order_bookings).map(fieldsOf)
  const named = all.filter(
    ({ booking_reference }) => booking === undefined || textOf(booking_reference) === booking,
  )
  if (named.length === 0) return booking === undefined ? 'NO_VOUCHERS' : 'NOT_IN_ORDER'
  const standing = named.filter(({ booking_status }) => statusMeaning(textOf(booking_status)) !== 'cancelled')
  const isCancelled = statusMeaning(textOf(order_status)) === 'cancelled'
  if (isCancelled || standing.length === 0) return 'ALREADY_CANCELLED'
  const pending = pendingVouchers(order, booking)
  if (pending.length === 0) return { files: [booking === undefined ? {} : { booking }], without: [] }
  const references = standing.map(({ booking_reference }) => textOf(booking_reference))
  const files = references.flatMap((reference) =>
    reference === undefined || pending.includes(reference) ? [] : [{ booking: reference }],
  )
  if (files.length === 0) return 'NOT_RELEASED'
  const unnamed = references.filter((reference) => reference === undefined)
  return {
    files,
    without: [
      ...pending.map((reference) => ({ reference, why: 'NOT_RELEASED' as const })),
      ...unnamed.map(() => ({ why: 'NO_REFERENCE' as const })),
    ],
  }
}
