import { randomUUID } from 'node:crypto'
import type { EventOf, JournalEvent, PlacedEvent } from '../../electron/journal/event'

/** The secret that tests put in place of the keychain's. */
export const testSecret = 'c0'.repeat(32)
export const aProfile = 'canal-tours'
export const anOrder = 'PRI8841203977'

/** A `recorded` event of a ticket cancellation. */
export function recordedEvent(
  claim: string,
  body: Partial<EventOf<'recorded'>['body']> = {},
): EventOf<'recorded'> {
  return {
    type: 'recorded',
    body: {
      profile: aProfile,
      kind: 'cancel-order',
      order: anOrder,
      claims: [claim],
      group: randomUUID(),
      groupSize: 1,
      who: 'Amara',
      ...body,
    },
    payload: { intent: { reason: 'guest is ill' }, before: { orderVersion: 3 } },
  }
}

/** Events of one entry in a row, a second apart. */
export function placed(entry: string, ...events: readonly JournalEvent[]): PlacedEvent[] {
  return events.map((event, index) => ({ entry, ordinal: index + 1, at: 1_000 * (index + 1), event }))
}
