import {
  type CancellationTarget,
  type ConfirmedForecast,
  compareOutcome,
  newRefunds,
} from '@shared/features/cancellations'
import {
  isSettled,
  type OperationEffect,
  type OperationPart,
  type OperationTarget,
} from '@shared/features/operations'
import type { Entry } from '../../journal'
import { describeRefundRow, orderFigures } from '../orders'
import { cancelIntentSchema } from './cancel-order-definition'
import { type OrderSnapshot, orderSnapshotSchema } from './order-snapshot'

type PaymentSnapshot = OrderSnapshot['payments'][number]

/** What a cancellation was to do and did, for the Operations screen. What was purged is left out. */
export interface CancellationDescription {
  readonly target?: OperationTarget
  readonly reason?: string
  readonly refundToGuest?: boolean
  readonly effect: OperationEffect
  readonly parts?: readonly OperationPart[]
}

/**
 * @param group all entries of the same command, in the order they were recorded: the forecast was made for all of
 * them, so they are compared with it together, on the last one and once all are settled
 */
export function describeCancellation(entry: Entry, group: readonly Entry[]): CancellationDescription {
  const intent = cancelIntentSchema.safeParse(entry.intent).data
  const before = snapshotOf(entry.before)
  const after = snapshotOf(entry.after)
  const currency = before?.currency ?? after?.currency ?? undefined
  const refunds = before && after ? addedRefunds(before, after) : []
  return {
    ...(intent ? { ...describeTarget(intent.target, before), reason: intent.reason } : {}),
    ...(intent ? { refundToGuest: intent.refundToGuest } : {}),
    effect: {
      ...(currency ? { currency } : {}),
      ...(before ? { before: orderFigures(before) } : {}),
      ...(after ? { after: orderFigures(after) } : {}),
      ...(intent?.forecast ? { forecast: expected(intent.forecast) } : {}),
      refunds: refunds.map((refund) =>
        describeRefundRow({ ...refund, paidCurrency: refund.currency }, currency),
      ),
      differences: differencesOf(entry, group),
    },
    ...(before && entry.state === 'needs-review' ? { parts: partsOf(before, after) } : {}),
  }
}

const snapshotOf = (value: unknown): OrderSnapshot | undefined => orderSnapshotSchema.safeParse(value).data

function describeTarget(target: CancellationTarget, before: OrderSnapshot | undefined) {
  const booking = target.level === 'order' ? undefined : before?.bookings[0]
  const ticket = target.level === 'ticket' ? booking?.tickets[0] : undefined
  return {
    target: {
      ...target,
      ...(booking?.product ? { product: booking.product } : {}),
      ...(ticket?.label ? { ticket: ticket.label } : {}),
    },
  }
}

/** What was to be cancelled, then and when it was read last: tickets where the target is one, else bookings. */
function partsOf(before: OrderSnapshot, after: OrderSnapshot | undefined): OperationPart[] {
  const bookings = (after ?? { bookings: [] }).bookings
  return before.bookings.flatMap((booking) => {
    const now = bookings.find(({ reference }) => reference !== null && reference === booking.reference)
    const tickets = booking.tickets.map((ticket) => ({
      level: 'ticket' as const,
      ...named({ reference: ticket.id, name: ticket.label, before: ticket.status }),
      ...named({ now: now?.tickets.find(({ id }) => id !== null && id === ticket.id)?.status }),
    }))
    const { reference, product, status } = booking
    const whole = { level: 'booking' as const, ...named({ reference, name: product, before: status }) }
    return [{ ...whole, ...named({ now: now?.status }) }, ...tickets]
  })
}

/** The fields that were read. */
const named = <Name extends string>(fields: Readonly<Record<Name, string | null | undefined>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null)) as {
    [N in Name]?: string
  }

const expected = ({ totalAfter, fee, refund }: ConfirmedForecast) => ({
  total: totalAfter,
  ...(fee ? { fee } : {}),
  ...(refund ? { refund } : {}),
})

function differencesOf(entry: Entry, group: readonly Entry[]): OperationEffect['differences'] {
  const forecast = cancelIntentSchema.safeParse(entry.intent).data?.forecast
  const last = group.at(-1)
  if (!forecast || last?.id !== entry.id || !group.every(({ state }) => isSettled(state))) return []
  const done = group.filter(({ state }) => state === 'done')
  const before = snapshotOf(done[0]?.before)
  const after = snapshotOf(done.at(-1)?.after)
  if (!before || !after) return []
  const rows = newRefunds(before.payments.map(asRow), after.payments.map(asRow))
  return compareOutcome(forecast, after.priceTotal, rows).map(({ what, expected, actual }) => ({
    what,
    actual,
    ...(expected ? { expected } : {}),
  }))
}

const asRow = ({ id, type, status, amount }: PaymentSnapshot) => ({
  payment_id: id,
  payment_type: type,
  payment_status: status,
  payment_amount: amount,
})

function addedRefunds(before: OrderSnapshot, after: OrderSnapshot): PaymentSnapshot[] {
  const known = new Set(before.payments.map(({ id }) => id))
  return after.payments.filter(({ id, type }) => type === 'REFUND' && !known.has(id))
}
