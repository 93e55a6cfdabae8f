import type { LineEffect } from '@shared/features/batches'
import {
  bookingObstacle,
  bookingsOf,
  type CancellableOrder,
  type CancellationForecast,
  type CancellationTarget,
  confirmedForecast,
  emptySelection,
  everythingCancellable,
  forecastCancellation,
  orderObstacles,
  readCancellableOrder,
  type Selection,
  toTargets,
} from '@shared/features/cancellations'
import { idText } from '@shared/kernel/ids'
import { draftCancellation } from '../../cancellations'
import {
  type ActionOf,
  type LineVerdict,
  leftOut,
  type OrderToPlan,
  type PlannedOrder,
  type ReadOrder,
  seenOf,
} from './planned-order'

/** What one line asks for. */
interface Wish {
  readonly line: number
  readonly selection: Selection
  /** Parts that stay, and why. */
  readonly leftOut: readonly { reference?: string; why: string }[]
}

/**
 * What cancelling would do to the lines of one order, by the forecast that the dialog shows, and what is to be recorded
 * for it. All lines are one command, so that what happens is compared with what was forecast for them together.
 */
export function planCancellation(
  read: ReadOrder,
  plan: OrderToPlan,
  { refundToGuest, reason }: ActionOf<'cancel'>,
): PlannedOrder {
  const { order, unreadable } = readCancellableOrder(read)
  if (unreadable.length > 0) return leftOut(plan, { code: 'UNREADABLE' })
  const wishes: Wish[] = []
  const verdicts: LineVerdict[] = []
  for (const { line, booking, payment } of plan.lines) {
    if (payment !== undefined) {
      verdicts.push({ line, why: 'ORDER_LEVEL_ONLY' })
      continue
    }
    const wish = booking === undefined ? wishOfOrder(order) : wishOfBooking(order, booking)
    if ('why' in wish) verdicts.push({ line, ...wish })
    else wishes.push({ line, ...wish })
  }
  if (wishes.length === 0) return { verdicts, drafts: [] }
  const selection = together(wishes.map((wish) => wish.selection))
  const targets = toTargets(order, selection)
  const forecast = forecastCancellation(order, selection, refundToGuest, plan.readAt)
  const { profile, order: reference, readAt } = plan
  const asked = { refundToGuest, reason, seen: seenOf(read) }
  const expected = forecast.computed ? { forecast: confirmedForecast(forecast) } : {}
  const request = { profile, order: reference, targets, ...asked, ...expected }
  const drafts = draftCancellation(request, read, readAt)
  if (!drafts.ok) return leftOut(plan, drafts.error)
  const lineOf = lineFinder(order, wishes)
  const lines = targets.map(lineOf)
  return {
    drafts: drafts.value.map((draft, at) => ({ ...draft, line: lines[at] ?? 0 })),
    verdicts: [
      ...verdicts,
      ...wishes.map((wish) => ({
        line: wish.line,
        effect: {
          ...effectOf(forecastCancellation(order, wish.selection, refundToGuest, readAt)),
          requests: lines.filter((line) => line === wish.line).length,
          ...(wish.leftOut.length > 0 ? { leftOut: [...wish.leftOut] } : {}),
        },
      })),
    ],
    ...moneyOf(forecast),
  }
}

/** The whole order, or all of it that can go (rules.md #159). */
function wishOfOrder(order: CancellableOrder): Omit<Wish, 'line'> | { why: string } {
  const obstacles = orderObstacles(order)
  if (obstacles.length === 0) return { selection: { ...emptySelection, whole: true }, leftOut: [] }
  const selection = everythingCancellable(order)
  if (selection.bookings.size === 0 && selection.tickets.size === 0) {
    return { why: obstacles[0]?.obstacle ?? 'NOT_ALLOWED' }
  }
  const stays = obstacles.map(({ booking, obstacle }) => {
    const reference = idText(booking?.booking_reference)
    return { ...(reference === undefined ? {} : { reference }), why: obstacle }
  })
  return { selection, leftOut: stays }
}

function wishOfBooking(order: CancellableOrder, reference: string): Omit<Wish, 'line'> | { why: string } {
  const booking = bookingsOf(order).find(({ booking_reference }) => idText(booking_reference) === reference)
  if (!booking) return { why: 'NOT_IN_ORDER' }
  const why = bookingObstacle(booking)
  return why ? { why } : { selection: { ...emptySelection, bookings: new Set([reference]) }, leftOut: [] }
}

function together(selections: readonly Selection[]): Selection {
  return {
    whole: selections.some(({ whole }) => whole),
    bookings: new Set(selections.flatMap(({ bookings }) => [...bookings])),
    tickets: new Set(selections.flatMap(({ tickets }) => [...tickets])),
  }
}

/** Whose line a request is: of who named its booking, else of who takes it along (rules.md #96). */
function lineFinder(order: CancellableOrder, wishes: readonly Wish[]) {
  const named = wishes.map((wish) => ({ wish, targets: toTargets(order, wish.selection) }))
  return (target: CancellationTarget): number => {
    const own = target.level === 'order' ? undefined : target.bookingReference
    const byName = wishes.find(({ selection }) => own !== undefined && selection.bookings.has(own))
    const byTarget = named.find(({ targets }) =>
      targets.some((other) => JSON.stringify(other) === JSON.stringify(target)),
    )
    return (byName ?? byTarget?.wish ?? wishes[0])?.line ?? 0
  }
}

function effectOf(forecast: CancellationForecast): Omit<LineEffect, 'requests'> {
  if (!forecast.computed) return { notComputed: forecast.reason }
  const { currency, totalBefore, totalAfter, fee, refund } = forecast
  return {
    ...{ currency, totalBefore, totalAfter: { ...totalAfter }, fee: { ...fee } },
    ...('none' in refund ? { noRefund: refund.none } : { refund: { ...refund } }),
  }
}

function moneyOf(forecast: CancellationForecast): Pick<PlannedOrder, 'money'> {
  if (!forecast.computed) return {}
  const { currency, fee, refund } = forecast
  return { money: { currency, fee, ...('none' in refund ? {} : { refund }) } }
}
