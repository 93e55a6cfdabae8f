export { createSync } from './create-sync'
export { defaultSyncSettings, type SyncPace, type SyncSettings } from './settings'
export type { Sync, SyncDeps, SyncStore, SyncView } from './sync'
