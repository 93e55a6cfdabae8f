import { copyDiagnostics } from './copy-diagnostics'
import { getSettings } from './get-settings'
import { updateSettings } from './update-settings'

export type { SettingsView } from './get-settings'
export {
  defaultSettings,
  type Language,
  languages,
  resolveLanguage,
  type Settings,
  settingsSchema,
  undoBounds,
  zoomBounds,
} from './settings'

export const settingsOperations = { getSettings, updateSettings, copyDiagnostics }
