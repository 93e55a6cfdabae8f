import { makeList, type OrderList } from './order-list'
import type { IdSource } from './sources'

/** Lists that are held at a time: of several windows, each with the one before. */
const kept = 6

/** The lists that can be asked for, by number. A number is never used twice. */
export interface Lists {
  begin(source: IdSource): { readonly number: number; readonly list: OrderList }
  get(number: number): OrderList | undefined
  clear(): void
}

/** @param first number of the first list: another one each time the process begins, so that old numbers are not met again */
export function createLists(first: number): Lists {
  const lists = new Map<number, OrderList>()
  let last = first
  const drop = (number: number) => {
    lists.get(number)?.drop()
    lists.delete(number)
  }
  return {
    begin: (source) => {
      const list = makeList(source)
      lists.set(++last, list)
      const [oldest] = lists.keys()
      if (lists.size > kept && oldest !== undefined) drop(oldest)
      return { number: last, list }
    },
    get: (number) => lists.get(number),
    clear: () => [...lists.keys()].forEach(drop),
  }
}
