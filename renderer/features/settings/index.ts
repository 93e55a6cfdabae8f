export { followSettings, settingsQuery } from './queries'
export { useSettings } from './use-settings'
