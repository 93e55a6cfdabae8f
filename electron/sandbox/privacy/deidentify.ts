import { isDeepStrictEqual } from 'node:util'
import { stringifyJson } from '../http/json'
import { Refusal } from '../http/refusal'
import { type Change, closeVersion, nextVersion } from '../orders/change'
import type { OrderDocument } from '../orders/document'
import type { Outcome } from '../store/overlay'
import type { Leftover } from './leftover'
import { Pseudonyms } from './pseudonyms'
import { redact } from './redact'

/**
 * Replaces the personal data of an order by tokens (rule 197), in its older versions too: they could be read with
 * `order_version` otherwise. The contacts module is not touched. An order that holds nothing but tokens stays as
 * it is, the same version (rule 20).
 *
 * @param versions all versions of the order, oldest first
 * @param leaves what a fault wants to be left
 * @throws Refusal 409 while a supplier or a payment provider still works on it (rules 29, 68)
 */
export function deidentify(
  versions: readonly OrderDocument[],
  change: Change,
  leaves: Leftover | undefined,
): Outcome {
  const newest = versions.at(-1)
  if (!newest) throw new Error('an order has at least one version')
  mustRest(newest)
  const tokens = new Pseudonyms(newest.order_reference, stringifyJson(versions))
  const redacted = versions.map((version) => {
    const copy = structuredClone(version)
    if (leaves?.what !== 'everything') redact(copy, tokens, leaves)
    return copy
  })
  const last = redacted.at(-1)
  if (!last || (leaves === undefined && isDeepStrictEqual(redacted, versions))) {
    return { order: newest, unchanged: true }
  }
  const order = nextVersion(last, change)
  closeVersion(order, change, 'ORDER_UPDATE', 'Personal data replaced by tokens')
  return { order, older: leaves?.what === 'older-versions' ? versions : redacted }
}

function mustRest(order: OrderDocument): void {
  const waiting = order.order_bookings
    .filter((booking) => /PENDING_SUPPLIER|PROCESSING/.test(booking.booking_status))
    .map((booking) => `Booking ${booking.booking_reference} is ${booking.booking_status}.`)
  if (waiting.length > 0) {
    throw new Refusal(409, 'ORDER_IN_PROCESS', 'A supplier still works on the order.', waiting)
  }
  const moving = (order.order_payments ?? [])
    .filter((payment) => payment.payment_status === 'PENDING')
    .map((payment) => `Payment ${payment.payment_id} (${payment.payment_type}) is PENDING.`)
  if (moving.length > 0) {
    throw new Refusal(409, 'PAYMENT_UNDER_WAY', 'A payment of the order is under way.', moving)
  }
}
