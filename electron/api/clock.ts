/** The time, and waiting for it. Injected, so that tests own it. */
export interface Clock {
  /** Milliseconds since 1970 UTC, by the wall clock: a machine that slept has aged its token. */
  now(): number
  /** Resolves after `ms` milliseconds, or early when the signal aborts. Never rejects. */
  wait(ms: number, signal?: AbortSignal): Promise<void>
}

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  wait: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve()
      const done = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      signal?.addEventListener('abort', done, { once: true })
    }),
}
