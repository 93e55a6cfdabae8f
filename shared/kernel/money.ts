import Big from 'big.js'
import { minorUnitDigits } from './minor-units'

export { minorUnitDigits } from './minor-units'

/** An amount as the API sends it: a decimal string, and its ISO 4217 currency. */
export interface Money {
  readonly amount: string
  readonly currency: string
}

const decimal = /^[+-]?\d{1,30}(\.\d{1,20})?$/

/** True for a decimal as the API writes amounts ("20.50", "-1.5"); no exponent, no blanks, no separators. */
export const isDecimal = (text: string): boolean => decimal.test(text)

/** Parses an amount; `undefined` for what is missing or is not a decimal (rules.md #47, #53). */
export function parseAmount(value: string | number | null | undefined): Big | undefined {
  if (value === null || value === undefined) return undefined
  const text = String(value)
  return isDecimal(text) ? new Big(text.replace(/^\+/, '')) : undefined
}

/**
 * Rounds a computed amount half away from zero to the currency's minor unit and writes it with exactly those
 * digits. Received amounts keep their own scale and never pass through here.
 * @throws RangeError when `currency` is not an ISO 4217 code
 */
export function toMinorUnit(amount: Big, currency: string): string {
  const digits = minorUnitDigits(currency)
  if (digits === undefined) throw new RangeError(`not a currency: ${currency}`)
  const rounded = amount.round(digits, Big.roundHalfUp)
  // Nothing is nothing: big.js would write what is left of a small debt as "-0.00".
  return (rounded.eq(0) ? rounded.abs() : rounded).toFixed(digits)
}

/**
 * An amount in whole minor units of its currency (2050 for "20.50" EUR), for storing and adding up; `undefined` for what is
 * no decimal, has more digits than the currency, is of no ISO 4217 currency, or is too large to be exact.
 */
export function toMinorUnits({ amount, currency }: Money): number | undefined {
  const value = parseAmount(amount)
  const digits = minorUnitDigits(currency)
  if (!value || digits === undefined) return undefined
  const units = Number(value.times(new Big(10).pow(digits)).toFixed())
  // Less than nothing is nothing: "-0.00" would be another zero.
  return Number.isSafeInteger(units) ? units + 0 : undefined
}

/** The other way: "20.50" for 2050 minor units of EUR. @throws RangeError when `currency` is not an ISO 4217 code */
export function fromMinorUnits(units: number, currency: string): string {
  const digits = minorUnitDigits(currency)
  if (digits === undefined) throw new RangeError(`not a currency: ${currency}`)
  return new Big(units).div(new Big(10).pow(digits)).toFixed(digits)
}

/** Sums amounts per currency, in order of first appearance; never across currencies. Unreadable ones are left out. */
export function sumByCurrency(amounts: Iterable<Money>): Money[] {
  const totals = new Map<string, Big>()
  for (const { amount, currency } of amounts) {
    const value = parseAmount(amount)
    if (value) totals.set(currency, (totals.get(currency) ?? new Big(0)).plus(value))
  }
  return [...totals].map(([currency, total]) => ({
    currency,
    amount: minorUnitDigits(currency) === undefined ? total.toFixed() : withMinorUnit(total, currency),
  }))
}

/** At least the currency's digits, and more where the amounts had more: a sum is exact, not rounded. */
function withMinorUnit(total: Big, currency: string): string {
  const digits = minorUnitDigits(currency) ?? 0
  const own = total.toFixed().split('.')[1]?.length ?? 0
  return total.toFixed(Math.max(digits, own))
}

/**
 * An amount for the screen, with its currency and at least the currency's minor digits ("€20.50", "¥8,400").
 * Every digit that was received is shown. What cannot be read is shown as received, never as zero.
 * @param locale BCP 47 tag
 */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  const value = parseAmount(amount)
  const digits = minorUnitDigits(currency)
  if (!value || digits === undefined) return currency ? `${currency} ${amount}` : amount
  const text = value.toFixed()
  const own = text.split('.')[1]?.length ?? 0
  const format = currencyFormat(locale, currency, digits, Math.max(digits, own))
  // Intl formats decimal strings exactly; the DOM types still ask for a number.
  return format.format(text as unknown as number)
}

const formats = new Map<string, Intl.NumberFormat>()

/** Made once: a list writes hundreds of amounts at a time, and making one takes longer than writing many. */
function currencyFormat(locale: string, currency: string, least: number, most: number): Intl.NumberFormat {
  const key = `${locale} ${currency} ${least} ${most}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      // Never the narrow one: "$" and "kr" are several currencies each, and they stand in one list here.
      currencyDisplay: 'symbol',
      minimumFractionDigits: least,
      maximumFractionDigits: most,
    })
    formats.set(key, format)
  }
  return format
}
