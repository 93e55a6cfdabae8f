import type { EventName, EventPayload } from '@shared/ipc/events'
import { gather } from '../platform/gather'
import type { EngineClock } from './clock'
import type { Entry } from './entry'

interface Deps {
  readonly clock: Pick<EngineClock, 'after'>
  readonly broadcast: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void
}

/** Tells windows what changed in the journal; what belongs to a batch is gathered, as there may be much of it. */
export function createJournalEvents({ clock, broadcast }: Deps): { tell(entries: readonly Entry[]): void } {
  const send = (entries: readonly Entry[]) =>
    broadcast('journal.changed', {
      operationIds: [...new Set(entries.map(({ id }) => id))],
      orderReferences: [...new Set(entries.map(({ order }) => order))],
    })
  const later = gather(clock, send)
  return {
    tell: (entries) => {
      const ofBatches = entries.filter(({ batch }) => batch !== undefined)
      if (ofBatches.length > 0) later(ofBatches)
      if (ofBatches.length < entries.length || entries.length === 0) {
        send(entries.filter(({ batch }) => batch === undefined))
      }
    },
  }
}

/** Tells windows which batches and plans changed. */
export function createBatchEvents({ clock, broadcast }: Deps): {
  tell(what: { batch: string } | { plan: string }): void
} {
  const later = gather<{ batch: string } | { plan: string }>(clock, (all) =>
    broadcast('batches.changed', {
      batches: [...new Set(all.flatMap((what) => ('batch' in what ? [what.batch] : [])))],
      plans: [...new Set(all.flatMap((what) => ('plan' in what ? [what.plan] : [])))],
    }),
  )
  return { tell: (what) => later([what]) }
}
