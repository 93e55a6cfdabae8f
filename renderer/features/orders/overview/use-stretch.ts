import { useState } from 'react'
import { type Buckets, stretchAround, stretchFrom } from './buckets'

/**
 * The part of the buckets that is in sight, and how to move on.
 * @param size how many are in sight at once
 * @param around the bucket that is in sight at first
 */
export function useStretch(buckets: Buckets, size: number, around: number) {
  /** A day, as the first bucket may become another one. */
  const [begin, setBegin] = useState<string | undefined>()
  const { from, to } =
    begin === undefined
      ? stretchAround(buckets.count, size, around)
      : stretchFrom(buckets.count, size, buckets.nearest(begin))
  const go = (index: number) => () => setBegin(buckets.at(Math.max(index, 0)))
  return {
    keys: Array.from({ length: to - from }, (_, at) => buckets.at(from + at)),
    earlier: from > 0 ? go(from - size) : undefined,
    later: to < buckets.count ? go(from + size) : undefined,
    moves: buckets.count > size,
  }
}
