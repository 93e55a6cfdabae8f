import type { EngineClock } from '../../journal/clock'

/** Lets so many begin in a second, in the order in which they asked, evenly; also when the clock is set back meanwhile. */
export function createTurns(
  clock: EngineClock,
  perSecond: number,
): { next(signal: AbortSignal): Promise<void> } {
  const gapMs = 1000 / perSecond
  let free = 0
  let waiting = 0
  return {
    next: async (signal) => {
      const now = clock.now()
      const at = Math.min(Math.max(free, now), now + (waiting + 1) * gapMs)
      free = at + gapMs
      if (at <= now || signal.aborted) return
      waiting += 1
      await nap(clock, at - now, signal)
      waiting -= 1
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
