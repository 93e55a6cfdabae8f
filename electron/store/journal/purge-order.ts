import { isSettled } from '@shared/features/operations'
import { err, ok, type Result } from '@shared/kernel/result'
import { applyEvent, type Entry } from '../../journal/entry'
import type { OrderOwner } from '../../journal/privacy-record'
import type { Sql } from '../sql'
import type { BatchFile } from './batches'
import { entriesOfOrder, indexEntry } from './entry-index'
import { erasePayloads, type Head, readPayloadOrdinals, writeEvent } from './event-log'
import { forgetFiles } from './made-files'

/** Who asks for what is known of a guest to be erased, and why; `at` in milliseconds since 1970 UTC. */
export interface PurgeRequest {
  /** Whose order it is. Where its files are is forgotten of that one alone, as it is read of that one alone. */
  readonly owner: OrderOwner
  readonly who: string
  /** Stays in the journal, so it must not name the guest. */
  readonly why: string
  readonly at: number
  /** Only of operations of these kinds, whatever else is under way; batches and where files are stay. All without it. */
  readonly kinds?: readonly string[] | undefined
  /** Only of these operations, in the same way. */
  readonly entries?: readonly string[] | undefined
}

/** Why nothing was erased. */
export type PurgeRefusal =
  /** This one is not settled: what it needs to be sent or looked up would be gone. */
  | { readonly reason: 'unsettled'; readonly entry: string }
  /** This one has still to do what a line of the order asks for. */
  | { readonly reason: 'at-work'; readonly batch: string }
  | { readonly reason: 'damaged' }

/**
 * Erases what persons and the server wrote from all entries of an order, with whatever profile they were recorded, and
 * from the batches that it is in. Each entry
 * has an event of its own that names what is gone; the chain covers digests and stays whole. The caller holds the
 * transaction. Answers the new head and the entries that had something to erase.
 */
export function purgeOrder(
  { sql, batches }: { readonly sql: Sql; readonly batches: Pick<BatchFile, 'atWorkOn' | 'purge'> },
  key: Uint8Array,
  start: Head,
  order: string,
  { owner, who, why, at, kinds, entries }: PurgeRequest,
): Result<{ head: Head; purged: Entry[] }, PurgeRefusal> {
  const isWanted = ({ id, kind }: Entry) =>
    (!kinds || kinds.includes(kind)) && (!entries || entries.includes(id))
  const all = entriesOfOrder(sql, order).filter(({ entry }) => isWanted(entry))
  const open = all.find(({ entry }) => !isSettled(entry.state))
  if (open) return err({ reason: 'unsettled', entry: open.entry.id })
  if (!kinds && !entries) {
    const batch = batches.atWorkOn(order)
    if (batch !== undefined) return err({ reason: 'at-work', batch })
    batches.purge(order)
    forgetFiles(sql, order, owner)
  }
  let head = start
  const purged: Entry[] = []
  for (const { created, entry } of all) {
    if (entry.purged) continue
    const events = readPayloadOrdinals(sql, entry.id)
    const event = { type: 'purged', body: { who, events }, payload: { why } } as const
    const placed = { entry: entry.id, ordinal: entry.ordinal + 1, at, event }
    const next = applyEvent(entry, placed)
    if (!next.ok) throw new Error(next.error)
    erasePayloads(sql, entry.id)
    head = writeEvent(sql, key, head, placed)
    indexEntry(sql, { created, entry: next.value }, false)
    purged.push(next.value)
  }
  return ok({ head, purged })
}
