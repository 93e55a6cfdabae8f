import type { IdSource } from './portions'

/** A list of row ids in the order of its query, which is made while other questions are answered. */
export interface OrderList {
  /** Ids by position as far as they are known, at most `count`; waits until so many are known or there are no more. */
  slice(from: number, count: number): Promise<Float64Array>
  /** How many there are, once that is known. */
  total(): number | undefined
  /** All of them, once the list is whole. */
  ids(): Float64Array | undefined
  /**
   * All of them, when the list is whole.
   * @param ifMade for what is only shown beside the list: it is not made for that
   */
  whole(ifMade?: 'if made'): Promise<Float64Array>
  /** Somebody waits for it to be made. */
  isWanted(): boolean
  /** Nobody wants it any more; who waits for it is told so. */
  drop(): void
  /** Ends when the list is whole, given up or broken; never rejects. */
  readonly ended: Promise<void>
}

/** The list was given up before it was whole. */
export class ListDropped extends Error {}

/** A list that is whole from the beginning. */
export const wholeList = (ids: Float64Array): OrderList => ({
  slice: async (from, count) => ids.subarray(from, from + count),
  total: () => ids.length,
  ids: () => ids,
  whole: async () => ids,
  isWanted: () => false,
  drop: () => {},
  ended: Promise.resolve(),
})

/**
 * Begins to make a list.
 * @param next comes when it is its turn to go on
 * @param pause comes when it may go on although nobody waits for it
 */
export function makeList(
  source: IdSource,
  next: () => Promise<void>,
  pause = async (): Promise<void> => {},
): OrderList {
  let ids = new Float64Array(1024)
  let known = 0
  let isWhole = false
  let trouble: unknown
  let waiting: (() => void)[] = []
  let wanting = 0
  let wake = () => {}
  let giveUp = () => {}
  const givenUp = new Promise<void>((resolve) => {
    giveUp = resolve
  })

  const tell = () => {
    const told = waiting
    waiting = []
    for (const resume of told) resume()
  }
  const add = (part: Float64Array) => {
    if (known + part.length > ids.length) {
      const larger = new Float64Array(Math.max(ids.length * 2, known + part.length))
      larger.set(ids.subarray(0, known))
      ids = larger
    }
    ids.set(part, known)
    known += part.length
  }
  const make = async () => {
    try {
      for (;;) {
        const part = source.next()
        if (trouble) return
        if (part.done) break
        add(part.value)
        tell()
        if (wanting === 0) {
          const woken = new Promise<void>((resolve) => {
            wake = resolve
          })
          await Promise.race([pause(), woken])
        }
        await next()
        if (trouble) return
      }
      ids = ids.slice(0, known)
      isWhole = true
    } catch (thrown) {
      trouble = thrown
    } finally {
      tell()
    }
  }
  const isComing = (count: number) => !isWhole && !trouble && known < count
  const until = async (count: number) => {
    while (isComing(count)) await new Promise<void>((resume) => waiting.push(resume))
    if (trouble) throw trouble
  }
  const wanted = async (count: number) => {
    wanting++
    if (isComing(count)) wake()
    try {
      await until(count)
    } finally {
      wanting--
    }
  }

  // One that is given up ends at once, not when its turn comes: changes may wait for that.
  const ended = Promise.race([make(), givenUp])
  return {
    ended,
    slice: async (from, count) => {
      await wanted(from + count)
      return ids.subarray(Math.min(from, known), Math.min(from + count, known))
    },
    total: () => (isWhole ? known : undefined),
    ids: () => (isWhole ? ids : undefined),
    whole: async (ifMade) => {
      await (ifMade ? until : wanted)(Number.POSITIVE_INFINITY)
      return ids
    },
    isWanted: () => wanting > 0,
    drop: () => {
      if (isWhole) return
      trouble ??= new ListDropped('the list was given up')
      giveUp()
      tell()
    },
  }
}
