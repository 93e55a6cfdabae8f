import type { EventName, EventPayload } from '@shared/ipc/events'
import type { ProfileId } from '@shared/kernel/ids'
import type { EngineClock } from '../journal/clock'
import { gather } from '../platform/gather'

interface Deps {
  readonly clock: Pick<EngineClock, 'after'>
  readonly broadcast: <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void
}

/** Tells windows how mirrors get on, gathered: while one is filled there is much of it. */
export function createMirrorEvents({ clock, broadcast }: Deps): {
  /** @param references none: orders are gone */
  changed(profile: ProfileId, references: readonly string[]): void
  stateChanged(profile: ProfileId): void
} {
  const tellStates = gather<ProfileId>(clock, (profiles) => {
    for (const profile of new Set(profiles)) broadcast('mirror.state', { profile })
  })
  const tellOrders = gather<readonly [ProfileId, readonly string[]]>(clock, (changes) => {
    for (const profile of new Set(changes.map(([each]) => each))) {
      const orders = changes.flatMap(([each, order]) => (each === profile ? order : []))
      broadcast('mirror.changed', { profile, orders: [...new Set(orders)] })
    }
  })
  return {
    changed: (profile, references) => tellOrders([[profile, references]]),
    stateChanged: (profile) => tellStates([profile]),
  }
}
