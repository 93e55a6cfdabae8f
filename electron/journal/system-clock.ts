import type { EngineClock } from './clock'

/** The longest time between two looks at the clock: a timer may stand still while the machine sleeps. */
const maxNap = 60_000

/** The machine's clock. What became due while the machine slept runs within a minute of its waking up. */
export const systemClock: EngineClock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const due = Date.now() + ms
    let timer: NodeJS.Timeout
    const nap = () => {
      timer = setTimeout(() => (Date.now() >= due ? run() : nap()), Math.min(maxNap, due - Date.now()))
    }
    nap()
    return () => clearTimeout(timer)
  },
}
