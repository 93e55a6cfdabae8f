import type { EngineClock } from '../../journal/clock'

/** Lets so many begin in a second, in the order in which they asked, evenly. */
export function createTurns(
  clock: EngineClock,
  perSecond: number,
): { next(signal: AbortSignal): Promise<void> } {
  let free = 0
  return {
    next: async (signal) => {
      const at = Math.max(free, clock.now())
      free = at + 1000 / perSecond
      if (at > clock.now() && !signal.aborted) await nap(clock, at - clock.now(), signal)
    },
  }
}

function nap(clock: EngineClock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      callOff()
      signal.removeEventListener('abort', wake)
      resolve()
    }
    const callOff = clock.after(ms, wake)
    signal.addEventListener('abort', wake, { once: true })
  })
}
