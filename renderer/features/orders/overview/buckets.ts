import { Temporal } from 'temporal-polyfill'

/** Days or weeks that follow each other without gaps, such as a chart has along its foot. */
export interface Buckets {
  readonly count: number
  /** First day of a bucket, such as "2026-11-22". */
  at(index: number): string
  /** The bucket of a day, or the nearest there is. */
  nearest(day: string): number
}

/**
 * The buckets from the first to the last one that has something.
 * @param keys first days of those, as they follow
 * @param days in a bucket
 */
export function bucketsOf(keys: readonly string[], days: 1 | 7): Buckets {
  const [first] = keys
  const last = keys.at(-1)
  if (first === undefined || last === undefined) return { count: 0, at: () => '', nearest: () => 0 }
  const begin = Temporal.PlainDate.from(first)
  const distance = (day: string) =>
    Math.floor(begin.until(Temporal.PlainDate.from(day), { largestUnit: 'days' }).days / days)
  const count = distance(last) + 1
  return {
    count,
    at: (index) => begin.add({ days: index * days }).toString(),
    nearest: (day) => Math.min(Math.max(distance(day), 0), count - 1),
  }
}

/** Part of the buckets that is in sight. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * The stretch of at most `size` buckets with `middle` in it, a third of it before.
 * @returns all of them where there are no more
 */
export function stretchAround(count: number, size: number, middle: number): Stretch {
  return stretchFrom(count, size, middle - Math.floor(size / 3))
}

/** The stretch that begins there, or as near to it as there are buckets. */
export function stretchFrom(count: number, size: number, from: number): Stretch {
  const begin = Math.max(0, Math.min(from, count - size))
  return { from: begin, to: Math.min(begin + size, count) }
}
