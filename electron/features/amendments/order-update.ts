import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import { JsonEditError, type JsonPath, readRaw, removeRaw, writeRaw } from '../../api'
import { type FieldPattern, readOnlyFields } from './read-only-fields'

/** One field that becomes another, from the order down: `['order_language']`. */
export interface FieldChange {
  readonly path: JsonPath
  /** JSON text; `undefined` removes the field. */
  readonly raw: string | undefined
}

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
 * server writes; with the changes.
 *
 * `order_bookings` is an empty list: only bookings to amend go along (rules.md #153), and one that is sent is cancelled
 * and replaced (#155). It is not left out, because models.md calls it required, and because an optional field that is
 * left out is one to delete.
 * @param answer text of the API's answer, with `data.order`
 */
export function buildOrderUpdate(
  answer: string,
  changes: readonly FieldChange[],
  { sendTickets }: UpdateChoices,
): Result<string, AppError<never>> {
  const order = readRaw(answer, ['data', 'order'])
  if (order?.startsWith('{') !== true) return err(unfit('the answer holds no order'))
  const explicit: FieldChange = { path: sendTicketsPath, raw: String(sendTickets) }
  try {
    const withoutBookings = writeRaw(removeRaw(order, bookingsPath), bookingsPath, '[]')
    const kept = withoutReadOnly(withoutBookings)
    return ok(`{"data":{"order":${[...changes, explicit].reduce(change, kept)}}}`)
  } catch (thrown) {
    if (thrown instanceof JsonEditError) return err(unfit(thrown.message))
    throw thrown
  }
}

/** Bookings are gone by now, so what is left is short and may be parsed again for every edit. */
function withoutReadOnly(order: string): string {
  const value: unknown = JSON.parse(order)
  return readOnlyFields.flatMap((pattern) => placesOf(value, pattern)).reduce(removeRaw, order)
}

/** Where a pattern's fields stand in this order. */
function placesOf(value: unknown, [name, ...rest]: FieldPattern, path: JsonPath = []): JsonPath[] {
  if (name === undefined) return [path]
  if (name !== '*') {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject && Object.hasOwn(value, name)
      ? placesOf(Reflect.get(value, name), rest, [...path, name])
      : []
  }
  return Array.isArray(value) ? value.flatMap((entry, at) => placesOf(entry, rest, [...path, at])) : []
}

function change(order: string, { path, raw }: FieldChange): string {
  if (raw === undefined) return removeRaw(order, path)
  // Missing, null and empty are alike (rules.md #47): what has to hold the field is made where it is not there.
  const opened = path.slice(0, -1).reduce((text: string, _, at) => {
    const place = path.slice(0, at + 1)
    return isEmpty(readRaw(text, place)) ? writeRaw(text, place, '{}') : text
  }, order)
  return writeRaw(opened, path, raw)
}

const isEmpty = (raw: string | undefined) => raw === undefined || /^(null|""|\[\s*\])$/.test(raw)

const unfit = (why: string): AppError<never> =>
  appError('UPSTREAM', `the order cannot be sent back as it was read: ${why}`, {
    params: { reason: 'unfit-order' },
  })
