import type { EventName, EventPayload } from '@shared/ipc/events'

/** Calls `listener` on every push of this name; answers the unsubscribe function. */
export function onEvent<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void) {
  return window.gatehouse.subscribe((event, payload) => {
    if (event === name) listener(payload as EventPayload<Name>)
  })
}
