export { keysOf } from './keys'
export type { AvailableShortcut } from './registry'
export { type ShortcutGroup, type ShortcutId, shortcutGroups, shortcutTable } from './table'
export { useAvailableShortcuts, useShortcut, useShortcutKeys } from './use-shortcut'
