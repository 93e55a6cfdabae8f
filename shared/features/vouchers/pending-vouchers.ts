import { entriesOf, fieldsOf, textOf } from '../../kernel/tolerant'
import { statusMeaning } from '../orders'

/** Why no release is forced; also the code of the error. */
export const releaseObstacles = ['ORDER_CANCELLED', 'ALREADY_RELEASED'] as const
export type ReleaseObstacle = (typeof releaseObstacles)[number]

/** The bookings that stand and whose voucher the server says is not released, by reference. */
export function pendingVouchers(order: unknown, booking?: string): readonly string[] {
  return standing(order, booking).flatMap(({ booking_reference, booking_voucher_released }) => {
    const reference = textOf(booking_reference)
    return reference !== undefined && booking_voucher_released === false ? [reference] : []
  })
}

/** What stands in the way of forcing a release; `undefined` when nothing is known to. */
export function releaseObstacle(order: unknown, booking?: string): ReleaseObstacle | undefined {
  if (statusMeaning(textOf(fieldsOf(order).order_status)) === 'cancelled') return 'ORDER_CANCELLED'
  if (standing(order, booking).length === 0) return 'ORDER_CANCELLED'
  return pendingVouchers(order, booking).length === 0 ? 'ALREADY_RELEASED' : undefined
}

const standing = (order: unknown, booking: string | undefined) =>
  entriesOf(fieldsOf(order).order_bookings)
    .map(fieldsOf)
    .filter(({ booking_reference }) => booking === undefined || textOf(booking_reference) === booking)
    .filter(({ booking_status }) => statusMeaning(textOf(booking_status)) !== 'cancelled')
