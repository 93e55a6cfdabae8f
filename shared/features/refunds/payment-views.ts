import { parseOffsetDateTime } from '../../kernel/time'
import { isDead, isUnderWay } from '../orders'
import type { PaymentRow } from './payment-row'

/** What finance looks for in the list. */
export const paymentViews = ['all', 'refunds', 'pendingLong', 'refused'] as const

/** How long ago a payment was recorded, in whole days; `undefined` where it does not say. `now` in milliseconds. */
export function ageInDays({ created }: Pick<PaymentRow, 'created'>, now: number): number | undefined {
  const at = parseOffsetDateTime(created)?.epochMs
  return at === undefined ? undefined : Math.max(0, Math.floor((now - at) / (24 * 60 * 60_000)))
}
export type PaymentView = (typeof paymentViews)[number]

/** A refund that is under way for longer than this should have arrived: three days, in milliseconds. */
export const longPending = 3 * 24 * 60 * 60_000

/**
 * Whether a payment belongs to a view.
 * @param now milliseconds since 1970 UTC
 */
export function isIn(view: PaymentView, { type, status, created }: PaymentRow, now: number): boolean {
  if (view === 'all') return true
  if (type !== 'REFUND') return false
  if (view === 'refused') return isDead(status)
  if (view === 'refunds') return true
  const at = parseOffsetDateTime(created)?.epochMs
  // One that does not say when it was made may be old: better looked at than missed.
  return isUnderWay(status) && (at === undefined || now - at > longPending)
}
