/** Saves the last of several values that come in quick succession. */
export interface LateSaver<T> {
  /** Has `write` called with the newest value of this key, after a quiet moment. */
  save(key: string, value: T, write: (value: T) => void): void
  /** Writes at once whatever waits. */
  flush(): void
}

/** @param quietMs time without a newer value after which one is written */
export function createLateSaver<T>(quietMs: number): LateSaver<T> {
  const waiting = new Map<string, { timer: ReturnType<typeof setTimeout>; run: () => void }>()
  return {
    save: (key, value, write) => {
      clearTimeout(waiting.get(key)?.timer)
      const run = () => {
        waiting.delete(key)
        write(value)
      }
      waiting.set(key, { run, timer: setTimeout(run, quietMs) })
    },
    flush: () => {
      for (const { timer, run } of [...waiting.values()]) {
        clearTimeout(timer)
        run()
      }
    },
  }
}
