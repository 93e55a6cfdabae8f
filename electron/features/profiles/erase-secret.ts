import type { StoredProfile } from './profile-document'
import type { ProfileRegistry } from './profile-registry'
import type { ProfileSecrets } from './profile-secrets'

export interface EraseDeps {
  readonly registry: Pick<ProfileRegistry, 'toErase' | 'setToErase'>
  readonly secrets: Pick<ProfileSecrets, 'forget' | 'eraseStored'>
}

/** Forgets a profile's secret. What a locked keychain keeps for now is noted and deleted once it is unlocked. */
export async function eraseSecret({ registry, secrets }: EraseDeps, profile: StoredProfile): Promise<void> {
  secrets.forget(profile.id)
  if (!profile.inKeychain) return
  registry.setToErase(profile.id, true)
  if (await secrets.eraseStored(profile.id)) registry.setToErase(profile.id, false)
}

/** Deletes what is still to be deleted. Call it when the keychain has proved that it works. */
export async function eraseLeftovers({ registry, secrets }: EraseDeps): Promise<void> {
  for (const id of registry.toErase()) {
    await secrets.eraseStored(id)
    // A working keychain that deleted nothing holds nothing.
    registry.setToErase(id, false)
  }
}
