import type { EngineClock } from '../../electron/journal/clock'
import { systemClock } from '../../electron/journal/system-clock'

/** A clock that runs like the machine's from another moment on, and can be put forward. */
export interface ShiftedClock extends EngineClock {
  /** Hours that pass at once; no timer notices. */
  putForward(hours: number): void
}

/** @param start milliseconds since 1970 UTC */
export function shiftedClock(start: number): ShiftedClock {
  let shift = start - Date.now()
  return {
    now: () => Date.now() + shift,
    after: systemClock.after,
    putForward: (hours) => {
      shift += hours * 3_600_000
    },
  }
}
