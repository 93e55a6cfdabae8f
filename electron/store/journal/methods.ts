import type { Result } from '@shared/kernel/result'
import type { Methods } from '../serve'
import { acceptJournal, type JournalFile, type OpenFailure, openJournal } from './journal-file'
import type { JournalProtocol, Opened, StoreOutput } from './protocol'

/** What answers nothing is answered all the same: whoever asked waits for it. */
const done = (work: () => void): null => {
  work()
  return null
}

/** What the process that keeps the journal does. */
export function journalMethods(): Methods<JournalProtocol> {
  let journal: JournalFile | undefined
  let asked: StoreOutput<'journal.open'> | undefined
  const opened = (): JournalFile => {
    if (!journal) throw new Error('the journal is not open')
    return journal
  }
  const reopen = (open: () => Result<JournalFile, OpenFailure>): Result<Opened, OpenFailure> => {
    journal?.close()
    journal = undefined
    const result = open()
    if (!result.ok) return result
    journal = result.value
    return { ok: true, value: { report: journal.report, mark: journal.mark() } }
  }
  return {
    'journal.open': (params) => {
      asked = params
      const { path, secret, now, anchor } = params
      return reopen(() => openJournal(path, secret, now, anchor))
    },
    'journal.accept': ({ who, now }) => {
      if (!asked) throw new Error('the journal was not opened')
      const { path, secret, anchor } = asked
      return reopen(() => acceptJournal(path, secret, now, anchor, who))
    },
    'journal.append': ({ appends }) => {
      const appended = opened().appendAll(appends)
      return { appended, mark: opened().mark() }
    },
    'journal.entry': ({ id }) => opened().entry(id),
    'journal.history': ({ id }) => opened().history(id),
    'journal.unsettled': () => opened().unsettled(),
    'journal.settled': ({ before, limit }) => opened().settled(before, limit),
    'journal.list': ({ before, limit, ...filter }) => opened().list(filter, before, limit),
    'journal.group': ({ group, limit }) => opened().group(group, limit),
    'journal.counts': ({ profile }) => opened().counts(profile),
    'batches.create': ({ record, lines }) => done(() => opened().batches.create(record, lines)),
    'batches.put': ({ record }) => done(() => opened().batches.put(record)),
    'batches.putLines': ({ id, lines }) => done(() => opened().batches.putLines(id, lines)),
    'batches.get': ({ id }) => opened().batches.get(id),
    'batches.list': ({ profile, limit }) => opened().batches.list(profile, limit),
    'batches.open': () => opened().batches.open(),
    'batches.tally': ({ id }) => opened().batches.tally(id),
    'batches.linesIn': ({ id, states }) => opened().batches.linesIn(id, states),
    'batches.lines': ({ id, ...page }) => opened().batches.lines(id, page),
    'batches.linesOf': ({ order }) => opened().batches.linesOf(order),
    'batches.unresolved': () => opened().batches.unresolved(),
    'batches.eraseLines': ({ lines }) => done(() => opened().batches.eraseLines(lines)),
    'privacy.put': ({ record }) => done(() => opened().privacy.put(record)),
    'privacy.end': ({ record, digests }) => done(() => opened().privacy.end(record, digests)),
    'privacy.get': ({ id }) => opened().privacy.get(id),
    'privacy.list': ({ owner }) => opened().privacy.list(owner),
    'privacy.unended': () => opened().privacy.unended(),
    'privacy.countSince': ({ created }) => opened().privacy.countSince(created),
    'privacy.lastNumber': ({ year }) => opened().privacy.lastNumber(year),
    'privacy.erased': ({ owner, digests }) => opened().privacy.erased(owner, digests),
    'privacy.noteFile': ({ file }) => done(() => opened().privacy.noteFile(file)),
    'privacy.forgetFile': ({ path }) => done(() => opened().privacy.forgetFile(path)),
    'privacy.lists': ({ owner }) => opened().privacy.lists(owner),
    'privacy.files': ({ owner, orders }) => opened().privacy.files(owner, orders),
    'journal.purge': ({ order, ...request }) => {
      const purged = opened().purge(order, request)
      return { purged, mark: opened().mark() }
    },
    'journal.requestIds': ({ entries }) => opened().requestIds(entries),
    'journal.check': ({ restart, anchor }) => opened().check(anchor, restart),
  }
}
