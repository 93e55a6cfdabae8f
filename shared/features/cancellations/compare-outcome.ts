import Big from 'big.js'
import { idText } from '../../kernel/ids'
import { parseAmount } from '../../kernel/money'
import type { AmountRange, CancellationForecast } from './forecast'
import type { OrderPayment } from './order-parts'

/** The forecast that a person confirmed, kept with the operation. Amounts in the order's currency. */
export interface ConfirmedForecast {
  readonly currency: string
  readonly totalAfter: AmountRange
  /** `undefined` when no refund through Prio was forecast. */
  readonly refund?: AmountRange | undefined
}

/** What of a forecast is kept: the figures that can be compared afterwards. */
export function confirmedForecast(forecast: Extract<CancellationForecast, { computed: true }>): {
  currency: string
  totalAfter: AmountRange
  refund?: AmountRange
} {
  const { currency, totalAfter, refund } = forecast
  return { currency, totalAfter, ...('none' in refund ? {} : { refund }) }
}

/** One way in which what happened is not what was forecast. */
export interface Difference {
  readonly what: 'TOTAL' | 'REFUND' | 'REFUND_MISSING' | 'REFUND_UNEXPECTED'
  readonly expected?: AmountRange | undefined
  readonly actual: string
}

/** Refund rows that were not there before, by `payment_id`. */
export function newRefunds(before: readonly OrderPayment[], after: readonly OrderPayment[]): OrderPayment[] {
  const known = new Set(before.map((payment) => idText(payment.payment_id)))
  return after.filter(
    (payment) => payment.payment_type === 'REFUND' && !known.has(idText(payment.payment_id)),
  )
}

/**
 * Compares what the server says after all requests of a cancellation with what the person confirmed (rules.md #118).
 * @param priceTotal `order_pricing.price_total` afterwards, as received
 */
export function compareOutcome(
  forecast: ConfirmedForecast,
  priceTotal: string | number | null | undefined,
  refunds: readonly OrderPayment[],
): readonly Difference[] {
  const differences: Difference[] = []
  if (!within(parseAmount(priceTotal), forecast.totalAfter)) {
    differences.push({ what: 'TOTAL', expected: forecast.totalAfter, actual: String(priceTotal ?? '') })
  }
  const refunded = refunds.reduce(
    (total, refund) => total.plus(parseAmount(refund.payment_amount) ?? 0),
    new Big(0),
  )
  const expected = forecast.refund && new Big(forecast.refund.high).gt(0) ? forecast.refund : undefined
  if (!expected && refunded.gt(0)) differences.push({ what: 'REFUND_UNEXPECTED', actual: refunded.toFixed() })
  if (expected && refunds.length === 0 && new Big(expected.low).gt(0)) {
    differences.push({ what: 'REFUND_MISSING', expected, actual: '0' })
  } else if (expected && !within(refunded, expected)) {
    differences.push({ what: 'REFUND', expected, actual: refunded.toFixed() })
  }
  return differences
}

const within = (amount: Big | undefined, { low, high }: AmountRange): boolean =>
  amount?.gte(low) === true && amount.lte(high)
