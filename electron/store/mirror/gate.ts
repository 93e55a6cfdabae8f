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
  let last: Promise<unknown> = Promise.resolve()
  let waiting: { readonly since: number; readonly done: Promise<unknown> } | undefined

  const stillness = async () => {
    while (held.size > 0) await Promise.all(held)
  }
  return {
    enter: async () => {
      if (waiting && Date.now() - waiting.since > patienceMs) await waiting.done
    },
    hold: (until) => {
      held.add(until)
      void until.then(() => held.delete(until))
    },
    change: (work) => {
      const done = last.then(stillness).then(work)
      const settled = done.then(
        () => {},
        () => {},
      )
      const mine = { since: Date.now(), done: settled }
      waiting ??= mine
      last = settled.then(() => {
        if (last === mine.done || waiting === mine) waiting = undefined
      })
      return done
    },
  }
}
