import { randomUUID } from 'node:crypto'
import type { BatchStore } from '../../electron/journal/batch'
import type { EventOf, JournalEvent, PlacedEvent } from '../../electron/journal/event'
import type { PrivacyStore } from '../../electron/journal/privacy-record'
import { type JournalFile, openJournal } from '../../electron/store/journal/journal-file'

/** Batches of a journal that is open in this process. */
export function batchStoreOver({ batches }: Pick<JournalFile, 'batches'>): BatchStore {
  return {
    create: async (record, lines) => batches.create(record, lines),
    put: async (record) => batches.put(record),
    putLines: async (id, lines) => batches.putLines(id, lines),
    get: async (id) => batches.get(id),
    list: async (profile, limit) => batches.list(profile, limit),
    open: async () => batches.open(),
    tally: async (id) => batches.tally(id),
    linesIn: async (id, states) => batches.linesIn(id, states),
    lines: async (id, page) => batches.lines(id, page),
    linesOf: async (order) => batches.linesOf(order),
    unresolved: async () => batches.unresolved(),
    eraseLines: async (lines) => batches.eraseLines(lines),
  }
}

/** Requests to be forgotten of a journal that is open in this process. */
export const privacyStoreOver = ({ privacy }: Pick<JournalFile, 'privacy'>): PrivacyStore => ({
  put: async (record) => privacy.put(record),
  end: async (record, digests) => privacy.end(record, digests),
  get: async (id) => privacy.get(id),
  list: async (owner) => privacy.list(owner),
  unended: async () => privacy.unended(),
  countSince: async (created) => privacy.countSince(created),
  lastNumber: async (year) => privacy.lastNumber(year),
  erased: async (owner, digests) => privacy.erased(owner, digests),
  noteFile: async (file) => privacy.noteFile(file),
  forgetFile: async (path) => privacy.forgetFile(path),
  lists: async (owner) => privacy.lists(owner),
  files: async (owner, orders) => privacy.files(owner, orders),
})

/** The secret that tests put in place of the keychain's. */
export const testSecret = 'c0'.repeat(32)

/** A journal in this process; in memory without a path. */
export function openTestJournal(path = ':memory:'): JournalFile {
  const opened = openJournal(path, testSecret, 0)
  if (!opened.ok) throw new Error(opened.error)
  return opened.value
}
export const aProfile = 'canal-tours'
export const anOrder = 'PRI8841203977'

/** A `recorded` event of a ticket cancellation. */
export function recordedEvent(
  claim: string,
  body: Partial<EventOf<'recorded'>['body']> = {},
): EventOf<'recorded'> {
  return {
    type: 'recorded',
    body: {
      profile: aProfile,
      kind: 'cancel-order',
      order: anOrder,
      claims: [claim],
      group: randomUUID(),
      groupSize: 1,
      who: 'Amara',
      ...body,
    },
    payload: { intent: { reason: 'guest is ill' }, before: { orderVersion: 3 } },
  }
}

/** Events of one entry in a row, a second apart. */
export function placed(entry: string, ...events: readonly JournalEvent[]): PlacedEvent[] {
  return events.map((event, index) => ({ entry, ordinal: index + 1, at: 1_000 * (index + 1), event }))
}
