import { type Amendment, bookingAmendments, bookingEdits } from '@shared/features/amendments'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import { entriesOf, fieldsOf, textOf } from '@shared/kernel/tolerant'
import { JsonEditError, readRaw, removeEachRaw, removeRaw, writeRaw } from '../../api'
import { applyFieldChange, type FieldChange, fieldChanges } from './field-changes'
import { readOnlyBookingFields, readOnlyFields } from './read-only-fields'

/** What every update says out loud, because leaving it out leaves it to the server. */
export interface UpdateChoices {
  /** Mails the tickets to the booker (rules.md #187). An order may have been read with it true. */
  readonly sendTickets: boolean
}

const bookingsPath = ['order_bookings']
const sendTicketsPath = ['order_options', 'email_options', 'email_types', 'send_tickets']

/**
 * The body of `PUT /orders/{order_reference}` for an order as it was read: its complete top level, unknown fields
 * included and every character as it stood, since what is left out is deleted (rules.md #153); without what only the
 * server writes; with the amendment.
 *
 * Of `order_bookings` only those go along that are amended (rules.md #153), since one that is sent is cancelled and
 * replaced (#155). Without any it is an empty list and not left out, because models.md calls it required, and because
 * an optional field that is left out is one to delete.
 * @param answer text of the API's answer, with `data.order`
 */
export function buildOrderUpdate(
  answer: string,
  amendment: Amendment,
  { sendTickets }: UpdateChoices,
): Result<string, AppError<never>> {
  const order = readRaw(answer, ['data', 'order'])
  if (order?.startsWith('{') !== true) return err(unfit('the answer holds no order'))
  const explicit: FieldChange = { path: sendTicketsPath, raw: String(sendTickets) }
  try {
    const read: unknown = JSON.parse(order)
    const bookings = amendedBookings(order, read, amendment)
    const topLevel = writeRaw(removeRaw(order, bookingsPath), bookingsPath, '[]')
    const kept = removeEachRaw(topLevel, readOnlyFields)
    const saved = [...fieldChanges(read, amendment), explicit].reduce(applyFieldChange, kept)
    return ok(`{"data":{"order":${writeRaw(saved, bookingsPath, `[${bookings.join(',')}]`)}}}`)
  } catch (thrown) {
    if (thrown instanceof JsonEditError) return err(unfit(thrown.message))
    throw thrown
  }
}

/** The bookings that are amended, each as it was read but for what only the server writes, and with the amendment. */
function amendedBookings(order: string, read: unknown, amendment: Amendment): string[] {
  const bookings = entriesOf(fieldsOf(read).order_bookings)
  return [...bookingAmendments(amendment)].map(([reference, own]) => {
    const at = bookings.findIndex((booking) => textOf(fieldsOf(booking).booking_reference) === reference)
    const raw = readRaw(order, [...bookingsPath, at])
    if (raw === undefined) throw new JsonEditError(`no booking ${reference}`)
    const edits: FieldChange[] = bookingEdits(bookings[at], own, { withoutCancelled: true }).map(
      ({ path, value }) => ({ path, raw: value === undefined ? undefined : JSON.stringify(value) }),
    )
    const asAmended = [...edits, { path: ['booking_option_type'], raw: '"UPDATE_BOOKING"' }]
    return asAmended.reduce(applyFieldChange, removeEachRaw(raw, readOnlyBookingFields))
  })
}

const unfit = (why: string): AppError<never> =>
  appError('UPSTREAM', `the order cannot be sent back as it was read: ${why}`, {
    params: { reason: 'unfit-order' },
  })
