import type { SettingsStore } from '../platform/settings'

/** What windows say of the connection, and what the person chose about it, put together. */
export interface MeteredConnection {
  /** What Chromium says of the connection of this computer, from a window. */
  told(isMetered: boolean): void
}

/** @param waits told whenever it may be another: copies wait for another connection */
export function meteredConnection(
  settings: Pick<SettingsStore, 'get' | 'onChange'>,
  waits: (isWaiting: boolean) => void,
): MeteredConnection {
  let isMetered = false
  const tell = () => waits(isMetered && !settings.get().copyOverMetered)
  settings.onChange(tell)
  return {
    told: (now) => {
      isMetered = now
      tell()
    },
  }
}
