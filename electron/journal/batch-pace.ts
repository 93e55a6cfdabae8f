/** How fast batches run. The API client paces requests on its own; this leaves it room for what a person does meanwhile. */
export interface BatchPace {
  /** Operations under way at the same time, over all batches. */
  readonly concurrency: number
  /** Operations begun in a second, at most; each is a read and a command, sometimes more. */
  readonly perSecond: number
}

/**
 * Four at a time as the vendor's fair use asks for no figure (rules.md #75), and twelve a second: with their reads well
 * under the forty requests that the client lets out (`electron/api/settings.ts`).
 */
export const defaultBatchPace: BatchPace = { concurrency: 4, perSecond: 12 }

/** @param scale divides the waits between operations; 1 in packaged builds */
export const scaledPace = (pace: BatchPace, scale = 1): BatchPace => ({
  ...pace,
  perSecond: pace.perSecond * scale,
})

/** How long the rate looks back, in milliseconds. */
const window = 60_000
/** Less than this says nothing of a rate. */
const least = 3_000

/** Counts what was finished, to say how fast it goes. */
export class Rate {
  readonly #began: number
  #finished: { readonly at: number; readonly count: number }[] = []

  constructor(now: number) {
    this.#began = now
  }

  note(now: number, count = 1): void {
    this.#finished.push({ at: now, count })
  }

  /** A minute, over the last one or since it began; `undefined` while that says nothing. */
  perMinute(now: number): number | undefined {
    const from = Math.max(this.#began, now - window)
    this.#finished = this.#finished.filter(({ at }) => at >= from)
    const total = this.#finished.reduce((sum, { count }) => sum + count, 0)
    const span = now - from
    return span < least || total === 0 ? undefined : (total / span) * 60_000
  }
}
