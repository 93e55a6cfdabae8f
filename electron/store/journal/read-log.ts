import { applyEvent } from '../../journal/entry'
import { type EventOf, journalItself } from '../../journal/event'
import type { Sql } from '../sql'
import { type Anchor, type Gap, isAnchored, isSameMark } from './anchor'
import type { IndexedEntry } from './entry-index'
import { type Flaw, type Head, readMac, startWalk } from './event-log'

/** The log as it is being read, folded into entries. */
export interface LogReading {
  /** Reads and checks the next page; `false` when there was none left. */
  step(): boolean
  at(): { readonly seq: number; readonly last: number }
  found(): LogContent
}

export interface LogContent {
  readonly head: Head
  /** What is not as it was written, and events that do not fit their entry; in order. */
  readonly flaws: Flaw[]
  readonly entries: ReadonlyMap<string, IndexedEntry>
  readonly events: number
  /** How many events are of the journal itself, of no entry. */
  readonly ownEvents: number
  /** When the first event was recorded, in milliseconds since 1970 UTC. */
  readonly since: number | undefined
  /** What the file did not hold and a person went on without. */
  readonly accepted: readonly EventOf<'gap-accepted'>['body'][]
}

/** Begins to read the log. */
export function startReading(sql: Sql, key: Uint8Array): LogReading {
  const entries = new Map<string, IndexedEntry>()
  const unfit: Flaw[] = []
  const accepted: EventOf<'gap-accepted'>['body'][] = []
  let events = 0
  let since: number | undefined

  const walk = startWalk(sql, key, (placed, seq) => {
    events++
    since ??= placed.at
    const { event } = placed
    if (event.type === 'gap-accepted' && placed.entry === journalItself) {
      accepted.push(event.body)
      return
    }
    const known = entries.get(placed.entry)
    const next = applyEvent(known?.entry, placed)
    if (next.ok) entries.set(placed.entry, { created: known?.created ?? seq, entry: next.value })
    else unfit.push({ seq, what: 'malformed' })
  })

  return {
    step: walk.step,
    at: walk.at,
    found: () => {
      const { head, flaws } = walk.found()
      const all = [...flaws, ...unfit].sort((a, b) => a.seq - b.seq)
      return { head, flaws: all, entries, events, ownEvents: accepted.length, since, accepted }
    },
  }
}

/** Reads all of the log. */
export function readLog(sql: Sql, key: Uint8Array): LogContent {
  const reading = startReading(sql, key)
  while (reading.step());
  return reading.found()
}

/** What the anchor remembers and the log does not hold, unless a person has gone on without it. */
export function gapOf(sql: Sql, log: LogContent, anchor: Anchor | undefined): Gap | undefined {
  if (!anchor || anchor.seq === 0) return undefined
  if (isAnchored(anchor, readMac(sql, anchor.seq))) return undefined
  if (log.accepted.some((gap) => isSameMark(gap.anchor, anchor))) return undefined
  const { events, entries, head } = log
  return { what: head.seq < anchor.seq ? 'cut' : 'replaced', anchor, events, entries: entries.size }
}
