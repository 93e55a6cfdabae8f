import { z } from 'zod'
import { operation } from '../../ipc/define'
import { languages, settingsSchema } from './settings'

/** The settings and what they come down to on this computer. */
export const settingsViewSchema = z.object({
  settings: settingsSchema,
  resolved: z.object({
    language: z.enum(languages),
    /** Name that operations are journalled under. */
    deskUser: z.string(),
  }),
  /** What holds where nothing is chosen. */
  system: z.object({
    language: z.enum(languages),
    /** Name of the account on this computer. */
    deskUser: z.string(),
  }),
  /** Files that could not be read and were put aside under these names, next to where they were. */
  setAside: z.array(z.string()),
})
export type SettingsView = z.infer<typeof settingsViewSchema>

export const getSettings = operation({
  kind: 'query',
  input: z.strictObject({}),
  output: settingsViewSchema,
})
