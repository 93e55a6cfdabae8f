import type { EngineClock } from '../../electron/journal/clock'

/** Time that passes only when told to. */
export class SimulatedTime implements EngineClock {
  #now: number
  readonly #timers: { at: number; run: () => void }[] = []

  constructor(start: number) {
    this.#now = start
  }

  now(): number {
    return this.#now
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + Math.max(0, ms), run }
    this.#timers.push(timer)
    return () => {
      const index = this.#timers.indexOf(timer)
      if (index >= 0) this.#timers.splice(index, 1)
    }
  }

  /** The clock goes on but no timer runs, as in a machine that sleeps. */
  sleep(ms: number): void {
    this.#now += ms
    for (const timer of this.#timers) timer.at += ms
  }

  /** Lets everything that waits for nothing but its turn finish. */
  async settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
  }

  /** Lets `ms` milliseconds pass, one timer after the other. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms
    await this.settle()
    for (;;) {
      const next = this.#timers.reduce<number>(
        (min, timer) => Math.min(min, timer.at),
        Number.POSITIVE_INFINITY,
      )
      if (next > end) break
      this.#now = Math.max(this.#now, next)
      for (const timer of this.#timers.filter(({ at }) => at <= this.#now)) {
        const index = this.#timers.indexOf(timer)
        // Called off by one that was due at the same moment.
        if (index < 0) continue
        this.#timers.splice(index, 1)
        timer.run()
        await this.settle()
      }
    }
    this.#now = end
    await this.settle()
  }
}
