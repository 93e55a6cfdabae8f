import en from '../../resources/locales/en/native.json'
import nl from '../../resources/locales/nl/native.json'

/** Words of native dialogs and menus, which the renderer has no part in. */
const texts: Readonly<Record<'en' | 'nl', typeof en>> = { en, nl }

export type NativeText = typeof en

/** Words in the language that is chosen now. */
export const nativeText = (language: 'en' | 'nl'): NativeText => texts[language]

/** Puts values into `{{places}}`; what has no value stays visible. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (place, name: string) => values[name] ?? place)
}
