import type { EngineClock } from './clock'

/** The longest time between two looks at the clock: a timer may stand still while the machine sleeps. */
const maxNap = 60_000

/**
 * The machine's clock. What became due while the machine slept runs within a minute of its waking up; what waits while the
 * clock is set back waits no longer for it.
 */
export const systemClock: EngineClock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const [due, awakeUntil] = [Date.now() + ms, performance.now() + ms]
    // The second one cannot be set, and stands still while the machine sleeps.
    const left = () => Math.min(due - Date.now(), awakeUntil - performance.now())
    let timer: NodeJS.Timeout
    const nap = () => {
      timer = setTimeout(() => (left() > 0 ? nap() : run()), Math.min(maxNap, Math.max(left(), 0)))
    }
    nap()
    return () => clearTimeout(timer)
  },
}
