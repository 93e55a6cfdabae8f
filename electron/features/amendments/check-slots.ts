import {
  type Amendment,
  bookingAmendments,
  bookingOf,
  isSameValue,
  readSlots,
  slotPlaces,
} from '@shared/features/amendments'
import { type AppError, appError, asCommonError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import { fieldsOf, textOf } from '@shared/kernel/tolerant'
import type { ProfileApi } from '../../api'

/**
 * Asks live whether each slot that is wanted is still there, begins when the person was told and has the places
 * (rules.md #43, #44). SLOT_UNAVAILABLE where it does not; nothing was sent then.
 */
export async function checkSlots(
  { products }: Pick<ProfileApi, 'products'>,
  order: unknown,
  amendment: Amendment,
): Promise<Result<void, AppError<'SLOT_UNAVAILABLE'>>> {
  for (const [reference, { fields }] of bookingAmendments(amendment)) {
    const wanted = (name: string) => fields.find(({ path }) => path[0] === name)?.wanted
    const [id, date] = [wanted('product_availability_id'), wanted('booking_travel_date')]
    const product = textOf(bookingOf(order, reference)?.product_id)
    if (typeof id !== 'string' || typeof date !== 'string' || product === undefined) continue
    const answer = await products.availability(product, { from_date: date.slice(0, 10) })
    if (!answer.ok) return err(asCommonError(answer.error))
    const slots = readSlots(fieldsOf(fieldsOf(answer.value.value).data).items)
    const slot = slots.find((one) => one.id === id)
    const isThere = slot !== undefined && isSameValue(slot.from, date)
    if (!isThere) return err(unavailable(reference, 'gone'))
    if (slotPlaces(order, amendment, reference, slot).state === 'short')
      return err(unavailable(reference, 'full'))
  }
  return ok(undefined)
}

const unavailable = (booking: string, reason: 'gone' | 'full') =>
  appError('SLOT_UNAVAILABLE', `the slot for booking ${booking} is ${reason}`, {
    params: { booking, reason },
  })
