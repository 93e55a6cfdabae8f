import { err, ok, type Result } from '@shared/kernel/result'
import { applyEvent, type Entry } from '../../journal/entry'
import { type PlacedEvent, placedEventSchema } from '../../journal/event'
import { isIntact, openDatabase } from '../database'
import { migrate, NewerSchemaError } from '../migrations'
import type { Sql } from '../sql'
import {
  claimHolder,
  countUnsettled,
  type EntryFilter,
  findEntry,
  groupEntries,
  type IndexedEntry,
  indexEntry,
  listEntries,
  repairIndex,
  unsettledEntries,
} from './entry-index'
import { type Flaw, type Head, readEntryEvents, readEventAt, walkLog, writeEvent } from './event-log'
import { deriveKeys } from './keys'
import { journalMigrations } from './schema'

/** Why an append was refused; nothing of it is on disk. */
export type AppendRefusal =
  /** An unsettled entry holds one of the claims. */
  | { readonly reason: 'claimed'; readonly holder: string }
  /** The event does not fit the entry as it now is. */
  | { readonly reason: 'out-of-place'; readonly detail: string }
  | { readonly reason: 'damaged' }

/** Why a file cannot be opened at all. It is left as it is. */
export type OpenFailure = 'wrong-key' | 'newer' | 'in-use' | 'unreadable'

/** What checking the file found. */
export interface JournalReport {
  readonly events: number
  readonly entries: number
  /** Flaws, oldest first, at most 100. With any, the journal is read-only. */
  readonly flaws: readonly Flaw[]
  /** The index was made anew from the events. */
  readonly indexRebuilt: boolean
}

/** A page of entries, newest first; `next` is where the following page starts. */
export interface EntryPage {
  readonly entries: readonly Entry[]
  readonly next: number | undefined
}

/** The durable journal: one file, one connection, in the store process. */
export interface JournalFile {
  readonly report: JournalReport
  /**
   * Appends events in one transaction: all are durable when this returns, or none is. An event that is there already
   * counts as appended, so an append whose answer was lost may be repeated. Answers the entries as they now are.
   */
  append(events: readonly PlacedEvent[]): Result<readonly Entry[], AppendRefusal>
  entry(id: string): Entry | undefined
  /** The whole history of one entry, oldest first. */
  history(id: string): readonly PlacedEvent[]
  unsettled(): readonly Entry[]
  list(filter: EntryFilter, before: number | undefined, limit: number): EntryPage
  /** Entries of one command, in the order they were recorded. */
  group(id: string, limit: number): readonly Entry[]
  /** Unsettled entries of a profile by state. */
  counts(profile: string): Readonly<Record<string, number>>
  close(): void
}

/**
 * Opens the journal, made when missing, and checks all of it.
 * @param path a file, or ":memory:" in tests
 * @param secret from the keychain, 64 hex digits
 * @param now milliseconds since 1970 UTC
 */
export function openJournal(path: string, secret: string, now: number): Result<JournalFile, OpenFailure> {
  const keys = deriveKeys(secret)
  let sql: Sql | undefined
  try {
    sql = openDatabase(path, keys.file)
    migrate(sql, journalMigrations, now)
    return ok(check(sql, keys.chain))
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

function check(sql: Sql, key: Uint8Array): JournalFile {
  const { head, flaws, entries, events } = readLog(sql, key)
  if (flaws.length === 0 && !isIntact(sql)) flaws.push({ seq: 0, what: 'unreadable' })
  const all = [...entries.values()]
  const report = { events, entries: all.length, flaws: flaws.slice(0, 100), indexRebuilt: false }
  if (flaws.length > 0) return readOnlyJournal(sql, key, report, all)
  return writableJournal(sql, key, head, { ...report, indexRebuilt: repairIndex(sql, all) })
}

/** The log folded into entries. An event that does not fit its entry is a flaw as well. */
function readLog(sql: Sql, key: Uint8Array) {
  const entries = new Map<string, IndexedEntry>()
  const unfit: Flaw[] = []
  let events = 0
  const { head, flaws } = walkLog(sql, key, (placed, seq) => {
    events++
    const known = entries.get(placed.entry)
    const next = applyEvent(known?.entry, placed)
    if (next.ok) entries.set(placed.entry, { created: known?.created ?? seq, entry: next.value })
    else unfit.push({ seq, what: 'malformed' })
  })
  return { head, flaws: [...flaws, ...unfit].sort((a, b) => a.seq - b.seq), entries, events }
}

function writableJournal(sql: Sql, key: Uint8Array, start: Head, report: JournalReport): JournalFile {
  let head = start

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
    if (holder) return err({ reason: 'claimed', holder })
    head = writeEvent(sql, key, head, placed)
    indexEntry(sql, { created: known?.created ?? head.seq, entry: next.value })
    return next
  }

  return {
    report,
    append: (events) => {
      const before = head
      try {
        return ok(
          sql.transaction(() =>
            events.map((event) => {
              const appended = appendOne(event)
              if (!appended.ok) throw new Refused(appended.error)
              return appended.value
            }),
          ),
        )
      } catch (error) {
        head = before
        if (error instanceof Refused) return err(error.refusal)
        throw error
      }
    },
    entry: (id) => findEntry(sql, id)?.entry,
    history: (id) => readEntryEvents(sql, id),
    unsettled: () => unsettledEntries(sql),
    list: (filter, before, limit) =>
      toPage(listEntries(sql, filter, before ?? Number.MAX_SAFE_INTEGER, limit + 1), limit),
    group: (id, limit) => groupEntries(sql, id, limit),
    counts: (profile) => countUnsettled(sql, profile),
    close: () => sql.close(),
  }
}

/** Rolls the transaction back on its way out. */
class Refused extends Error {
  constructor(readonly refusal: AppendRefusal) {
    super(refusal.reason)
  }
}

/** A damaged journal: what could be read, served from memory. Nothing is written and nothing is deleted. */
function readOnlyJournal(
  sql: Sql,
  key: Uint8Array,
  report: JournalReport,
  all: readonly IndexedEntry[],
): JournalFile {
  const histories = new Map<string, PlacedEvent[]>()
  walkLog(sql, key, (event) => {
    histories.set(event.entry, [...(histories.get(event.entry) ?? []), event])
  })
  const newestFirst = [...all].sort((a, b) => b.created - a.created)
  const byId = new Map(all.map((indexed) => [indexed.entry.id, indexed.entry]))
  return {
    report,
    append: () => err({ reason: 'damaged' }),
    entry: (id) => byId.get(id),
    history: (id) => histories.get(id) ?? [],
    unsettled: () => [],
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
    close: () => sql.close(),
  }
}

/** `found` may hold one more than the page, which says that there is a next one. */
function toPage(found: readonly IndexedEntry[], limit: number): EntryPage {
  const shown = found.slice(0, limit)
  return {
    entries: shown.map(({ entry }) => entry),
    next: found.length > limit ? shown.at(-1)?.created : undefined,
  }
}
