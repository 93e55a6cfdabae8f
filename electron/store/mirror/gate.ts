/** Lets what must not see a change and what changes something have their turns. */
export interface Gate {
  /** Comes at once, unless a change has waited for too long: then behind it. */
  enter(): Promise<void>
  /** Nothing is changed before this ends. */
  hold(until: Promise<void>): void
  /** Runs when nothing is held; in the order in which they were asked for. */
  change<T>(work: () => T): Promise<T>
}

/** @param patienceMs how long a change waits before newcomers wait for it */
export function createGate(patienceMs = 2000): Gate {
  const held = new Set<Promise<void>>()
  const waiting = new Set<{ readonly since: number; readonly done: Promise<void> }>()
  let last: Promise<void> = Promise.resolve()

  const stillness = async () => {
    while (held.size > 0) await Promise.all(held)
  }
  return {
    enter: async () => {
      const [oldest] = waiting
      if (oldest && Date.now() - oldest.since > patienceMs) await oldest.done
    },
    hold: (until) => {
      held.add(until)
      void until.then(() => held.delete(until))
    },
    change: (work) => {
      const result = last.then(stillness).then(work)
      const ignored = () => {}
      const mine = { since: Date.now(), done: result.then(ignored, ignored) }
      waiting.add(mine)
      last = mine.done.then(() => void waiting.delete(mine))
      return result
    },
  }
}
