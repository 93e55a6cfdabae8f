import type { AppError } from '@shared/kernel/app-error'
import type { OperationId, OrderReference, ProfileId } from '@shared/kernel/ids'
import { ok, type Result } from '@shared/kernel/result'
import type { z } from 'zod'
import type { Entry } from './entry'
import { type Json, toJson } from './json'

/** What a later read says about an operation. */
export interface Evidence {
  readonly verdict: /** What was asked for is the case. */
    | 'happened'
    /** The supplier is at it (rules.md #162). */
    | 'at-supplier'
    /** The supplier had it and gave it back unchanged. */
    | 'declined'
    /** Not the case; right after a time-out that proves nothing (rules.md #42). */
    | 'absent'
  /** More changed than this operation would have. */
  readonly othersChanged: boolean
}

/** What the server answered to the request itself. */
export interface Answer<Snapshot> {
  readonly now: Snapshot
  /** `App-Reference` of the request. */
  readonly requestId: string
}

/** The typed parts of an entry, as its own kind sees them. */
export interface Typed<Intent, Snapshot> {
  readonly id: OperationId
  readonly profile: ProfileId
  readonly order: OrderReference
  readonly intent: Intent
  readonly before: Snapshot
  readonly entry: Entry
}

/** What a kind of operation has to say for itself; the engine knows nothing of orders, refunds or contacts. */
export interface OperationDefinition<Intent, Snapshot> {
  readonly kind: string
  readonly intent: z.ZodType<Intent>
  readonly snapshot: z.ZodType<Snapshot>
  /** Reads the target past every cache and reduces it to what evidence and effect need. */
  read(entry: Omit<Typed<Intent, Snapshot>, 'before'>): Promise<Result<Snapshot, AppError>>
  /**
   * Whether it may be sent now. `earlier` are the settled operations on the same target, oldest first: what they
   * left is what this one expects.
   */
  check(entry: Typed<Intent, Snapshot>, now: Snapshot, earlier: readonly Entry[]): Result<void, AppError>
  send(entry: Typed<Intent, Snapshot>): Promise<Result<Answer<Snapshot>, AppError>>
  evidence(entry: Typed<Intent, Snapshot>, now: Snapshot): Evidence
  /**
   * False where nothing that can be read shows whether it happened, such as an e-mail: an open outcome is then looked up
   * once and left to a person, who would learn nothing by waiting. True when left out.
   */
  readonly provable?: boolean
  /**
   * True when the identical request, sent again, cannot do it twice. A person who has to decide about an unknown outcome
   * is told; nothing is resent by itself either way.
   */
  readonly safeToResend: boolean
  /** The operation that takes it back, if there is one. */
  readonly reversal: string | undefined
  /**
   * Whether this very one cannot be taken back afterwards, although others of its kind can: it mails somebody, say.
   * Where left out, all of a kind without a reversal cannot.
   */
  isIrreversible?(intent: Intent): boolean
  /** For how long it can be stopped at least, in seconds, even where a person set less. None when left out. */
  readonly leastUndoSeconds?: number
}

/** What is the same for all operations of a kind. */
export type Traits = Pick<BoundDefinition, 'provable' | 'safeToResend' | 'reversal'>

/** A definition as the engine uses it: plain JSON in and out, parsed on the way. */
export interface BoundDefinition {
  readonly kind: string
  readonly provable: boolean
  readonly safeToResend: boolean
  readonly reversal: string | undefined
  /** Whether this one has to wait for the undo window: nothing takes it back once it is sent. */
  isIrreversible(intent: object): boolean
  readonly leastUndoSeconds: number
  read(entry: Entry): Promise<Result<Json, AppError>>
  check(entry: Entry, now: Json, earlier: readonly Entry[]): Result<void, AppError>
  send(entry: Entry): Promise<Result<Answer<Json>, AppError>>
  evidence(entry: Entry, now: Json): Evidence
}

/** Ties a definition to the plain JSON of the journal. Methods throw a ZodError for what another version wrote. */
export function bindDefinition<Intent extends object, Snapshot extends object>(
  definition: OperationDefinition<Intent, Snapshot>,
): BoundDefinition {
  const { kind, provable = true, safeToResend, reversal, intent, snapshot, leastUndoSeconds = 0 } = definition
  const target = (entry: Entry) => {
    const { id, profile, order } = entry
    return { id, profile, order, entry, intent: intent.parse(entry.intent) }
  }
  const typed = (entry: Entry): Typed<Intent, Snapshot> => ({
    ...target(entry),
    before: snapshot.parse(entry.before),
  })
  return {
    kind,
    provable,
    safeToResend,
    reversal,
    leastUndoSeconds,
    isIrreversible: (given) =>
      reversal === undefined || (definition.isIrreversible?.(intent.parse(given)) ?? false),
    read: async (entry) => {
      const reading = await definition.read(target(entry))
      return reading.ok ? ok(toJson(reading.value)) : reading
    },
    check: (entry, now, earlier) => definition.check(typed(entry), snapshot.parse(now), earlier),
    send: async (entry) => {
      const answer = await definition.send(typed(entry))
      return answer.ok ? ok({ now: toJson(answer.value.now), requestId: answer.value.requestId }) : answer
    },
    evidence: (entry, now) => definition.evidence(typed(entry), snapshot.parse(now)),
  }
}
