import Big from 'big.js'
import { idText } from '../../kernel/ids'
import { parseAmount } from '../../kernel/money'
import { isDead } from '../orders'
import type { AmountRange, CancellationForecast, ExpectedOutcome } from './forecast'
import type { OrderPayment } from './order-parts'

/** The forecast that a person confirmed, kept with the operation. Amounts in the order's currency. */
export interface ConfirmedForecast {
  readonly currency: string
  readonly totalAfter: AmountRange
  /** Absent in what older versions recorded. */
  readonly fee?: AmountRange | undefined
  /** `undefined` when no refund through Prio was forecast. */
  readonly refund?: AmountRange | undefined
  /** What each reading of the terms comes to; absent in what older versions recorded. */
  readonly readings?: readonly ExpectedOutcome[] | undefined
}

/** What of a forecast is kept: the figures that can be compared afterwards. */
export function confirmedForecast(forecast: Extract<CancellationForecast, { computed: true }>): {
  currency: string
  totalAfter: AmountRange
  fee: AmountRange
  refund?: AmountRange
  readings: ExpectedOutcome[]
} {
  const { currency, totalAfter, fee, refund, readings } = forecast
  return { currency, totalAfter, fee, ...('none' in refund ? {} : { refund }), readings: [...readings] }
}

/** True when two estimates come to the same, reading by reading. */
export function isSameForecast(one: ConfirmedForecast, other: ConfirmedForecast): boolean {
  const figures = ({ currency, totalAfter, refund, readings }: ConfirmedForecast) =>
    JSON.stringify([
      currency,
      totalAfter.low,
      totalAfter.high,
      refund?.low,
      refund?.high,
      outcomesOf(readings),
    ])
  return figures(one) === figures(other)
}

const outcomesOf = (readings: ConfirmedForecast['readings']) =>
  readings?.map(({ totalAfter, refund }) => `${totalAfter} ${refund}`).sort()

/** One way in which what happened is not what was forecast. */
export interface Difference {
  readonly what: 'TOTAL' | 'REFUND' | 'REFUND_MISSING' | 'REFUND_UNEXPECTED' | 'REFUND_REFUSED'
  readonly expected?: AmountRange | undefined
  /** The single amounts that would have been as forecast, where the readings of the terms are known. */
  readonly anyOf?: readonly string[] | undefined
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
 * Compares what the server says after all requests of a cancellation with what the person confirmed (rules.md #118):
 * total and refund must fit one and the same reading of the terms. A refund that was refused is none.
 * @param priceTotal `order_pricing.price_total` afterwards, as received
 * @param refunds the refund rows that came with it
 */
export function compareOutcome(
  forecast: ConfirmedForecast,
  priceTotal: string | number | null | undefined,
  refunds: readonly OrderPayment[],
): readonly Difference[] {
  const total = parseAmount(priceTotal)
  const fitting = forecast.readings?.filter(({ totalAfter }) => total?.eq(totalAfter))
  const isTotalRight = fitting ? fitting.length > 0 : isWithin(total, forecast.totalAfter)
  const readings = fitting && fitting.length > 0 ? fitting : forecast.readings
  const differences: Difference[] = isTotalRight
    ? []
    : [
        {
          what: 'TOTAL',
          expected: forecast.totalAfter,
          anyOf: distinctAmounts(forecast.readings?.map(({ totalAfter }) => totalAfter)),
          actual: String(priceTotal ?? ''),
        },
      ]
  const refund = compareRefund(forecast, readings, refunds)
  return refund ? [...differences, refund] : differences
}

function compareRefund(
  forecast: ConfirmedForecast,
  readings: readonly ExpectedOutcome[] | undefined,
  rows: readonly OrderPayment[],
): Difference | undefined {
  const given = sum(rows.filter((row) => !isDead(row.payment_status)))
  const refused = sum(rows.filter((row) => isDead(row.payment_status)))
  const expected = forecast.refund && new Big(forecast.refund.high).gt(0) ? forecast.refund : undefined
  if (!expected) return given.gt(0) ? { what: 'REFUND_UNEXPECTED', actual: given.toFixed() } : undefined
  const amounts = readings?.map(({ refund }) => refund ?? '0')
  const fits = amounts ? amounts.some((amount) => given.eq(amount)) : isWithin(given, expected)
  if (fits && !(given.eq(0) && refused.gt(0))) return undefined
  const wanted = { expected, anyOf: distinctAmounts(amounts) }
  if (given.gt(0)) return { what: 'REFUND', ...wanted, actual: given.toFixed() }
  if (refused.gt(0)) return { what: 'REFUND_REFUSED', ...wanted, actual: refused.toFixed() }
  return { what: 'REFUND_MISSING', ...wanted, actual: '0' }
}

const sum = (rows: readonly OrderPayment[]): Big =>
  rows.reduce((total, row) => total.plus(parseAmount(row.payment_amount) ?? 0), new Big(0))

const distinctAmounts = (amounts: readonly string[] | undefined) => amounts && [...new Set(amounts)]

const isWithin = (amount: Big | undefined, { low, high }: AmountRange): boolean =>
  amount?.gte(low) === true && amount.lte(high)
