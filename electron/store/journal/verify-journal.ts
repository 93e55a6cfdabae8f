import { isIntact } from '../database'
import type { Sql } from '../sql'
import type { Anchor, Gap } from './anchor'
import type { Flaw } from './event-log'
import { gapOf, type LogReading, startReading } from './read-log'

/** What checking the journal anew found. */
export interface JournalCheck {
  readonly events: number
  readonly entries: number
  /** When the first event was recorded, in milliseconds since 1970 UTC. */
  readonly since?: number
  /** Flaws, oldest first, at most 100. */
  readonly flaws: readonly Flaw[]
  readonly gap?: Gap
  /** False when nothing was kept in the keychain to compare with. */
  readonly anchored: boolean
}

/** A part of checking: how far it is, or what it found. */
export type CheckStep =
  | { readonly done: false; readonly seq: number; readonly last: number }
  | { readonly done: true; readonly check: JournalCheck }

/**
 * Checks the file a page at a time, so that commits go on in between. The first call begins, and so does the one after the end.
 * @param anchor what the keychain remembers by now
 */
export type CheckJournal = (anchor: Anchor | undefined, restart: boolean) => CheckStep

export function createCheck(sql: Sql, key: Uint8Array): CheckJournal {
  let reading: LogReading | undefined
  return (anchor, restart) => {
    if (restart || !reading) reading = startReading(sql, key)
    if (reading.step()) return { done: false, ...reading.at() }
    const found = reading.found()
    reading = undefined
    const { events, entries, since, flaws } = found
    if (flaws.length === 0 && !isIntact(sql)) flaws.push({ seq: 0, what: 'unreadable' })
    const gap = gapOf(sql, found, anchor)
    const check = {
      events,
      entries: entries.size,
      flaws: flaws.slice(0, 100),
      anchored: anchor !== undefined,
      ...(since === undefined ? {} : { since }),
      ...(gap ? { gap } : {}),
    }
    return { done: true, check }
  }
}
