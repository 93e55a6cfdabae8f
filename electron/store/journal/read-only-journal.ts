import { isSettled } from '@shared/features/operations'
import type { PlacedEvent } from '../../journal/event'
import type { Sql } from '../sql'
import { type ChainMark, markOf } from './anchor'
import { noBatches } from './batches'
import type { IndexedEntry } from './entry-index'
import { readRequestIds, walkLog } from './event-log'
import { type JournalFile, type JournalReport, toPage } from './journal-contract'
import { noPrivacy } from './privacy-requests'
import { createCheck } from './verify-journal'

const damaged = { ok: false, error: { reason: 'damaged' } } as const

/** A damaged journal: what could be read, served from memory. Nothing is written and nothing is deleted. */
export function readOnlyJournal(
  sql: Sql,
  key: Uint8Array,
  report: JournalReport,
  all: readonly IndexedEntry[],
): JournalFile {
  const histories = new Map<string, PlacedEvent[]>()
  const { head } = walkLog(sql, key, (event) => {
    const known = histories.get(event.entry)
    if (known) known.push(event)
    else histories.set(event.entry, [event])
  })
  const mark = markOf(head.seq, head.mac, report.entries)
  return fromMemory({
    ...{ report, mark, all, histories },
    requestIds: (ids) => readRequestIds(sql, ids),
    check: createCheck(sql, key),
    close: () => sql.close(),
  })
}

/** A journal whose file is gone. None is made in its place until a person says so. */
export const deletedJournal = (report: JournalReport): JournalFile =>
  fromMemory({
    report,
    mark: markOf(0, new Uint8Array(32), 0),
    all: [],
    histories: new Map(),
    requestIds: () => ({}),
    check: () => ({ done: true, check: { ...report, anchored: true } }),
    close: () => {},
  })

function fromMemory({
  report,
  mark,
  all,
  histories,
  ...rest
}: Pick<JournalFile, 'requestIds' | 'check' | 'close'> & {
  readonly report: JournalReport
  readonly mark: ChainMark
  readonly all: readonly IndexedEntry[]
  readonly histories: ReadonlyMap<string, readonly PlacedEvent[]>
}): JournalFile {
  const newestFirst = [...all].sort((a, b) => b.created - a.created)
  const byId = new Map(all.map((indexed) => [indexed.entry.id, indexed.entry]))
  return {
    report,
    mark: () => mark,
    appendAll: (appends) => appends.map(() => damaged),
    append: () => damaged,
    entry: (id) => byId.get(id),
    history: (id) => histories.get(id) ?? [],
    unsettled: () => [],
    settled: (before = Number.MAX_SAFE_INTEGER, limit) => {
      const over = newestFirst.filter(({ created, entry }) => created < before && isSettled(entry.state))
      return toPage(over.slice(0, limit + 1), limit)
    },
    list: ({ profile, order, states, kinds }, before = Number.MAX_SAFE_INTEGER, limit) => {
      const matching = newestFirst.filter(
        ({ created, entry }) =>
          created < before &&
          entry.profile === profile &&
          (!order || entry.order === order) &&
          (!states || states.includes(entry.state)) &&
          (!kinds || kinds.includes(entry.kind)),
      )
      return toPage(matching.slice(0, limit + 1), limit)
    },
    group: (id, limit) =>
      newestFirst
        .map(({ entry }) => entry)
        .filter(({ group }) => group === id)
        .slice(-limit)
        .reverse(),
    counts: () => ({}),
    purge: () => ({ ok: false, error: { reason: 'damaged' } }),
    batches: noBatches,
    privacy: noPrivacy,
    ...rest,
  }
}
