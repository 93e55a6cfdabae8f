import { statSync } from 'node:fs'
import { err, ok, type Result } from '@shared/kernel/result'
import { applyEvent, type Entry } from '../../journal/entry'
import { journalItself, type PlacedEvent, placedEventSchema } from '../../journal/event'
import { isIntact, openDatabase } from '../database'
import { migrate, NewerSchemaError } from '../migrations'
import type { Sql } from '../sql'
import { type Anchor, markOf } from './anchor'
import { batchesIn } from './batches'
import {
  claimHolder,
  countUnsettled,
  findEntry,
  groupEntries,
  indexEntry,
  listEntries,
  repairIndex,
  settledEntries,
  unsettledEntries,
} from './entry-index'
import { readEntryEvents, readEventAt, readRequestIds, writeEvent } from './event-log'
import {
  type AppendRefusal,
  type JournalFile,
  type JournalReport,
  type OpenFailure,
  toPage,
} from './journal-contract'
import { deriveKeys, type JournalKeys } from './keys'
import { privacyIn } from './privacy-requests'
import { purgeOrder } from './purge-order'
import { gapOf, type LogContent, readLog } from './read-log'
import { deletedJournal, readOnlyJournal } from './read-only-journal'
import { journalMigrations } from './schema'
import { createCheck } from './verify-journal'

export type { AppendRefusal, EntryPage, JournalFile, JournalReport, OpenFailure } from './journal-contract'

/**
 * Opens the journal, made when missing, and checks all of it.
 * @param path a file, or ":memory:" in tests
 * @param secret from the keychain, 64 hex digits
 * @param now milliseconds since 1970 UTC
 * @param anchor what the keychain remembers of the chain; `undefined` where nothing was kept yet
 */
export function openJournal(
  path: string,
  secret: string,
  now: number,
  anchor?: Anchor,
): Result<JournalFile, OpenFailure> {
  if (anchor && anchor.seq > 0 && isGone(path)) {
    const gap = { what: 'deleted', anchor, events: 0, entries: 0 } as const
    return ok(deletedJournal({ events: 0, entries: 0, flaws: [], gap, indexRebuilt: false }))
  }
  return opening(path, secret, now, (sql, keys) => check(sql, keys.chain, anchor))
}

/**
 * Opens a journal that does not hold what the keychain remembers, as it stands and for writing: a person has said so.
 * That, and what is missing, is its next event; a journal that is whole is opened as ever.
 * @param who name of the desk user
 */
export function acceptJournal(
  path: string,
  secret: string,
  now: number,
  anchor: Anchor | undefined,
  who: string,
): Result<JournalFile, OpenFailure> {
  const found = openJournal(path, secret, now, anchor)
  if (!found.ok || !found.value.report.gap || found.value.report.flaws.length > 0) return found
  const { gap } = found.value.report
  found.value.close()
  return opening(path, secret, now, (sql, { chain }) => {
    const log = readLog(sql, chain)
    const event = { type: 'gap-accepted', body: { who, ...gap } } as const
    const ordinal = log.ownEvents + 1
    sql.transaction(() => writeEvent(sql, chain, log.head, { entry: journalItself, ordinal, at: now, event }))
    return check(sql, chain, gap.anchor)
  })
}

const isGone = (path: string): boolean => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0

function opening(
  path: string,
  secret: string,
  now: number,
  work: (sql: Sql, keys: JournalKeys) => JournalFile,
): Result<JournalFile, OpenFailure> {
  const keys = deriveKeys(secret)
  let sql: Sql | undefined
  try {
    sql = openDatabase(path, keys.file)
    migrate(sql, journalMigrations, now)
    return ok(work(sql, keys))
  } catch (error) {
    sql?.close()
    return err(failureOf(error))
  }
}

function failureOf(error: unknown): OpenFailure {
  if (error instanceof NewerSchemaError) return 'newer'
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'SQLITE_NOTADB') return 'wrong-key'
  return code === 'SQLITE_BUSY' ? 'in-use' : 'unreadable'
}

