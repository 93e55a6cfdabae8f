import type { profilesOperations } from '@shared/features/profiles'
import type { Handlers } from '@shared/ipc/define'
import type { AppError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { ok, type Result } from '@shared/kernel/result'
import type { Connection, DistributorApi } from '../../api'
import type { Confirm } from '../../platform/confirm'
import type { Keychain } from '../../platform/keychain'
import type { SandboxProcesses } from '../../platform/sandbox-process'
import { accountFingerprint } from './account'
import { mayCommand } from './command-guard'
import { createConnect, type OutsideSandbox } from './connect'
import { eraseLeftovers } from './erase-secret'
import { oneAtATime } from './one-at-a-time'
import { openProfileDocument } from './profile-document'
import { createProfileRegistry } from './profile-registry'
import { createProfileSecrets } from './profile-secrets'
import { removeProfile } from './remove-profile'
import { resetSandbox } from './reset-sandbox'
import { saveProfile } from './save-profile'
import { selectProfile } from './select-profile'
import { testConnection } from './test-connection'
import type { Unfinished } from './unfinished'

/** What the rest of main needs of profiles. */
export interface Profiles {
  /**
   * Where and as whom to call the API for a profile. `SIGNED_OUT` with `params.reason` when there are no
   * credentials to use; see connect.ts.
   */
  connection(profile: ProfileId): Promise<Result<Connection, AppError<never>>>
  /** Whether a profile may change anything at the API. */
  mayCommand(profile: ProfileId): Result<void, AppError<'READ_ONLY' | 'NO_JOURNAL'>>
  /** Whether it works with the built-in sandbox. */
  isBuiltInSandbox(profile: ProfileId): boolean
  /** Its name; its key where it is gone. */
  nameOf(profile: ProfileId): string
  /** The one that a window works with. */
  activeIn(windowId: number): ProfileId
  /** Fingerprint of where and as whom a profile works; `undefined` when there is no such profile. */
  accountOf(profile: ProfileId): string | undefined
  /** Profiles that work where and as whom this one does, it among them. */
  sameAccount(profile: ProfileId): readonly ProfileId[]
  /** How many there are and of what kind, for diagnostics: no name, no address. */
  summary(): readonly string[]
  readonly handlers: Handlers<typeof profilesOperations>
  /** Name that an unusable `profiles.json` was put aside under. */
  readonly setAside: string | undefined
}

export interface ProfilesDeps {
  /** User-data folder. */
  readonly folder: string
  readonly keychain: Keychain
  readonly sandbox: SandboxProcesses
  readonly outsideSandbox?: OutsideSandbox | undefined
  readonly confirm: Confirm
  /** Tries a connection; see the API client. */
  readonly check: DistributorApi['check']
  /** Is told every secret that is read or given, so that it is kept out of the log. */
  readonly rememberSecret: (secret: string) => void
  /**
   * Called after every change of a profile or of the keychain's state; see the event `profiles.changed`.
   * @param ordersAreOthers although a profile works where it did
   */
  readonly changed: (renewed: readonly ProfileId[], ordersAreOthers?: boolean) => void
  readonly unfinished: Unfinished
  /** Called just before a profile is removed: what is kept for it is to be deleted even if that ends half-way. */
  readonly leaving: (profile: ProfileId) => void
  /** Called when a profile was removed, to forget what else was kept for it. */
  readonly removed: (profile: ProfileId) => void
}

export function createProfiles(deps: ProfilesDeps): Profiles {
  const { keychain, sandbox, changed, unfinished, leaving, removed } = deps
  const document = openProfileDocument(deps.folder)
  const secrets = createProfileSecrets(keychain, deps.rememberSecret)
  const registry = createProfileRegistry({ document, secrets, keychain: keychain.status, changed })
  const connection = createConnect({ ...deps, registry, secrets })
  const inTurn = oneAtATime()

  const eraseInTurn = inTurn(() => eraseLeftovers({ registry, secrets }))
  keychain.onChange(({ state }) => {
    changed([])
    if (state === 'ready') void eraseInTurn()
  })

  return {
    connection,
    mayCommand: (profile) => mayCommand(registry, profile),
    isBuiltInSandbox: (id) => registry.find(id)?.environment === 'built-in-sandbox',
    activeIn: (windowId) => registry.active(windowId).id,
    nameOf: (id) => registry.find(id)?.name ?? id,
    accountOf: (id) => {
      const profile = registry.find(id)
      return profile && accountFingerprint(profile)
    },
    sameAccount: (id) => {
      const own = registry.find(id)
      const account = own && accountFingerprint(own)
      const others = registry
        .all()
        .filter((profile) => profile.id !== id && accountFingerprint(profile) === account)
      return [id, ...others.map((profile) => profile.id)]
    },
    summary: () =>
      registry.all().map((profile) => {
        const { environment, readOnly, secret, access } = registry.view(profile)
        return `${environment}, ${readOnly ? 'read-only' : 'read and write'}, secret: ${secret}, access: ${access}`
      }),
    setAside: document.setAside,
    handlers: {
      listProfiles: (_input, { windowId }) => ok(registry.list(windowId)),
      saveProfile: inTurn(saveProfile({ registry, secrets, confirm: deps.confirm, unfinished })),
      removeProfile: inTurn(
        removeProfile({ registry, secrets, sandbox, unfinished, leaving, removed, confirm: deps.confirm }),
      ),
      selectProfile: selectProfile(registry),
      resetSandbox: resetSandbox({ registry, sandbox, changed, unfinished }),
      testConnection: testConnection({ registry, secrets, connection, check: deps.check }),
      checkKeychain: async () => ok(await keychain.check()),
    },
  }
}
