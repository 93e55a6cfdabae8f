import type { operationsOperations } from '@shared/features/operations'
import type { Handlers } from '@shared/ipc/define'
import { ok } from '@shared/kernel/result'
import type { Journal } from '../../journal'
import { readJournal, type ShowAll } from './read-journal'

/** Asks about what an earlier run left queued, in every window until somebody decides or puts it off. */
export function createLeftQueued(
  journal: Pick<Journal, 'open' | 'store'>,
  showAll: ShowAll,
  changed: () => void,
): Handlers<Pick<typeof operationsOperations, 'listLeftQueued' | 'putOffLeftQueued'>> {
  let isPutOff = false
  return {
    listLeftQueued: async () => {
      if (isPutOff || journal.store.status().state !== 'ready') return ok({ operations: [] })
      return readJournal(journal)(async () => {
        const unsettled = await journal.store.unsettled()
        const left = unsettled.filter(
          ({ state, held, batch }) => state === 'queued' && held === 'restart' && batch === undefined,
        )
        return ok({ operations: await showAll(left) })
      })
    },
    putOffLeftQueued: () => {
      isPutOff = true
      changed()
      return ok({})
    },
  }
}
