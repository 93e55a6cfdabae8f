import type { operationsOperations } from '@shared/features/operations'
import type { Handler } from '@shared/ipc/define'
import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import type { Journal } from '../../journal'
import type { Confirm } from '../../platform/confirm'
import { toJournalState } from './journal-state'

interface AcceptDeps {
  readonly journal: Pick<Journal, 'open' | 'accept'>
  readonly deskUser: () => string
  readonly confirm: Confirm
}

/** Goes on with a cut, replaced or deleted journal as the person confirms. */
export function createAcceptJournal({
  journal,
  deskUser,
  confirm,
}: AcceptDeps): Handler<typeof operationsOperations.acceptJournal> {
  return async (_, caller) => {
    const status = await journal.open()
    if (status.state !== 'damaged' || !status.report.gap || status.report.flaws.length > 0) {
      return err(appError('NOTHING_MISSING', 'there is nothing missing that could be accepted'))
    }
    const { anchor, entries } = status.report.gap
    const values = {
      before: String(anchor.entries),
      now: String(entries),
      when: new Date(anchor.at).toLocaleString(),
      who: deskUser(),
    }
    if (!(await confirm('acceptJournal', values, caller))) {
      return err(appError('DECLINED', 'the journal stays as it is'))
    }
    return ok({ status: toJournalState(await journal.accept()) })
  }
}
