import type { EngineClock } from '../journal/clock'

/** At most four times a second, in milliseconds between two. */
const quiet = 250

/** Gathers what happens and tells of it: the first at once, what follows after a while, together. */
export function gather<T>(
  clock: Pick<EngineClock, 'after'>,
  tell: (all: readonly T[]) => void,
): (some: readonly T[]) => void {
  let waiting: T[] = []
  let isQuiet = false
  const flush = () => {
    const all = waiting
    waiting = []
    isQuiet = all.length > 0
    if (!isQuiet) return
    clock.after(quiet, flush)
    tell(all)
  }
  return (some) => {
    waiting.push(...some)
    if (!isQuiet) flush()
  }
}
