import {
  type cancellationsOperations,
  confirmedForecast,
  forecastCancellation,
  isSameForecast,
  readCancellableOrder,
  toSelection,
} from '@shared/features/cancellations'
import type { Handler, ParsedInputOf } from '@shared/ipc/define'
import { type AppError, appError, asCommonError } from '@shared/kernel/app-error'
import { err, ok, type Result } from '@shared/kernel/result'
import type { DistributorApi } from '../../api'
import type { Journal } from '../../journal'
import { standing } from './cancel-order-definition'
import { draftCancellation } from './draft-cancellation'

type CancelOrder = (typeof cancellationsOperations)['cancelOrder']
type Input = ParsedInputOf<CancelOrder>

export interface CancelOrderDeps {
  readonly api: DistributorApi
  readonly journal: Pick<Journal, 'submit' | 'ready'>
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
}

/**
 * Records and runs a cancellation: the order is read afresh and must be the one the person saw, every target must be
 * there and cancellable, the estimate must be the one they confirmed, and all entries are on disk before the answer. What comes of them is in the journal.
 */
export function createCancelOrder({ api, journal, now }: CancelOrderDeps): Handler<CancelOrder> {
  return async (input) => {
    const ready = await journal.ready()
    if (!ready.ok) return ready
    const readAt = now()
    const document = await api.for(input.profile).orders.get(input.order, { fresh: true })
    if (!document.ok) return err(asCommonError(document.error))
    const read = standing(document.value, input)
    const drafts = draftCancellation(input, read, readAt)
    if (!drafts.ok) return drafts
    const unmoved = checkForecast(input, read, readAt)
    if (!unmoved.ok) return unmoved
    const submitted = await journal.submit(drafts.value)
    return submitted.ok ? ok({ operations: [...submitted.value] }) : submitted
  }
}

/** A review that lay open past a deadline shows another fee than the one that would be charged now. */
function checkForecast(
  { targets, refundToGuest, forecast }: Input,
  read: unknown,
  readAt: number,
): Result<void, AppError<'FORECAST_CHANGED'>> {
  if (!forecast?.readings) return ok(undefined)
  const { order } = readCancellableOrder(read)
  const now = forecastCancellation(order, toSelection(targets), refundToGuest, readAt)
  if (now.computed && isSameForecast(forecast, confirmedForecast(now))) return ok(undefined)
  return err(appError('FORECAST_CHANGED', 'the estimate is not the one that was confirmed'))
}
