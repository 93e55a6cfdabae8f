import { setTimeout as sleep } from 'node:timers/promises'

/** Lets what must not see a change and what changes something have their turns. */
export interface Gate {
  /** Somebody waits for rows. */
  notice(): void
  /** Somebody asks for a list: comes at once, unless a change has waited for too long: then behind it. */
  enter(): Promise<void>
  /** Nobody has asked for so long, in milliseconds. */
  isIdle(since: number): boolean
  /** Nothing is changed before this ends. */
  hold(until: Promise<void>): void
  /** Comes when nobody has asked for a moment, and at the latest at `until`, in milliseconds since 1970 UTC. */
  quiet(until: number): Promise<void>
  /**
   * Comes when something short may be done: once in the pause between two questions, and as often as one likes when nobody has
   * asked for a moment. At the latest at `until`, in milliseconds since 1970 UTC.
   */
  breath(until: number): Promise<void>
  /**
   * For the parts of one piece of work that nobody waits for: comes when the answer to the last question is on the screen; while one
   * asks after the other, after a while, and at once when that has come to too much in all.
   */
  still(): () => Promise<void>
  /** Runs when nothing is held; in the order in which they were asked for. */
  change<T>(work: () => T): Promise<T>
}

export interface GateTimes {
  /** How long a change waits before newcomers wait for it. */
  readonly patienceMs: number
  /** Longer than people take from one key to the next. */
  readonly quietMs: number
  /** How long the answer to a key takes until it is on the screen: nothing else wants the processor meanwhile. */
  readonly breathMs: number
  /** How long a part of what nobody waits for gives way. */
  readonly stillMs: number
  /** How long all parts of it do: thousands of them would not end while somebody holds a key down. */
  readonly stillInAllMs: number
}

const usual: GateTimes = {
  ...{ patienceMs: 2000, quietMs: 1000, breathMs: 100 },
  ...{ stillMs: 300, stillInAllMs: 3000 },
}

export function createGate(times: Partial<GateTimes> = {}): Gate {
  const { patienceMs, quietMs, breathMs, stillMs, stillInAllMs } = { ...usual, ...times }
  const held = new Set<Promise<void>>()
  const waiting = new Set<{ readonly since: number; readonly done: Promise<void> }>()
  let last: Promise<void> = Promise.resolve()
  let asked = Number.NEGATIVE_INFINITY
  /** The question whose pause was used. */
  let used = Number.NaN

  const notice = (): void => {
    asked = Date.now()
  }
  /** @param pause how long it must be since the last question, in milliseconds; asked anew as others ask */
  const pauseOf = async (pause: () => number, until: number): Promise<void> => {
    for (;;) {
      const now = Date.now()
      const wait = Math.min(asked + pause(), until) - now
      // Also when the clock was set back.
      if (wait <= 0 || asked > now) return
      // The pause of another question may come sooner.
      await sleep(Math.min(wait, Math.max(breathMs, 1)))
    }
  }
  return {
    notice,
    enter: async () => {
      notice()
      const [oldest] = waiting
      if (oldest && Date.now() - oldest.since > patienceMs) await oldest.done
    },
    isIdle: (since) => Date.now() - asked >= since,
    hold: (until) => {
      held.add(until)
      void until.then(() => held.delete(until))
    },
    quiet: (until) => pauseOf(() => quietMs, until),
    still: () => {
      let left = stillInAllMs
      return async () => {
        const begun = Date.now()
        await pauseOf(() => breathMs, begun + Math.min(stillMs, left))
        left -= Math.max(0, Date.now() - begun)
      }
    },
    breath: async (until) => {
      await pauseOf(() => (used === asked ? quietMs : breathMs), until)
      used = asked
    },
    change: (work) => {
      const result = last.then(async () => {
        while (held.size > 0) await Promise.all(held)
        // In the same tick: nobody may begin to hold in between.
        return work()
      })
      const ignored = () => {}
      const mine = { since: Date.now(), done: result.then(ignored, ignored) }
      waiting.add(mine)
      last = mine.done.then(() => void waiting.delete(mine))
      return result
    },
  }
}
