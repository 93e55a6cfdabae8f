/** Lets through what comes only as often as it is told to. */
export class Turnstile {
  #free = 0
  #waiting: (() => void)[] = []

  /** Resolves when it is let through, or when there is no sense in waiting any more. */
  pass(signal?: AbortSignal): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1
      return Promise.resolve()
    }
    if (signal?.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const goThrough = () => {
        this.#waiting = this.#waiting.filter((other) => other !== goThrough)
        signal?.removeEventListener('abort', goThrough)
        resolve()
      }
      this.#waiting.push(goThrough)
      signal?.addEventListener('abort', goThrough)
    })
  }

  /** Lets nobody through any more that is not told to from now on. */
  close(): void {
    this.#free = 0
  }

  /** Lets so many through, now or when they come. */
  letThrough(count: number): void {
    const now = this.#waiting.splice(0, count)
    this.#free += count - now.length
    for (const goThrough of now) goThrough()
  }
}
