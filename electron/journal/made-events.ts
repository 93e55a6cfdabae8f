import type { OperationId, OrderReference, ProfileId } from '@shared/kernel/ids'
import type { EngineClock } from './clock'
import type { JournalEvent, PlacedEvent } from './event'
import { toJson } from './json'
import type { AccountOf } from './same-account'

/** An operation as it is handed in. */
export interface Draft {
  readonly profile: ProfileId
  readonly kind: string
  readonly order: OrderReference
  readonly claims: readonly string[]
  /** Plain data of the kind's own shape. */
  readonly intent: object
  /** What the person decided on, as just read. */
  readonly before: object
  /** When that reading was begun, in milliseconds since 1970 UTC. */
  readonly readAt: number
}

/** A draft that is the whole of a line of a batch, or a part of it. */
export interface LineDraft extends Draft {
  readonly line: number
}

/** What the first events of entries are made with. */
export interface Maker {
  readonly newId: () => OperationId
  readonly clock: EngineClock
  readonly accountOf: AccountOf
}

/** Drafts of one command as the first events of their entries. */
export function recordedEvents<D extends Draft>(
  { newId, clock, accountOf }: Maker,
  drafts: readonly D[],
  who: string,
  extra: (draft: D) => { dueAt?: number; batch?: OperationId; line?: number },
): PlacedEvent[] {
  const group = newId()
  const at = clock.now()
  return drafts.map((draft): PlacedEvent => {
    const { profile, kind, order, claims, intent, before } = draft
    const account = accountOf(profile)
    const body = {
      ...{ profile, kind, order },
      ...(account === undefined ? {} : { account }),
      ...extra(draft),
      ...{ claims: [...claims], group, groupSize: drafts.length, who },
    }
    const payload = { intent: toJson(intent), before: toJson(before) }
    return { entry: newId(), ordinal: 1, at, event: { type: 'recorded', body, payload } }
  })
}

/** The program ended between "recorded" and "answered". */
export const interrupted = (now: number): JournalEvent => ({
  type: 'unknown',
  body: {
    error: {
      code: 'OUTCOME_UNKNOWN',
      message: 'Gatehouse ended before the answer came',
      changed: 'unknown',
      params: { reason: 'interrupted' },
    },
    refused: false,
    nextLookUpAt: now,
  },
})
