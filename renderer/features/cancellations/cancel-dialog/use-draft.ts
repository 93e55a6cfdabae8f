import {
  type CancellableOrder,
  type CancellationForecast,
  type CancellationTarget,
  emptySelection,
  forecastCancellation,
  isSettledOutside,
  type Selection,
  toTargets,
} from '@shared/features/cancellations'
import { useMemo, useState } from 'react'

/** Shortest reason that says something; the same bound as the command's (shared/features/cancellations). */
export const shortestReason = 3

/** What the person has chosen so far, and what follows from it. */
export interface Draft {
  readonly selection: Selection
  /** `undefined` until chosen: nothing is preselected. */
  readonly refundToGuest: boolean | undefined
  readonly reason: string
  readonly targets: readonly CancellationTarget[]
  readonly forecast: CancellationForecast
  /** True when nothing the person must say is missing. */
  readonly complete: boolean
  /** True where Prio holds none of the guest's money, so there is nothing to choose (rules.md #173). */
  readonly settledOutside: boolean
  setSelection(selection: Selection): void
  setRefundToGuest(refund: boolean): void
  setReason(reason: string): void
}

/** Keeps a cancellation while it is being chosen. `now` is fixed per order read, so that figures stand still. */
export function useDraft(order: CancellableOrder, now: number): Draft {
  const [selection, setSelection] = useState<Selection>(emptySelection)
  const [chosenRefund, setRefundToGuest] = useState<boolean>()
  const [reason, setReason] = useState('')
  const settledOutside = isSettledOutside(order)
  const refundToGuest = settledOutside ? false : chosenRefund
  const targets = useMemo(() => toTargets(order, selection), [order, selection])
  const forecast = useMemo(
    () => forecastCancellation(order, selection, refundToGuest, now),
    [order, selection, refundToGuest, now],
  )
  const complete = targets.length > 0 && refundToGuest !== undefined && reason.trim().length >= shortestReason
  return {
    selection,
    refundToGuest,
    reason,
    targets,
    forecast,
    complete,
    settledOutside,
    setSelection,
    setRefundToGuest,
    setReason,
  }
}
