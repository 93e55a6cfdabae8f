import type { Priced, Tally } from '../totals'

/** Amounts of orders by ascending row id, narrowly kept: there may be a million of them. */
export interface HeldAmounts {
  /** Of an order whose id is higher than those before. */
  add(id: number, amounts: Priced): void
  /**
   * Adds the amounts of those of these orders that are held.
   * @param ids ascending
   * @returns the last of them; `undefined` for none
   */
  addTo(tally: Tally, ids: Float64Array): number | undefined
  /** First and last id. */
  ends(): { readonly first: number; readonly last: number } | undefined
}

export function holdAmounts(): HeldAmounts {
  let ids = new Float64Array(1024)
  let amounts = new Float64Array(3 * 1024)
  let currencies = new Uint16Array(1024)
  let count = 0
  const codes: (string | null)[] = []
  const places = new Map<string | null, number>()
  const grow = () => {
    ids = grown(ids, new Float64Array(count * 2))
    amounts = grown(amounts, new Float64Array(count * 6))
    currencies = grown(currencies, new Uint16Array(count * 2))
  }
  const placeOf = (currency: string | null): number => {
    let place = places.get(currency)
    if (place === undefined) {
      place = codes.push(currency) - 1
      places.set(currency, place)
    }
    return place
  }
  const amountAt = (at: number): number | null => {
    const amount = amounts[at] ?? Number.NaN
    return Number.isNaN(amount) ? null : amount
  }
  return {
    add: (id, { currency, total, fee, refunded }) => {
      if (count === ids.length) grow()
      ids[count] = id
      currencies[count] = placeOf(currency)
      amounts.set([total ?? Number.NaN, fee ?? Number.NaN, refunded ?? Number.NaN], count * 3)
      count++
    },
    addTo: (tally, wanted) => {
      let from = 0
      let last: number | undefined
      for (const id of wanted) {
        from = placeIn(ids, id, from, count)
        if (ids[from] !== id || from === count) continue
        const currency = codes[currencies[from] ?? 0] ?? null
        const at = from * 3
        tally.add({ currency, total: amountAt(at), fee: amountAt(at + 1), refunded: amountAt(at + 2) })
        last = id
      }
      return last
    },
    ends: () => (count === 0 ? undefined : { first: ids[0] ?? 0, last: ids[count - 1] ?? 0 }),
  }
}

function grown<A extends Float64Array | Uint16Array>(from: A, to: A): A {
  to.set(from)
  return to
}

/** The first place, from a low one up to a high one, of an id that is not below this one. */
function placeIn(ids: Float64Array, id: number, low: number, high: number): number {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((ids[middle] ?? id) < id) from = middle + 1
    else to = middle
  }
  return from
}
