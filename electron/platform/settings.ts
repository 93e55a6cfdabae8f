import { randomUUID } from 'node:crypto'
import { defaultSettings, type Settings, settingsSchema } from '@shared/features/settings'
import { fieldsOf } from '@shared/kernel/tolerant'
import { z } from 'zod'
import { openJsonDocument } from './json-document'

/** Size and place of a window. Pixels of the screen. */
const windowStateSchema = z.object({
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  maximized: z.boolean(),
})
export type StoredWindowState = z.infer<typeof windowStateSchema>

const documentSchema = z.object({
  /** Random, sent as `App-Machine-ID` (rules.md #17). Says nothing about the computer. */
  installId: z.uuid(),
  settings: settingsSchema,
  /** Of the window that was closed last; the next one opens like it. */
  window: windowStateSchema.optional(),
})

/** Version 2: operations can be undone for a while before they are sent. */
function withUndoWindow(older: unknown): unknown {
  const { settings, ...document } = fieldsOf(older)
  return { ...document, settings: { ...fieldsOf(settings), undoSeconds: defaultSettings.undoSeconds } }
}

/** Version 3: whether local copies are brought up to date over a metered connection. */
function withMetered(older: unknown): unknown {
  const { settings, ...document } = fieldsOf(older)
  return {
    ...document,
    settings: { ...fieldsOf(settings), copyOverMetered: defaultSettings.copyOverMetered },
  }
}

/** The settings to change; what is undefined stays. */
export type SettingsChange = { readonly [Name in keyof Settings]?: Settings[Name] | undefined }

/** The settings of this installation, in `settings.json` of its user-data folder. */
export interface SettingsStore {
  readonly installId: string
  get(): Settings
  /** Changes what is named; answers everything. @throws when the disk refuses */
  update(change: SettingsChange): Settings
  /** Calls `listener` after every change, with the settings as they are now. */
  onChange(listener: (settings: Settings) => void): void
  readWindowState(): StoredWindowState | undefined
  /** Never throws: a place that is not remembered must not keep a window from closing. */
  writeWindowState(state: StoredWindowState): void
  readonly setAside: string | undefined
}

export function openSettings(folder: string): SettingsStore {
  const document = openJsonDocument(folder, {
    name: 'settings',
    schema: documentSchema,
    initial: () => ({ installId: randomUUID(), settings: defaultSettings }),
    migrations: [withUndoWindow, withMetered],
  })
  const listeners: ((settings: Settings) => void)[] = []
  return {
    installId: document.read().installId,
    get: () => document.read().settings,
    update: (change) => {
      const named = Object.entries(change).filter(([, value]) => value !== undefined)
      const settings = { ...document.read().settings, ...Object.fromEntries(named) }
      document.write({ ...document.read(), settings })
      for (const listener of listeners) listener(settings)
      return settings
    },
    onChange: (listener) => listeners.push(listener),
    readWindowState: () => document.read().window,
    writeWindowState: (window) => {
      try {
        document.write({ ...document.read(), window })
      } catch {
        // A disk that refuses is reported by the next change that a person makes.
      }
    },
    setAside: document.setAside,
  }
}
