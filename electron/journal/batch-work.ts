import type { BatchRecord } from './batch'
import type { Engine } from './engine'
import type { Entry } from './entry'
import type { EntryError } from './event'

/** One thing of a batch that takes its turn, as the runner sees it: an operation, or what a line asks for. */
export type BatchStep = Pick<Entry, 'id' | 'batch' | 'profile' | 'order' | 'state' | 'dueAt'> & {
  readonly error?: Pick<EntryError, 'code' | 'params'> | undefined
}

/** What carries out the steps of a batch, each when the runner lets it. */
export interface BatchWork {
  /** Reads what is left of a batch, before anything else is asked about it. */
  prepare(record: BatchRecord): Promise<void>
  /** What of a batch waits for its turn, in order. */
  aside(batch: string): readonly BatchStep[]
  /** Lets a step that stands aside run in its turn; false when there is none any more. */
  admit(id: string): boolean
  /** Puts a step aside again, unless it is under way. */
  dismiss(id: string): void
  /** True while a step is under way, or nothing but its turn keeps it from that. */
  isBusy(id: string): boolean
  /** Takes back for good what was not begun; what is under way ends. */
  takeBack(batch: string, who: string): Promise<void>
}

/** Entries of one append when a batch is stopped. */
const withdrawnAtOnce = 100

/** Operations: the engine carries them out and the journal knows how they stand. */
export function operationsWork(
  engine: Pick<Engine, 'aside' | 'admit' | 'dismiss' | 'isBusy' | 'withdrawAll'>,
): BatchWork {
  return {
    // The engine has read what is open before the runner starts.
    prepare: async () => {},
    aside: engine.aside,
    admit: engine.admit,
    dismiss: engine.dismiss,
    isBusy: engine.isBusy,
    takeBack: async (batch, who) => {
      const rest = engine.aside(batch).map(({ id }) => id)
      for (let at = 0; at < rest.length; at += withdrawnAtOnce) {
        await engine.withdrawAll(rest.slice(at, at + withdrawnAtOnce), who)
      }
    },
  }
}
