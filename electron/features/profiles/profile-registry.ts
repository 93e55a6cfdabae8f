import type { KeychainStatus, Profile, ProfileList } from '@shared/features/profiles'
import { baseAddressOf } from '@shared/features/profiles'
import type { ProfileId } from '@shared/kernel/ids'
import type { JsonDocument } from '../../platform/json-document'
import type { ProfileDocument, StoredProfile } from './profile-document'
import type { ProfileSecrets } from './profile-secrets'

/** The profiles of this installation and which one each window works with. */
export interface ProfileRegistry {
  find(id: ProfileId): StoredProfile | undefined
  all(): readonly StoredProfile[]
  /** Adds or replaces. @throws when the disk refuses */
  put(profile: StoredProfile): void
  /** Notes that the keychain now holds the secret of a profile, which is otherwise the same. */
  noteInKeychain(id: ProfileId): void
  remove(id: ProfileId): void
  /** Notes, or strikes off, that a keychain entry is still to be deleted. */
  setToErase(id: ProfileId, pending: boolean): void
  toErase(): readonly ProfileId[]
  select(id: ProfileId, windowId: number): void
  /** The one that a window works with. */
  active(windowId: number): StoredProfile
  list(windowId: number): ProfileList
  view(profile: StoredProfile): Profile
}

export interface RegistryDeps {
  readonly document: JsonDocument<ProfileDocument>
  readonly secrets: Pick<ProfileSecrets, 'isInMemoryOnly'>
  readonly keychain: () => KeychainStatus
  /** Called after every change; `renewed` are profiles that may point elsewhere now. */
  readonly changed: (renewed: readonly ProfileId[]) => void
}

export function createProfileRegistry({
  document,
  secrets,
  keychain,
  changed,
}: RegistryDeps): ProfileRegistry {
  const byWindow = new Map<number, ProfileId>()
  const all = () => document.read().profiles
  const find = (id: ProfileId) => all().find((profile) => profile.id === id)

  function write(change: Partial<ProfileDocument>, renewed: readonly ProfileId[] = []): void {
    document.write({ ...document.read(), ...change })
    changed(renewed)
  }

  function active(windowId: number): StoredProfile {
    const chosen = byWindow.get(windowId) ?? document.read().active
    const [first] = all()
    const profile = (chosen && find(chosen)) ?? first
    if (!profile) throw new Error('there is no profile')
    // Another window's choice must not switch this one.
    byWindow.set(windowId, profile.id)
    return profile
  }

  const view = (profile: StoredProfile) =>
    profileView(profile, secrets.isInMemoryOnly(profile.id), keychain())

  return {
    find,
    all,
    put: (profile) => {
      const others = all()
      const at = others.findIndex(({ id }) => id === profile.id)
      write({ profiles: at < 0 ? [...others, profile] : others.with(at, profile) }, [profile.id])
    },
    noteInKeychain: (id) =>
      write({
        profiles: all().map((profile) => (profile.id === id ? { ...profile, inKeychain: true } : profile)),
      }),
    remove: (id) => write({ profiles: all().filter((profile) => profile.id !== id) }),
    setToErase: (id, pending) => {
      const others = document.read().toErase.filter((other) => other !== id)
      if (!pending && others.length === document.read().toErase.length) return
      write({ toErase: pending ? [...others, id] : others })
    },
    toErase: () => document.read().toErase,
    select: (id, windowId) => {
      byWindow.set(windowId, id)
      if (document.read().active !== id) document.write({ ...document.read(), active: id })
    },
    active,
    list: (windowId) => ({ profiles: all().map(view), active: active(windowId).id, keychain: keychain() }),
    view,
  }
}

function profileView(profile: StoredProfile, inMemoryOnly: boolean, keychain: KeychainStatus): Profile {
  const { id, name, environment, clientId, scope, distributorId, readOnly, hasApiKey, confirmedNames } =
    profile
  const baseAddress = baseAddressOf(environment, profile.address)
  const secret = inMemoryOnly ? 'session' : profile.inKeychain ? 'keychain' : 'none'
  const durable = secret !== 'session' && (keychain.state === 'ready' || keychain.state === 'unchecked')
  return {
    id,
    name,
    environment,
    ...(baseAddress === undefined ? {} : { baseAddress }),
    clientId,
    ...(scope === undefined ? {} : { scope }),
    distributorId,
    readOnly,
    ...(confirmedNames ? { confirmedNames } : {}),
    secret,
    hasApiKey,
    access: readOnly ? 'read-only' : durable ? 'full' : 'no-journal',
  }
}
