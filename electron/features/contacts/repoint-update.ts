import { repointPlaces } from '@shared/features/contacts'
import { type AppError, appError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import { JsonEditError, type OrderDocument, removeEachRaw, removeRaw, writeRaw } from '../../api'
import { buildOrderUpdate, readOnlyContactFields } from '../amendments'
import type { ContactPair } from './repoint-snapshot'

const contactsPath = ['data', 'order', 'order_contacts']

/**
 * The body of `PUT /orders/{order_reference}` that gives an order one contact in place of another: its complete top level as
 * it was read (rules.md #153), without a booking. The key links the contact that comes, and models.md says that the other
 * fields are then ignored: they go along as the contacts module has them, so that a server that reads them reads the same.
 * @param raw JSON text of the contact that comes, as received
 */
export function buildRepoint(
  { text, value }: OrderDocument,
  raw: string,
  pair: ContactPair,
): Result<string, AppError<never>> {
  const whole = buildOrderUpdate(text, { fields: [] }, { sendTickets: false })
  if (!whole.ok) return whole
  const { replaced, removed } = repointPlaces(value.data.order, pair)
  try {
    const contact = writeRaw(
      removeEachRaw(raw, readOnlyContactFields),
      ['contact_uid'],
      JSON.stringify(pair.to),
    )
    const linked =
      replaced === undefined ? whole.value : writeRaw(whole.value, [...contactsPath, replaced], contact)
    // From the end on, so that every place is the one it was when the order was read.
    return ok(
      removed.toSorted((a, b) => b - a).reduce((body, at) => removeRaw(body, [...contactsPath, at]), linked),
    )
  } catch (thrown) {
    if (!(thrown instanceof JsonEditError)) throw thrown
    return err(
      appError(
        'UPSTREAM',
        `the contacts of the order cannot be sent back as they were read: ${thrown.message}`,
        {
          params: { reason: 'unfit-order' },
        },
      ),
    )
  }
}
