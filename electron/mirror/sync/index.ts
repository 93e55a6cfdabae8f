export { createSync } from './create-sync'
export { heldFrom } from './plan-windows'
export { defaultSyncSettings, type SyncPace, type SyncSettings } from './settings'
export type { Sync, SyncDeps, SyncStore, SyncView } from './sync'
