/** Lets only the newest request of each lane go on; what it replaces is told to stop. */
export interface Lanes {
  /** Runs `work`; its signal fires when a newer one enters the same lane. */
  run<T>(lane: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>
}

export function createLanes(): Lanes {
  const newest = new Map<string, AbortController>()
  return {
    run: async (lane, work) => {
      newest.get(lane)?.abort()
      const mine = new AbortController()
      newest.set(lane, mine)
      try {
        return await work(mine.signal)
      } finally {
        if (newest.get(lane) === mine) newest.delete(lane)
      }
    },
  }
}
