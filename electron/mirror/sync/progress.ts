import { Rate } from '../../journal/batch-pace'
import { leftOf } from './survey'
import type { SyncState } from './sync-state'

/** How far the first fill is, for people to see. */
export class Progress {
  readonly #now: () => number
  #rate: Rate

  constructor(now: () => number) {
    this.#now = now
    this.#rate = new Rate(now())
  }

  /** So many orders came in. */
  note(orders: number): void {
    this.#rate.note(this.#now(), orders)
  }

  /** A pause is not slowness. */
  goesOn(): void {
    this.#rate = new Rate(this.#now())
  }

  /** @param held orders in the mirror: of a fill that brought more than was counted, at least these */
  of(state: SyncState | undefined, held: number): { of?: number; timeLeft?: number } {
    const fill = state?.fill
    if (!fill) return {}
    const left = leftOf(fill.spans)
    const perMinute = this.#rate.perMinute(this.#now())
    return {
      ...(fill.of === undefined ? {} : { of: Math.max(fill.of, held) }),
      ...(left === undefined || !perMinute ? {} : { timeLeft: Math.round((left / perMinute) * 60_000) }),
    }
  }
}
