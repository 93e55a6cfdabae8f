import { operation } from '../../ipc/define'
import { settingsViewSchema } from './get-settings'
import { settingsSchema } from './settings'

/** Changes the settings that are named and leaves the others; answers them all. */
export const updateSettings = operation({
  kind: 'local',
  input: settingsSchema.partial().strict(),
  output: settingsViewSchema,
})
