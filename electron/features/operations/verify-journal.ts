import type { operationsOperations } from '@shared/features/operations'
import type { Handler, ResultOf } from '@shared/ipc/define'
import type { EventPayload } from '@shared/ipc/events'
import { err, ok } from '@shared/kernel/result'
import { type Journal, noJournal } from '../../journal'
import { toGap } from './journal-state'
import { readJournal } from './read-journal'

type Verify = typeof operationsOperations.verifyJournal

/** Checks the journal anew; whoever asks while that goes on gets the same answer. */
export function createVerifyJournal(
  journal: Pick<Journal, 'open' | 'store'>,
  progress: (at: EventPayload<'journal.verifying'>) => void,
): Handler<Verify> {
  let underWay: Promise<ResultOf<Verify>> | undefined

  const verify = () =>
    readJournal(journal)(async () => {
      const checked = await journal.store.check((seq, last) => progress({ checked: seq, of: last }))
      if (!checked.ok) return err(noJournal(checked.error.code))
      const { gap, flaws, ...rest } = checked.value
      return ok({ ...rest, flaws: [...flaws], ...(gap ? { gap: toGap(gap) } : {}) })
    })

  return () => {
    underWay ??= verify().finally(() => {
      underWay = undefined
    })
    return underWay
  }
}
