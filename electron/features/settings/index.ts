import { resolveLanguage, type SettingsView, type settingsOperations } from '@shared/features/settings'
import type { Handlers } from '@shared/ipc/define'
import { ok } from '@shared/kernel/result'
import type { Redactor } from '../../platform/redact'
import type { SettingsStore } from '../../platform/settings'
import { type DiagnosticFacts, diagnosticsText } from './diagnostics'

export interface SettingsDeps {
  readonly settings: SettingsStore
  /** Locale of the operating system, as a BCP 47 tag. */
  readonly systemLocale: () => string
  /** Name of the account on this computer. */
  readonly systemUser: () => string
  /** Names of files that were put aside on opening. */
  readonly setAside: readonly string[]
  readonly facts: () => Omit<DiagnosticFacts, 'settings' | 'installId' | 'setAside'>
  readonly redactor: Redactor
  readonly writeClipboard: (text: string) => void
}

export function settingsHandlers(deps: SettingsDeps): Handlers<typeof settingsOperations> {
  const { settings, setAside, redactor } = deps
  const view = (): SettingsView => {
    const chosen = settings.get()
    const system = { language: resolveLanguage('auto', deps.systemLocale()), deskUser: deps.systemUser() }
    const resolved = {
      language: resolveLanguage(chosen.language, deps.systemLocale()),
      deskUser: chosen.deskUser || system.deskUser,
    }
    return { settings: chosen, resolved, system, setAside: [...setAside] }
  }
  return {
    getSettings: () => ok(view()),
    updateSettings: (change) => {
      settings.update(change)
      return ok(view())
    },
    copyDiagnostics: () => {
      const facts = { ...deps.facts(), settings: settings.get(), installId: settings.installId, setAside }
      const text = redactor.redact(diagnosticsText(facts))
      deps.writeClipboard(text)
      return ok({ lines: text.split('\n').length })
    },
  }
}
