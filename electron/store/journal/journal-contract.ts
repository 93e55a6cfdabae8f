import type { Result } from '@shared/kernel/result'
import type { Entry } from '../../journal/entry'
import type { PlacedEvent } from '../../journal/event'
import type { ChainMark, Gap } from './anchor'
import type { BatchFile } from './batches'
import type { EntryFilter, IndexedEntry } from './entry-index'
import type { Flaw } from './event-log'
import type { PrivacyFile } from './privacy-requests'
import type { PurgeRefusal, PurgeRequest } from './purge-order'
import type { CheckJournal } from './verify-journal'

/** Why an append was refused; nothing of it is on disk. */
export type AppendRefusal =
  /** An unsettled entry holds one of the claims. */
  | { readonly reason: 'claimed'; readonly holder: string; readonly entry: string }
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
  /** What the keychain remembers and the file does not hold; with it, the journal is read-only as well. */
  readonly gap?: Gap
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
  /** Where the chain stands. */
  mark(): ChainMark
  /**
   * Appends events in one transaction: all are durable when this returns, or none is. An event that is there already
   * counts as appended, so an append whose answer was lost may be repeated. Answers the entries as they now are.
   */
  append(events: readonly PlacedEvent[]): Result<readonly Entry[], AppendRefusal>
  /** Several appends, each all or none of it, that are made durable together: syncing the disk is what takes long. */
  appendAll(appends: readonly (readonly PlacedEvent[])[]): Result<readonly Entry[], AppendRefusal>[]
  entry(id: string): Entry | undefined
  /** The whole history of one entry, oldest first. */
  history(id: string): readonly PlacedEvent[]
  unsettled(): readonly Entry[]
  /** Settled entries of all profiles, newest first. */
  settled(before: number | undefined, limit: number): EntryPage
  list(filter: EntryFilter, before: number | undefined, limit: number): EntryPage
  /** Entries of one command, in the order they were recorded. */
  group(id: string, limit: number): readonly Entry[]
  /** Unsettled entries of a profile by state. */
  counts(profile: string): Readonly<Record<string, number>>
  readonly batches: BatchFile
  readonly privacy: PrivacyFile
  /** Erases what persons and the server wrote from all entries of an order, or nothing while one is not settled. */
  purge(order: string, request: PurgeRequest): Result<readonly Entry[], PurgeRefusal>
  /** `App-Reference` of every request that was answered, by entry, oldest first. */
  requestIds(entries: readonly string[]): Readonly<Record<string, readonly string[]>>
  /** Checks all of the file anew, part by part. */
  readonly check: CheckJournal
  close(): void
}

/** `found` may hold one more than the page, which says that there is a next one. */
export function toPage(found: readonly IndexedEntry[], limit: number): EntryPage {
  const shown = found.slice(0, limit)
  return {
    entries: shown.map(({ entry }) => entry),
    next: found.length > limit ? shown.at(-1)?.created : undefined,
  }
}
