import type { KeychainStatus } from '@shared/features/profiles'
import type { Settings } from '@shared/features/settings'

/** What the text for support is made of. */
export interface DiagnosticFacts {
  readonly versions: Readonly<Record<string, string>>
  readonly installId: string
  readonly settings: Settings
  readonly keychain: KeychainStatus
  /** One line per profile, without its name and address. */
  readonly profiles: readonly string[]
  readonly setAside: readonly string[]
  readonly log: readonly string[]
}

/**
 * The text that "Copy diagnostics" puts on the clipboard. It goes to support by hand, so it holds no secret, no
 * name and no address; the caller redacts it once more.
 */
export function diagnosticsText(facts: DiagnosticFacts): string {
  const { deskUser, ...settings } = facts.settings
  return [
    'Gatehouse diagnostics',
    ...entries(facts.versions),
    `installation: ${facts.installId}`,
    ...entries(settings),
    `desk user: ${deskUser === '' ? 'from the system' : 'set'}`,
    `keychain: ${facts.keychain.state}${facts.keychain.detail && ` (${facts.keychain.detail})`}`,
    ...facts.profiles.map((line, index) => `profile ${index + 1}: ${line}`),
    ...facts.setAside.map((file) => `put aside: ${file}`),
    '',
    'Last lines of the log',
    ...facts.log,
  ].join('\n')
}

const entries = (record: Readonly<Record<string, string | number | boolean>>): string[] =>
  Object.entries(record).map(([name, value]) => `${name}: ${value}`)
