import { randomUUID } from 'node:crypto'
import { inferredName } from '@shared/api/inferred-names'
import type { ProfileDraft, profilesOperations } from '@shared/features/profiles'
import type { Caller, Handler } from '@shared/ipc/define'
import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import type { Confirm } from '../../platform/confirm'
import { accountFingerprint } from './account'
import { eraseSecret } from './erase-secret'
import type { StoredProfile } from './profile-document'
import { draftProblems, draftSecret, fromDraft, sameOrigin } from './profile-draft'
import type { ProfileRegistry } from './profile-registry'
import type { ProfileSecret, ProfileSecrets } from './profile-secrets'
import { refuseWhileUnfinished, type Unfinished } from './unfinished'

export interface SaveProfileDeps {
  readonly registry: ProfileRegistry
  readonly secrets: ProfileSecrets
  readonly confirm: Confirm
  readonly unfinished: Unfinished
}

/** The keychain is written before `profiles.json`: an entry without its profile opens nothing. */
export function saveProfile(deps: SaveProfileDeps): Handler<typeof profilesOperations.saveProfile> {
  const { registry, secrets, confirm } = deps

  return async (draft, caller) => {
    const before = draft.id === undefined ? undefined : registry.find(draft.id)
    if (draft.id !== undefined && !before) return err(appError('NOT_FOUND', 'there is no such profile'))
    const fields = draftProblems(draft)
    if (Object.keys(fields).length > 0) {
      return err(appError('INVALID_INPUT', 'the profile is not complete', { fields }))
    }
    const next = fromDraft(
      { ...draft, confirmedNames: draft.confirmedNames ?? before?.confirmedNames },
      before?.id ?? randomUUID(),
    )
    const account = accountFingerprint(next)
    if (before && accountFingerprint(before) !== account) {
      const finished = await refuseWhileUnfinished(deps.unfinished, before.id, account)
      if (!finished.ok) return finished
    }
    if (!(await mayAllowChanges(draft, before, caller))) {
      return err(appError('DECLINED', 'the profile stays read-only'))
    }
    const sameHome = before !== undefined && sameOrigin(before, next) ? before : undefined
    if (!(await mayConfirmNames(next, before, caller))) {
      return err(appError('DECLINED', 'the names stay unconfirmed'))
    }
    const secret = await draftSecret(secrets, draft, sameHome)
    if (!secret.ok) return secret

    if (secret.value) {
      const kept = await keepSecret(next, secret.value, draft.keepIn, before)
      if (!kept.ok) return kept
      registry.put(kept.value)
      return ok({ profile: registry.view(kept.value), secretErased: false })
    }
    const saved = sameHome
      ? { ...next, inKeychain: sameHome.inKeychain, hasApiKey: sameHome.hasApiKey }
      : next
    const erased =
      before !== undefined && !sameHome && (before.inKeychain || secrets.isInMemoryOnly(before.id))
    if (erased) await eraseSecret(deps, before)
    registry.put(saved)
    return ok({ profile: registry.view(saved), secretErased: erased })
  }

  function mayAllowChanges(draft: ProfileDraft, before: StoredProfile | undefined, caller: Caller) {
    if (!before?.readOnly || draft.readOnly) return true
    return confirm('allowChanges', { name: before.name }, caller)
  }

  /** A name that was right at one server may be wrong at another one. */
  function mayConfirmNames(next: StoredProfile, before: StoredProfile | undefined, caller: Caller) {
    const known = before && sameOrigin(before, next) ? (before.confirmedNames ?? []) : []
    const added = (next.confirmedNames ?? []).filter((name) => !known.includes(name))
    if (added.length === 0) return true
    return confirm('confirmNames', { name: next.name, names: added.map(inferredName).join(', ') }, caller)
  }

  async function keepSecret(
    next: StoredProfile,
    secret: ProfileSecret,
    place: ProfileDraft['keepIn'],
    before: StoredProfile | undefined,
  ) {
    if (place === 'session' && before) await eraseSecret(deps, before)
    const kept = await secrets.keep(next, secret, place)
    if (!kept.ok) return kept
    const inKeychain = place === 'keychain'
    if (inKeychain) registry.setToErase(next.id, false)
    return ok({ ...next, inKeychain, hasApiKey: secret.apiKey !== undefined })
  }
}
