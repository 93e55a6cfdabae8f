import PQueue from 'p-queue'
import type { Clock } from '../clock'

/** Everything one connection sends passes here: so many at a time, so many a second, none during a pause. */
export interface Gate {
  /**
   * Runs a task when it is its turn, higher priority first. `undefined` when the signal aborted before that;
   * once started, a task is never given up by the gate.
   */
  run<T>(
    task: () => Promise<T>,
    options?: { priority?: number; signal?: AbortSignal },
  ): Promise<T | undefined>
  /** Starts nothing for so long. A pause is never shortened by a later, shorter one. */
  pauseFor(ms: number): void
}

export function createGate(options: {
  concurrency: number
  pacing: { readonly requests: number; readonly perMs: number }
  clock: Clock
}): Gate {
  const { clock, pacing } = options
  const queue = new PQueue({
    concurrency: options.concurrency,
    interval: pacing.perMs,
    intervalCap: pacing.requests,
  })
  let pausedUntil = 0

  const resumeWhenDue = async (): Promise<void> => {
    for (let left = pausedUntil - clock.now(); left > 0; left = pausedUntil - clock.now()) {
      await clock.wait(left)
    }
    queue.start()
  }

  return {
    run: (task, { priority = 0, signal } = {}) =>
      new Promise((resolve, reject) => {
        const withdraw = () => resolve(undefined)
        signal?.addEventListener('abort', withdraw, { once: true })
        const turn = async () => {
          if (signal?.aborted) return
          signal?.removeEventListener('abort', withdraw)
          await task().then(resolve, reject)
        }
        if (signal?.aborted) withdraw()
        else void queue.add(turn, { priority })
      }),
    pauseFor: (ms) => {
      const until = clock.now() + ms
      if (ms <= 0 || until <= pausedUntil) return
      pausedUntil = until
      if (queue.isPaused) return
      queue.pause()
      void resumeWhenDue()
    },
  }
}
