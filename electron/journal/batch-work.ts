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
  /** What of a batch was begun and has not come to an end. */
  underWay(batch: string): readonly BatchStep[]
  /** Lets a step that stands aside run in its turn; false when there is none any more. */
  admit(id: string): boolean
  /** Puts a step aside again, unless it is under way. */
  dismiss(id: string): void
  /** True while a step is under way, or nothing but its turn keeps it from that. */
  isBusy(id: string): boolean
  /** Takes back for good what was not begun; what is under way ends. Answers whether all of it is on disk. */
  takeBack(batch: string, who: string): Promise<boolean>
}

/** Operations: the engine carries them out and the journal knows how they stand. */
export function operationsWork(
  engine: Pick<Engine, 'aside' | 'underWay' | 'admit' | 'dismiss' | 'isBusy' | 'withdraw'>,
): BatchWork {
  return {
    // The engine has read what is open before the runner starts.
    prepare: async () => {},
    aside: engine.aside,
    underWay: engine.underWay,
    admit: engine.admit,
    dismiss: engine.dismiss,
    isBusy: engine.isBusy,
    takeBack: (batch, who) => withdrawAside(engine, batch, who),
  }
}

/** Entries that are taken back at once: few enough that neither process stands still. */
const withdrawnAtOnce = 50

/**
 * Takes back what of a batch is queued, each operation for itself: one of them may be leaving just now, and then the others
 * are to be taken back all the same. Answers whether none is left.
 */
export async function withdrawAside(
  engine: Pick<Engine, 'aside' | 'withdraw'>,
  batch: string,
  who: string,
): Promise<boolean> {
  for (;;) {
    const rest = engine.aside(batch).slice(0, withdrawnAtOnce)
    if (rest.length === 0) return true
    const taken = await Promise.all(rest.map(({ id }) => engine.withdraw(id, who)))
    if (taken.some((one) => !one.ok && one.error.reason !== 'out-of-place')) return false
  }
}
