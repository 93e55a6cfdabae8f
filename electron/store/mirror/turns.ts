/** Gives what takes long its turns, one at a time and between questions: what matters most first. */
export interface Turns {
  /** @param rank the highest of those who wait has its turn; asked anew each time */
  next(rank: () => number): Promise<void>
}

export function createTurns(): Turns {
  const waiting = new Set<{ readonly rank: () => number; readonly go: () => void }>()
  let isDue = false
  const beDue = () => {
    if (isDue || waiting.size === 0) return
    isDue = true
    setImmediate(() => {
      isDue = false
      const [first, ...others] = waiting
      if (!first) return
      const next = others.reduce((best, one) => (one.rank() > best.rank() ? one : best), first)
      waiting.delete(next)
      next.go()
      beDue()
    })
  }
  return {
    next: (rank) =>
      new Promise((go) => {
        waiting.add({ rank, go })
        beDue()
      }),
  }
}
