import type { Operation } from '@shared/features/operations'
import { parseAmount } from '@shared/kernel/money'
import { type Format, missing } from '../../../lib/format'

/** Whether the row tells of its whole command: it is the only one of it, or the last. */
export const tellsOfAll = ({ command }: Operation): boolean => command === undefined || command.isLast

/** Product, kind of ticket and reference of what was cancelled, as far as they were read; empty for a whole order. */
export function linesOf({ target }: Operation): string[] {
  if (!target || target.level === 'order') return []
  const reference = target.level === 'booking' ? target.bookingReference : target.transactionId
  return [target.product, target.ticket, reference].filter((part) => part !== undefined)
}

/**
 * The fee: as it was charged where that follows from the total, else as it was expected. The price of what was cancelled
 * is known exactly only where the expectation was one amount.
 */
export function feeOf({ state, effect }: Operation, format: Format): string {
  const { forecast, after, currency = '' } = effect
  if (!forecast?.fee) return missing
  const charged = state === 'done' ? chargedFee(forecast, after?.total) : undefined
  return charged === undefined ? format.range(forecast.fee, currency) : format.money(charged, currency)
}

type Forecast = NonNullable<Operation['effect']['forecast']>

function chargedFee({ fee, total }: Forecast, after: string | undefined): string | undefined {
  const [expected, total0, now] = [fee?.low, total.low, after].map((text) => parseAmount(text))
  if (!expected || !total0 || !now || fee?.low !== fee?.high || total.low !== total.high) return undefined
  return expected.plus(now).minus(total0).toFixed()
}

export function refundExpected({ effect }: Operation, format: Format): string {
  const { forecast, currency = '' } = effect
  return forecast?.refund ? format.range(forecast.refund, currency) : missing
}
