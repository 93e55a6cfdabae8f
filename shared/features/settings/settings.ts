import { z } from 'zod'

/** Languages that the whole app exists in (ISO 639-1). */
export const languages = ['en', 'nl'] as const
export type Language = (typeof languages)[number]

/** How far the page may be scaled; 1 is 100 %. */
export const zoomBounds = { min: 0.5, max: 3 } as const

/** How long an operation that cannot be taken back may wait before it is sent, in seconds. */
export const undoBounds = { min: 0, max: 30 } as const

/** What a person chooses for this installation. Nothing here is secret. */
export const settingsSchema = z.object({
  colorScheme: z.enum(['light', 'dark', 'auto']),
  /** `auto` follows the operating system. */
  language: z.enum(['auto', ...languages]),
  /** Scale of the page; 1 is 100 %. */
  zoom: z.number().min(zoomBounds.min).max(zoomBounds.max),
  density: z.enum(['compact', 'comfortable']),
  /** Who sits at this desk, as the journal names them; empty: the name of the account on this computer. */
  deskUser: z.string().trim().max(80),
  /** How long an operation can still be undone before it is sent, in seconds; 0 sends at once. */
  undoSeconds: z.number().int().min(undoBounds.min).max(undoBounds.max),
  /** Whether local copies are brought up to date over a metered connection as well. */
  copyOverMetered: z.boolean(),
  /** Single-key shortcuts (WCAG 2.1.4: they can be switched off). */
  shortcuts: z.boolean(),
})
export type Settings = z.infer<typeof settingsSchema>

/** What a fresh installation starts with. */
export const defaultSettings: Settings = {
  colorScheme: 'auto',
  language: 'auto',
  zoom: 1,
  density: 'compact',
  deskUser: '',
  undoSeconds: 5,
  copyOverMetered: false,
  shortcuts: true,
}

/** The language to show: the chosen one, else the system's where we have it, else English. */
export function resolveLanguage(chosen: Settings['language'], systemLocale: string): Language {
  if (chosen !== 'auto') return chosen
  const system = systemLocale.toLowerCase().split(/[-_]/)[0]
  return languages.find((language) => language === system) ?? 'en'
}
