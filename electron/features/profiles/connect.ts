import { randomBytes } from 'node:crypto'
import { baseAddressOf, sandboxBaseAddress } from '@shared/features/profiles'
import { type AppError, appError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import type { Connection } from '../../api'
import type { Keychain } from '../../platform/keychain'
import type { SandboxCredentials, SandboxProcesses } from '../../platform/sandbox-process'
import type { StoredProfile } from './profile-document'
import type { ProfileRegistry } from './profile-registry'
import type { ProfileSecrets } from './profile-secrets'

/** A sandbox that somebody else runs, named by the environment in development. */
export interface OutsideSandbox extends SandboxCredentials {
  readonly origin: string
}

export interface ConnectDeps {
  readonly registry: Pick<ProfileRegistry, 'find' | 'noteInKeychain'>
  readonly secrets: ProfileSecrets
  readonly keychain: Pick<Keychain, 'check' | 'status'>
  readonly sandbox: Pick<SandboxProcesses, 'origin'>
  readonly outsideSandbox?: OutsideSandbox | undefined
}

/**
 * Makes `connection(profileId)`. `SIGNED_OUT` with `params.reason` `secret-missing`, `keychain-missing` or
 * `keychain-locked` when there are no credentials to use; `OFFLINE` when the built-in sandbox does not come up.
 */
export function createConnect(deps: ConnectDeps) {
  const sandboxSecrets = createSandboxSecrets(deps)

  return async (id: ProfileId): Promise<Result<Connection, AppError<never>>> => {
    const profile = deps.registry.find(id)
    if (!profile) return err(appError('NOT_FOUND', 'there is no such profile'))
    return profile.environment === 'built-in-sandbox' ? toSandbox(profile) : toVendor(profile)
  }

  async function toSandbox(profile: StoredProfile): Promise<Result<Connection, AppError<never>>> {
    const credentials = deps.outsideSandbox ?? {
      clientId: profile.clientId,
      clientSecret: await sandboxSecrets(profile),
    }
    const origin = deps.outsideSandbox
      ? ok(deps.outsideSandbox.origin)
      : await deps.sandbox.origin(profile.id, credentials)
    if (!origin.ok) return origin
    return ok({
      profileId: profile.id,
      baseAddress: sandboxBaseAddress(origin.value),
      clientId: credentials.clientId,
      clientSecret: credentials.clientSecret,
      distributorId: profile.distributorId,
      inferredNames: true,
    })
  }

  async function toVendor(profile: StoredProfile): Promise<Result<Connection, AppError<never>>> {
    const { id, environment, address, clientId, scope, distributorId } = profile
    const baseAddress = baseAddressOf(environment, address)
    if (!baseAddress) return err(appError('INVALID_INPUT', 'the base address cannot be used'))
    const found = await deps.secrets.read(profile)
    if (found.ok && found.value) {
      const { clientSecret, apiKey } = found.value
      return ok({
        profileId: id,
        baseAddress,
        clientId,
        clientSecret,
        scope,
        apiKey,
        distributorId,
        inferredNames: false,
        ...(profile.confirmedNames ? { confirmedNames: profile.confirmedNames } : {}),
      })
    }
    return err(await whyNoSecret(profile))
  }

  /** A null beside an entry that was written means locked, unless the keychain proves that it works. */
  async function whyNoSecret(profile: StoredProfile): Promise<AppError<never>> {
    if (!profile.inKeychain) return signedOut('secret-missing')
    const { state } = await deps.keychain.check()
    if (state === 'ready') return signedOut('secret-missing')
    return signedOut(state === 'missing' ? 'keychain-missing' : 'keychain-locked')
  }
}

const signedOut = (reason: string) =>
  appError<never>('SIGNED_OUT', `no credentials: ${reason}`, { params: { reason } })

/**
 * The secret of a built-in sandbox: made here, known to nobody else. It opens nothing but a server that we start with
 * it, so where the keychain does not keep it another one serves until the app ends.
 */
function createSandboxSecrets({ registry, secrets, keychain }: ConnectDeps) {
  const making = new Map<ProfileId, Promise<string>>()

  async function find(profile: StoredProfile): Promise<string> {
    const found = await secrets.read(profile)
    const known = found.ok ? found.value : undefined
    if (known && !secrets.isInMemoryOnly(profile.id)) return known.clientSecret
    const secret = known ?? { clientSecret: randomBytes(24).toString('base64url') }
    const { state } = known ? keychain.status() : await keychain.check()
    const kept = state === 'ready' && (await secrets.keep(profile, secret, 'keychain')).ok
    if (kept) registry.noteInKeychain(profile.id)
    else await secrets.keep(profile, secret, 'session')
    return secret.clientSecret
  }

  return (profile: StoredProfile): Promise<string> => {
    // Two windows at once must not each make one.
    const pending = making.get(profile.id) ?? find(profile).finally(() => making.delete(profile.id))
    making.set(profile.id, pending)
    return pending
  }
}
