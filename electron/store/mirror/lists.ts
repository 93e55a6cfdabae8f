import { makeList, type OrderList } from './order-list'
import type { IdSource } from './sources'
import type { Turns } from './turns'

/** Lists that are held at a time: of several windows, each with the one before. */
const kept = 6

/**
 * The lists that can be asked for, by number. A number is never used twice. The one that was looked at last is made first. One that
 * nobody waits for is given up when a later one is whole: each key that is typed begins a list.
 */
export interface Lists {
  begin(source: IdSource): { readonly number: number; readonly list: OrderList }
  get(number: number): OrderList | undefined
  /** Somebody looks at it. */
  look(number: number): void
  /** The higher the later it was looked at. */
  rank(number: number): number
  clear(): void
}

/** @param first number of the first list: another one each time the process begins, so that old numbers are not met again */
export function createLists(first: number, turns: Turns): Lists {
  const lists = new Map<number, OrderList>()
  const looks = new Map<number, number>()
  let last = first
  let lastLook = 0
  const rank = (number: number): number => looks.get(number) ?? 0
  const drop = (number: number) => {
    lists.get(number)?.drop()
    lists.delete(number)
    looks.delete(number)
  }
  const isPassed = (number: number): boolean =>
    lists.get(number)?.isWanted() === false &&
    [...lists].some(([other, list]) => list.total() !== undefined && rank(other) > rank(number))
  return {
    begin: (source) => {
      const number = ++last
      looks.set(number, ++lastLook)
      const list = makeList(source, async () => {
        await turns.next(() => rank(number))
        if (isPassed(number)) drop(number)
      })
      lists.set(number, list)
      const [oldest] = lists.keys()
      if (lists.size > kept && oldest !== undefined) drop(oldest)
      return { number, list }
    },
    get: (number) => lists.get(number),
    look: (number) => {
      if (lists.has(number)) looks.set(number, ++lastLook)
    },
    rank,
    clear: () => [...lists.keys()].forEach(drop),
  }
}
