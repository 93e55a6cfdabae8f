/** How long a transaction may hold up somebody who asks, in milliseconds: less than the time of a picture. */
const mostMs = 12
/** Fewer are not worth a transaction; more are not needed where they are quick. */
const orders = { least: 4, most: 25 }
/** What a full transaction counts for against those before it; one order alone says little. */
const weight = 0.2
/** Longer was not the orders, but the disk or the machine. */
const mostMsEach = 10

/** Tells how many orders may be written in one go while somebody asks: the fuller the file, the longer each takes. */
export interface Holding {
  orders(): number
  /** Writes so many and learns from it. */
  measure<T>(count: number, write: () => T): T
}

export function createHolding(now: () => number = performance.now.bind(performance)): Holding {
  let msEach = mostMs / orders.most
  return {
    orders: () => Math.min(orders.most, Math.max(orders.least, Math.floor(mostMs / msEach))),
    measure: (count, write) => {
      const before = now()
      const written = write()
      const each = Math.min((now() - before) / count, mostMsEach)
      if (count > 0) msEach += (1 - (1 - weight) ** (count / orders.most)) * (each - msEach)
      return written
    },
  }
}
