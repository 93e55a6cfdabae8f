import { ok } from '@shared/kernel/result'
import {
  type AnchorKeeper,
  type AnchorKeeperOptions,
  type AnchorPlace,
  createAnchorKeeper,
} from '../../electron/journal/anchor-keeper'

/** The keychain's one entry for the anchor, in memory; what happens to it can be chosen. */
export class AnchorShelf {
  text: string | undefined
  readonly writes: string[] = []

  readonly place: AnchorPlace = {
    read: async () => ok(this.text),
    write: async (text) => {
      this.text = text
      this.writes.push(text)
      return ok(undefined)
    },
  }

  /** What is kept, as numbers and texts. */
  get anchor(): { seq: number; mac: string; entries: number; at: number } | undefined {
    return this.text === undefined ? undefined : JSON.parse(this.text)
  }

  /** A keeper as a run of the program has it. */
  keeper(options: Pick<AnchorKeeperOptions, 'delayMs' | 'after'> = {}): AnchorKeeper {
    return createAnchorKeeper({ place: this.place, now: () => 0, failed: () => {}, ...options })
  }
}
