import {
  bookingsOf,
  type CancellableOrder,
  type CancellationForecast,
  type CancellationTarget,
  emptySelection,
  forecastCancellation,
  isCancelled,
  type SelectedPart,
  type Selection,
  ticketsOf,
  toTargets,
  withOverride,
} from '@shared/features/cancellations'
import { isSettledOutside } from '@shared/features/orders'
import { useMemo, useState } from 'react'

/** Shortest reason that says something; the same bound as the command's (shared/features/cancellations). */
export const shortestReason = 3

/** What the person has chosen so far, and what follows from it. */
export interface Draft {
  readonly selection: Selection
  /** `undefined` until chosen: nothing is preselected. */
  readonly refundToGuest: boolean | undefined
  readonly reason: string
  /** The order as it stands for this choice. */
  readonly order: CancellableOrder
  /** What third parties forbid is cancelled here all the same (rules.md #165). */
  readonly override: boolean
  readonly targets: readonly CancellationTarget[]
  /** What goes, booking by booking. */
  readonly parts: readonly SelectedPart[]
  /** Tickets not cancelled yet that are left as they are. */
  readonly staying: number
  readonly forecast: CancellationForecast
  /** True when nothing the person must say is missing. */
  readonly complete: boolean
  /** True where Prio holds none of the guest's money, so there is nothing to choose (rules.md #173). */
  readonly settledOutside: boolean
  /** The same function from drawing to drawing. */
  readonly setSelection: (update: (selection: Selection) => Selection) => void
  setRefundToGuest(refund: boolean): void
  setReason(reason: string): void
  setOverride(override: boolean): void
}

/** What a choice begins with, where it was made before. */
export interface DraftStart {
  readonly selection: Selection
  readonly refundToGuest: boolean | undefined
  readonly reason: string
}

/** Keeps a cancellation while it is being chosen. `now` is fixed per order read, so that figures stand still. */
export function useDraft(read: CancellableOrder, now: number, start?: DraftStart): Draft {
  const [override, setOverride] = useState(false)
  const order = useMemo(() => (override ? withOverride(read) : read), [override, read])
  const [selection, setSelection] = useState<Selection>(start?.selection ?? emptySelection)
  const [chosenRefund, setRefundToGuest] = useState(start?.refundToGuest)
  const [reason, setReason] = useState(start?.reason ?? '')
  const settledOutside = isSettledOutside(order.order_settlement_type)
  const refundToGuest = settledOutside ? false : chosenRefund
  const targets = useMemo(() => toTargets(order, selection), [order, selection])
  const forecast = useMemo(
    () => forecastCancellation(order, selection, refundToGuest, now),
    [order, selection, refundToGuest, now],
  )
  const parts = forecast.computed ? forecast.lines.map((line) => line.part) : forecast.parts
  const open = bookingsOf(order)
    .flatMap(ticketsOf)
    .filter((ticket) => !isCancelled(ticket)).length
  const staying = open - parts.reduce((count, part) => count + part.tickets.length, 0)
  const complete = targets.length > 0 && refundToGuest !== undefined && reason.trim().length >= shortestReason
  return {
    selection,
    refundToGuest,
    reason,
    order,
    override,
    targets,
    parts,
    staying,
    forecast,
    complete,
    settledOutside,
    setSelection,
    setRefundToGuest,
    setReason,
    setOverride,
  }
}
