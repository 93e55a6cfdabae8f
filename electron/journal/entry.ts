import { isSettled, type OperationState } from '@shared/features/operations'
import type { OperationId, OrderReference, ProfileId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import type { EntryError, EventOf, EventType, PlacedEvent, ServerWords } from './event'
import type { Json } from './json'

/** One try to send. Times in milliseconds since 1970 UTC. */
export interface Attempt {
  readonly number: number
  readonly sentAt: number
  readonly endedAt?: number
  readonly result?: EventType
  readonly error?: EntryError
  readonly words?: ServerWords
}

/** An entry of the journal as its events make it. What was purged is `null`. */
export interface Entry {
  readonly id: OperationId
  /** Number of its newest event. */
  readonly ordinal: number
  readonly profile: ProfileId
  /** Fingerprint of the account that it is for; it is neither sent to another nor looked up there. */
  readonly account?: string
  readonly kind: string
  readonly order: OrderReference
  readonly claims: readonly string[]
  /** Entries of one command share it; there are `groupSize` of them. */
  readonly group: OperationId
  readonly groupSize: number
  /** The batch that it is part of, and the line of it. */
  readonly batch?: OperationId
  readonly line?: number
  readonly who: string
  readonly recordedAt: number
  readonly updatedAt: number
  readonly state: OperationState
  /** Queued, waiting for a person. */
  readonly held?: EventOf<'held'>['body']['why']
  /** Queued, not to be sent before. */
  readonly dueAt?: number
  readonly intent: Json
  /** What the person decided on; after `sending`, what was read just before it. */
  readonly before: Json
  /** What was read last: the answer, the evidence, or the look-up that showed nothing. */
  readonly after?: Json
  /** Failed before anything was sent: what was read then, and stood in the way. */
  readonly found?: Json
  readonly attempts: readonly Attempt[]
  /** Answered look-ups since the outcome became unknown or the supplier took over. */
  readonly lookUps: number
  readonly lastLookUpAt?: number
  /** Why nothing could be read when it was last looked up. */
  readonly lookUpError?: EntryError
  readonly nextLookUpAt?: number
  /** At the supplier: when a person has to look if it is still not final. */
  readonly reviewAt?: number
  readonly refused?: boolean
  /** How often the server asked to come later. */
  readonly requeues: number
  /** Why it failed, waits, or is unknown. */
  readonly error?: EntryError
  readonly words?: ServerWords
  readonly settledBy?: EventOf<'done'>['body']['by'] | 'hand'
  /** Who decided by hand what happened, and why; the reason is gone once purged. */
  readonly marked?: { readonly who: string; readonly why?: string }
  readonly othersChanged?: boolean
  /** What persons and the server wrote was erased: nothing of it is in this entry any more. */
  readonly purged?: { readonly at: number; readonly who: string }
}

/** Events that change an entry that is there. */
type ChangingType = Exclude<EventType, 'recorded' | 'gap-accepted' | 'purged'>

/** From which states an event may come. Settled states are in none of them. */
const allowedFrom: Readonly<Record<ChangingType, readonly OperationState[]>> = {
  held: ['queued'],
  released: ['queued'],
  withdrawn: ['queued'],
  sending: ['queued'],
  requeued: ['queued', 'sending'],
  // Nothing was sent when it fails while queued: the fresh read showed that it must not be.
  failed: ['queued', 'sending', 'unknown', 'at-supplier'],
  unknown: ['sending'],
  accepted: ['sending', 'unknown', 'needs-review'],
  'looked-up': ['unknown', 'at-supplier', 'needs-review'],
  done: ['sending', 'unknown', 'at-supplier', 'needs-review'],
  'needs-review': ['unknown', 'at-supplier'],
  marked: ['needs-review'],
}

/**
 * The state machine: an entry and its next event make the next entry. `undefined` is the entry before its first
 * event. An event that does not fit is refused with the reason.
 */
export function applyEvent(entry: Entry | undefined, placed: PlacedEvent): Result<Entry, string> {
  const { event } = placed
  if (event.type === 'recorded') {
    if (entry) return err('the entry is recorded already')
    return placed.ordinal === 1 ? ok(recorded(placed, event)) : err('an entry begins with event 1')
  }
  if (event.type === 'gap-accepted') return err('gap-accepted is of the journal, not of an entry')
  if (!entry) return err(`${event.type} of an entry that is not recorded`)
  if (entry.id !== placed.entry) return err('the event is of another entry')
  if (placed.ordinal !== entry.ordinal + 1) return err(`event ${placed.ordinal} after ${entry.ordinal}`)
  if (event.type === 'purged') {
    if (!isSettled(entry.state)) return err(`purged while ${entry.state}`)
    return ok({ ...erased(entry), ordinal: placed.ordinal, purged: { at: placed.at, who: event.body.who } })
  }
  if (isSettled(entry.state)) return err(`${event.type} of an entry that is settled`)
  if (!allowedFrom[event.type].includes(entry.state)) return err(`${event.type} while ${entry.state}`)
  if (event.type === 'sending' && entry.held) return err('sending while held')
  return ok({ ...changed(entry, placed, event), ordinal: placed.ordinal, updatedAt: placed.at })
}

function recorded({ entry, at }: PlacedEvent, { body, payload }: EventOf<'recorded'>): Entry {
  const { dueAt, account, batch, line, ...rest } = body
  return {
    id: entry,
    ordinal: 1,
    ...rest,
    ...(account === undefined ? {} : { account }),
    ...(batch === undefined ? {} : { batch }),
    ...(line === undefined ? {} : { line }),
    recordedAt: at,
    updatedAt: at,
    state: 'queued',
    ...(dueAt === undefined ? {} : { dueAt }),
    intent: payload?.intent ?? null,
    before: payload?.before ?? null,
    attempts: [],
    lookUps: 0,
    requeues: 0,
  }
}

function changed(entry: Entry, { at }: PlacedEvent, event: EventOf<ChangingType>): Entry {
  switch (event.type) {
    case 'held':
      return { ...entry, held: event.body.why }
    case 'released':
      return without(entry, 'held', 'dueAt')
    case 'withdrawn':
      return { ...without(entry, 'held', 'dueAt'), state: 'withdrawn' }
    case 'sending': {
      const attempts = [...entry.attempts, { number: event.body.attempt, sentAt: at }]
      const before = event.payload?.before ?? null
      return { ...without(entry, 'dueAt', 'error', 'words'), state: 'sending', attempts, before }
    }
    case 'requeued': {
      const failed = withError(entry, at, event)
      return { ...failed, state: 'queued', dueAt: event.body.dueAt, requeues: entry.requeues + 1 }
    }
    case 'unknown': {
      const { refused, nextLookUpAt } = event.body
      return { ...withError(entry, at, event), state: 'unknown', refused, nextLookUpAt, lookUps: 0 }
    }
    case 'accepted': {
      const { nextLookUpAt, reviewAt } = event.body
      const after = event.payload?.after ?? null
      const ended = endAttempt(without(entry, 'error', 'words'), at, event.type)
      return { ...ended, state: 'at-supplier', after, nextLookUpAt, reviewAt, lookUps: 0 }
    }
    case 'looked-up': {
      const { answered, counts, error, nextLookUpAt } = event.body
      const seen = answered ? { after: event.payload?.now ?? null } : {}
      const lookUps = answered || counts ? entry.lookUps + 1 : entry.lookUps
      const next = nextLookUpAt === undefined ? {} : { nextLookUpAt }
      const failed = error ? { lookUpError: error } : {}
      return {
        ...without(entry, 'nextLookUpAt', 'lookUpError'),
        ...seen,
        lookUps,
        ...next,
        ...failed,
        lastLookUpAt: at,
      }
    }
    case 'done': {
      const { by, othersChanged } = event.body
      const after = event.payload?.after ?? null
      const ended = endAttempt(settled(without(entry, 'error', 'words')), at, event.type)
      return { ...ended, state: 'done', after, settledBy: by, othersChanged }
    }
    case 'failed': {
      const found = event.payload?.now
      const failed = settled(withError(entry, at, event))
      return { ...failed, state: 'failed', ...(found === undefined ? {} : { found }) }
    }
    case 'needs-review': {
      const { error } = event.body
      const seen = error ? { lookUpError: error } : { after: event.payload?.now ?? null }
      const next = without(entry, 'nextLookUpAt', 'lookUpError')
      return { ...next, ...seen, state: 'needs-review', lastLookUpAt: at }
    }
    case 'marked': {
      const { happened, who } = event.body
      const why = event.payload?.why
      const marked = { who, ...(why === undefined ? {} : { why }) }
      const end = settled(happened ? without(entry, 'error', 'words') : entry)
      return { ...end, state: happened ? 'done' : 'failed', settledBy: 'hand', marked }
    }
  }
}

/** The entry as its events without their payloads make it. */
function erased(entry: Entry): Entry {
  const { words: _, found: __, marked, after, attempts, ...rest } = entry
  return {
    ...rest,
    intent: null,
    before: null,
    ...(after === undefined ? {} : { after: null }),
    attempts: attempts.map(({ words: ___, ...attempt }) => attempt),
    ...(marked ? { marked: { who: marked.who } } : {}),
  }
}

function withError(
  entry: Entry,
  at: number,
  { type, body, payload }: EventOf<'failed' | 'unknown' | 'requeued'>,
): Entry {
  const words = payload?.words
  const failed = { ...without(entry, 'words'), error: body.error, ...(words ? { words } : {}) }
  return endAttempt(failed, at, type, body.error, words)
}

/** Closes the attempt that is under way, if one is. */
function endAttempt(
  entry: Entry,
  endedAt: number,
  result: EventType,
  error?: EntryError,
  words?: ServerWords,
): Entry {
  const last = entry.attempts.at(-1)
  if (!last || last.endedAt !== undefined) return entry
  const ended = { ...last, endedAt, result, ...(error ? { error } : {}), ...(words ? { words } : {}) }
  return { ...entry, attempts: [...entry.attempts.slice(0, -1), ended] }
}

const settled = (entry: Entry): Entry =>
  without(entry, 'held', 'dueAt', 'lookUpError', 'nextLookUpAt', 'reviewAt')

function without(
  entry: Entry,
  ...keys: readonly ('held' | 'dueAt' | 'error' | 'words' | 'lookUpError' | 'nextLookUpAt' | 'reviewAt')[]
): Entry {
  const copy = { ...entry }
  for (const key of keys) delete copy[key]
  return copy
}

/** Folds all events of one entry, oldest first. */
export function foldEntry(events: Iterable<PlacedEvent>): Result<Entry, string> {
  let entry: Entry | undefined
  for (const event of events) {
    const next = applyEvent(entry, event)
    if (!next.ok) return next
    entry = next.value
  }
  return entry ? ok(entry) : err('no events')
}
