import type { KeychainStatus } from '@shared/features/profiles'

/**
 * What a keychain's refusal means. The words are those of libsecret, the macOS Keychain and the Windows Credential
 * Manager; what is not recognised counts as locked, because a keychain that answered at all is there.
 */
export function classifyFailure(thrown: unknown): KeychainStatus {
  const detail = thrown instanceof Error ? thrown.message : String(thrown)
  return { state: missing.some((words) => words.test(detail)) ? 'missing' : 'locked', detail }
}

const missing = [
  // libsecret without a session bus, or without a Secret Service on it
  /Unknown or unsupported transport/i,
  /Cannot autolaunch D-?Bus/i,
  /Could not connect: (No such file|Connection refused)/i,
  /org\.freedesktop\.secrets was not provided/i,
  /org\.freedesktop\.DBus\.Error\.(ServiceUnknown|NoServer|Spawn)/i,
  /Error spawning command line .*dbus-launch/i,
  // the native module or libsecret itself
  /libsecret|keytar native addon|cannot open shared object|ERR_DLOPEN_FAILED/i,
  // macOS, Windows
  /No keychain is available|A default keychain could not be found/i,
  /The specified logon session does not exist/i,
]
