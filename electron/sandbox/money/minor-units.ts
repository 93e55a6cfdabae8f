/**
 * Amounts inside the sandbox are whole minor units (cents, yen, fils) held in safe integers, so that sums
 * are exact. On the wire they are decimal strings (rule 53).
 */
export type Minor = number

const DECIMALS: Readonly<Record<string, number>> = {
  AED: 2,
  AUD: 2,
  BHD: 3,
  DKK: 2,
  EUR: 2,
  GBP: 2,
  INR: 2,
  JPY: 0,
  KWD: 3,
  USD: 2,
}

/** Whether amounts of a currency can be handled: those of the data set. */
export function isCurrency(code: string): boolean {
  return Object.hasOwn(DECIMALS, code)
}

/** Decimals of a currency's minor unit (ISO 4217). Throws for a currency the data set does not know. */
export function decimalsOf(currency: string): number {
  const decimals = DECIMALS[currency]
  if (decimals === undefined) throw new Error(`No minor unit known for currency ${currency}`)
  return decimals
}

/** `(1250, 2)` → `"12.50"`, `(-5, 3)` → `"-0.005"`, `(1250, 0)` → `"1250"`. */
export function formatMinor(minor: Minor, decimals: number): string {
  if (!Number.isSafeInteger(minor)) throw new Error(`Not a whole amount of minor units: ${minor}`)
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0')
  const sign = minor < 0 ? '-' : ''
  if (decimals === 0) return sign + digits
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** `("12.5", 2)` → `1250`. Throws on anything but a plain decimal that fits the minor unit. */
export function parseMinor(text: string, decimals: number): Minor {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  const fraction = match?.[3] ?? ''
  if (!match || fraction.slice(decimals).replace(/0+$/, '') !== '') {
    throw new Error(`Not an amount with ${decimals} decimals: "${text}"`)
  }
  const minor = Number(`${match[2]}${fraction.slice(0, decimals).padEnd(decimals, '0')}`)
  if (!Number.isSafeInteger(minor)) throw new Error(`Amount out of range: "${text}"`)
  return match[1] === '-' && minor !== 0 ? -minor : minor
}

/**
 * `numerator / denominator` of an amount, rounded half away from zero to a whole minor unit.
 * All three are integers; the denominator is positive.
 */
export function ratioOf(amount: Minor, numerator: number, denominator: number): Minor {
  const doubled = BigInt(Math.abs(amount)) * BigInt(Math.abs(numerator)) * 2n + BigInt(denominator)
  const rounded = Number(doubled / (BigInt(denominator) * 2n))
  const negative = amount < 0 !== numerator < 0
  return negative && rounded !== 0 ? -rounded : rounded
}

/** A percentage with up to four decimals (`20.5`) of an amount, rounded half away from zero. */
export function percentageOf(amount: Minor, percentage: number): Minor {
  return ratioOf(amount, Math.round(percentage * 10_000), 1_000_000)
}

/** The tax contained in a price that includes it: 21 % in 121.00 is 21.00. */
export function taxWithin(gross: Minor, rate: number): Minor {
  const scaled = Math.round(rate * 1000)
  return ratioOf(gross, scaled, 100_000 + scaled)
}

/**
 * Splits an amount by weights so that the parts add up exactly; what is left after rounding down goes to
 * the largest remainders, earlier parts first. All weights zero: everything goes to the first part.
 */
export function allocate(total: Minor, weights: readonly number[]): Minor[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  if (sum === 0) return weights.map((_, position) => (position === 0 ? total : 0))
  const shares = weights.map((weight, position) => {
    const exact = BigInt(total) * BigInt(weight)
    return { position, floor: Number(exact / BigInt(sum)), rest: exact % BigInt(sum) }
  })
  const parts = shares.map((share) => share.floor)
  let left = total - parts.reduce((a, b) => a + b, 0)
  const byRest = [...shares].sort((a, b) => Number(b.rest - a.rest) || a.position - b.position)
  for (const share of byRest) {
    if (left === 0) break
    parts[share.position] = share.floor + Math.sign(left)
    left -= Math.sign(left)
  }
  return parts
}
