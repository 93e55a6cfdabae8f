import { type Changes, createChanges } from './changes'
import { makeList, type OrderList, wholeList } from './order-list'
import type { IdSource } from './portions'
import type { WeekSums } from './totals'
import type { Turns } from './turns'
import { weekOf } from './weeks'

/** Lists that are held at a time: of several windows, each with the one before. */
const kept = 6
/** The same of one name that nobody waits for: the list of a window, and the one that it is about to leave. */
const keptOfName = 2
/**
 * Up to so many orders that were written are looked at, in one go, to bring a list up to date; for more it is made anew, with
 * turns in between.
 */
const fewWritten = 50

/** How a list comes to be. */
export interface Origin {
  /** Lists of one name have the same orders in the same order, but for what was written in between. */
  readonly name: string
  make(): IdSource
  /** Brings up to date what the list was before orders were written. */
  renew(ids: Float64Array, written: ReadonlySet<number>): Float64Array
}

/** A list that is held, by a number that is never used twice. */
export interface NumberedList {
  readonly number: number
  readonly list: OrderList
  /** What its orders come to, as far as that was added up. */
  readonly sums: WeekSums
}

/**
 * The lists that can be asked for. The one that was looked at last is made first. One that nobody waits for is given up when
 * a later one is whole: each key that is typed begins a list.
 */
export interface Lists {
  /** The whole list of the same name while nothing was written since, from that one when little was, or from the beginning. */
  begin(origin: Origin): NumberedList
  get(number: number): NumberedList | undefined
  /** Somebody looks at it. */
  look(number: number): void
  /** The higher the later it was looked at. */
  rank(number: number): number
  /** Orders that were written, by their row ids. */
  readonly note: Changes['note']
  clear(): void
}

interface HeldList extends NumberedList {
  readonly name: string
  /** What was written after it may be missing in it. */
  readonly mark: number
}

/**
 * @param first number of the first list: another one each time the process begins, so that old numbers are not met again
 * @param still for the parts of a list that nobody waits for: each gives way for a while to who asks
 */
export function createLists(first: number, turns: Turns, still: () => () => Promise<void>): Lists {
  const lists = new Map<number, HeldList>()
  const looks = new Map<number, number>()
  const changes = createChanges(fewWritten)
  let last = first
  let lastLook = 0
  const rank = (number: number): number => looks.get(number) ?? 0
  const drop = (number: number) => {
    lists.get(number)?.list.drop()
    lists.delete(number)
    looks.delete(number)
  }
  const isPassed = (number: number): boolean =>
    lists.get(number)?.list.isWanted() === false &&
    [...lists].some(([other, { list }]) => list.total() !== undefined && rank(other) > rank(number))

  const wholeOf = ({ name }: Origin): HeldList | undefined =>
    [...lists.values()].findLast((one) => one.name === name && one.list.total() !== undefined)
  const renewed = (origin: Origin) => {
    const before = wholeOf(origin)
    const written = before && changes.since(before.mark)
    const ids = before?.list.ids()
    if (!before || !written || !ids) return undefined
    const outdated = new Set([...written].map(weekOf))
    const sums: WeekSums = new Map([...before.sums].filter(([week]) => !outdated.has(week)))
    return { list: wholeList(origin.renew(ids, written)), sums }
  }
  const made = ({ make }: Origin, number: number) => {
    const next = async () => {
      await turns.next(() => rank(number))
      if (isPassed(number)) drop(number)
    }
    return { list: makeList(make(), next, still()), sums: new Map() }
  }
  return {
    begin: (origin) => {
      const same = wholeOf(origin)
      // Windows that show the same share it.
      if (same && changes.since(same.mark)?.size === 0) {
        looks.set(same.number, ++lastLook)
        return same
      }
      const number = ++last
      const mark = changes.mark()
      const begun = { number, name: origin.name, mark, ...(renewed(origin) ?? made(origin, number)) }
      looks.set(number, ++lastLook)
      lists.set(number, begun)
      const numbers = [...lists.keys()]
      const namesakes = numbers.filter((one) => lists.get(one)?.name === origin.name)
      const left = namesakes.slice(0, -keptOfName).filter((one) => lists.get(one)?.list.isWanted() === false)
      for (const outdated of [...numbers.slice(0, -kept), ...left]) drop(outdated)
      return begun
    },
    get: (number) => lists.get(number),
    look: (number) => {
      if (lists.has(number)) looks.set(number, ++lastLook)
    },
    rank,
    note: changes.note,
    clear: () => [...lists.keys()].forEach(drop),
  }
}
