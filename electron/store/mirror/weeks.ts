import { momentOf } from './row-id'

const weekMs = 7 * 86_400_000

/** The week of creation of an order, by its row id. */
export const weekOf = (id: number): number => Math.floor(momentOf(id) / weekMs)

/** Row ids of one week, oldest first. */
export interface Week {
  readonly week: number
  readonly ids: Float64Array
}

/** Tells row ids apart by their weeks, so that a million of them are sorted in pieces that hold nobody up. */
export interface Weeks {
  add(ids: Float64Array): void
  /** The weeks in their order. */
  inOrder(direction: 'asc' | 'desc'): Generator<Week>
}

export function createWeeks(): Weeks {
  const weeks = new Map<number, number[]>()
  return {
    add: (ids) => {
      for (const id of ids) {
        const week = weekOf(id)
        const members = weeks.get(week)
        if (members) members.push(id)
        else weeks.set(week, [id])
      }
    },
    inOrder: function* (direction) {
      const sign = direction === 'asc' ? 1 : -1
      for (const [week, members] of [...weeks].sort(([one], [other]) => sign * (one - other)))
        yield { week, ids: Float64Array.from(members).sort() }
    },
  }
}
