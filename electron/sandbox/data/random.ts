/**
 * Pseudo-random numbers that depend on nothing but their seeds, so that any order can be made from its
 * index alone. Not for anything secret.
 */
export class Random {
  #state: number

  /** One stream per (seed, index, purpose): a draw more in one never shifts another. */
  constructor(seed: number, index: number, purpose: number) {
    this.#state = mix(mix(seed ^ 0x9e3779b9) ^ mix(index + 0x85ebca6b) ^ Math.imul(purpose, 0xc2b2ae35))
  }

  /** The next 32 bits. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    return mix(this.#state)
  }

  /** A whole number from 0 to `limit - 1`. */
  below(limit: number): number {
    return Math.floor((this.next() / 0x1_0000_0000) * limit)
  }

  /** A whole number from `least` to `most`, both possible. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1)
  }

  /** True in `percent` of all cases. */
  chance(percent: number): boolean {
    return this.below(10_000) < percent * 100
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.below(values.length)]
    if (value === undefined) throw new Error('Nothing to pick from')
    return value
  }

  /** Picks by weight: `[['a', 3], ['b', 1]]` gives `a` three times out of four. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T {
    let draw = this.below(choices.reduce((sum, choice) => sum + choice[1], 0))
    for (const [value, weight] of choices) {
      if (draw < weight) return value
      draw -= weight
    }
    throw new Error('Nothing to pick from')
  }
}

/** Spreads 32 bits over 32 bits. */
export function mix(value: number): number {
  let bits = value | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad)
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97)
  return (bits ^ (bits >>> 15)) >>> 0
}

const HALF = 0x10_0000

/**
 * Shuffles the numbers below 2^40 without collisions (a four-round Feistel network), so that references
 * look random and can still be led back to the index they were made from.
 */
export function shuffle40(value: number, key: number): number {
  let left = Math.floor(value / HALF)
  let right = value % HALF
  for (let round = 0; round < 4; round++) {
    const swapped = left ^ (mix(right ^ mix(key + round)) % HALF)
    left = right
    right = swapped
  }
  return left * HALF + right
}

/** Undoes `shuffle40`. */
export function unshuffle40(value: number, key: number): number {
  let left = Math.floor(value / HALF)
  let right = value % HALF
  for (let round = 3; round >= 0; round--) {
    const swapped = right ^ (mix(left ^ mix(key + round)) % HALF)
    right = left
    left = swapped
  }
  return left * HALF + right
}