function check(sql: Sql, key: Uint8Array, anchor: Anchor | undefined): JournalFile {
  const log = readLog(sql, key)
  const { flaws, entries, events } = log
  if (flaws.length === 0 && !isIntact(sql)) flaws.push({ seq: 0, what: 'unreadable' })
  const all = [...entries.values()]
  const gap = gapOf(sql, log, anchor)
  const missing = gap ? { gap } : {}
  const report = { events, entries: all.length, flaws: flaws.slice(0, 100), ...missing, indexRebuilt: false }
  if (flaws.length > 0 || gap) return readOnlyJournal(sql, key, report, all)
  return writableJournal(sql, key, log, { ...report, indexRebuilt: repairIndex(sql, all) })
}

function writableJournal(sql: Sql, key: Uint8Array, log: LogContent, report: JournalReport): JournalFile {
  let { head } = log
  let entries = log.entries.size
  const batches = batchesIn(sql)

  const appendOne = (given: PlacedEvent): Result<Entry, AppendRefusal> => {
    // As it will be read back, so that what is compared and what is indexed does not depend on who built it.
    const placed = placedEventSchema.parse(given)
    const known = findEntry(sql, placed.entry)
    if (known && placed.ordinal <= known.entry.ordinal) {
      const stored = readEventAt(sql, placed.entry, placed.ordinal)
      return JSON.stringify(stored) === JSON.stringify(placed)
        ? ok(known.entry)
        : err({ reason: 'out-of-place', detail: 'another event stands there' })
    }
    const next = applyEvent(known?.entry, placed)
    if (!next.ok) return err({ reason: 'out-of-place', detail: next.error })
    const holder = known ? undefined : claimHolder(sql, next.value)
    if (holder) return err({ reason: 'claimed', holder, entry: placed.entry })
    head = writeEvent(sql, key, head, placed)
    indexEntry(sql, { created: known?.created ?? head.seq, entry: next.value }, !known)
    if (!known) entries++
    return next
  }

  /** Where the chain stands in memory follows what stands in the file. */
  const orBack = <T>(work: () => T): T => {
    const before = { head, entries }
    try {
      return work()
    } catch (error) {
      head = before.head
      entries = before.entries
      throw error
    }
  }

  const appendPart = (events: readonly PlacedEvent[]): Result<readonly Entry[], AppendRefusal> => {
    try {
      return orBack(() => sql.part(() => ok(events.map((event) => accepted(appendOne(event))))))
    } catch (error) {
      if (error instanceof Refused) return err(error.refusal)
      throw error
    }
  }

  const appendAll: JournalFile['appendAll'] = (appends) =>
    orBack(() => sql.transaction(() => appends.map(appendPart)))

  return {
    report,
    mark: () => markOf(head.seq, head.mac, entries),
    append: (events) => appendAll([events])[0] as Result<readonly Entry[], AppendRefusal>,
    appendAll,
    entry: (id) => findEntry(sql, id)?.entry,
    history: (id) => readEntryEvents(sql, id),
    unsettled: () => unsettledEntries(sql),
    settled: (before, limit) =>
      toPage(settledEntries(sql, before ?? Number.MAX_SAFE_INTEGER, limit + 1), limit),
    list: (filter, before, limit) =>
      toPage(listEntries(sql, filter, before ?? Number.MAX_SAFE_INTEGER, limit + 1), limit),
    group: (id, limit) => groupEntries(sql, id, limit),
    counts: (profile) => countUnsettled(sql, profile),
    batches,
    privacy: privacyIn(sql),
    purge: (order, request) => {
      const done = sql.transaction(() => purgeOrder({ sql, batches }, key, head, order, request))
      if (!done.ok) return done
      head = done.value.head
      return ok(done.value.purged)
    },
    requestIds: (ids) => readRequestIds(sql, ids),
    check: createCheck(sql, key),
    close: () => sql.close(),
  }
}

function accepted(appended: Result<Entry, AppendRefusal>): Entry {
  if (!appended.ok) throw new Refused(appended.error)
  return appended.value
}

/** Undoes its part of the transaction on its way out. */
class Refused extends Error {
  constructor(readonly refusal: AppendRefusal) {
    super(refusal.reason)
  }
}
