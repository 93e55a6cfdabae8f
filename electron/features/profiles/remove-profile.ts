import type { profilesOperations } from '@shared/features/profiles'
import type { Handler } from '@shared/ipc/define'
import { appError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { err, ok } from '@shared/kernel/result'
import type { Confirm } from '../../platform/confirm'
import type { SandboxProcesses } from '../../platform/sandbox-process'
import { eraseSecret } from './erase-secret'
import type { ProfileRegistry } from './profile-registry'
import type { ProfileSecrets } from './profile-secrets'
import { refuseWhileUnfinished, type Unfinished } from './unfinished'

export function removeProfile(deps: {
  readonly registry: ProfileRegistry
  readonly secrets: ProfileSecrets
  readonly sandbox: Pick<SandboxProcesses, 'reset'>
  readonly unfinished: Unfinished
  readonly confirm: Confirm
  /** Called just before it goes: what is kept for it is to be deleted even if this ends here. */
  readonly leaving: (profile: ProfileId) => void
  /** Called afterwards, to forget what else was kept for it. */
  readonly removed: (profile: ProfileId) => void
}): Handler<typeof profilesOperations.removeProfile> {
  return async ({ profile: id }, caller) => {
    const profile = deps.registry.find(id)
    if (!profile) return err(appError('NOT_FOUND', 'there is no such profile'))
    if (deps.registry.all().length === 1) return err(appError('LAST_PROFILE', 'one profile has to stay'))
    const finished = await refuseWhileUnfinished(deps.unfinished, id)
    if (!finished.ok) return finished
    const isSandbox = profile.environment === 'built-in-sandbox'
    const question = isSandbox ? 'removeSandbox' : 'removeProfile'
    if (!(await deps.confirm(question, { name: profile.name }, caller)))
      return err(appError('DECLINED', 'the profile stays'))
    // Something may have been asked for while the question was open.
    const still = await refuseWhileUnfinished(deps.unfinished, id)
    if (!still.ok) return still
    await eraseSecret(deps, profile)
    deps.leaving(id)
    deps.registry.remove(id)
    deps.removed(id)
    if (isSandbox) await deps.sandbox.reset(id)
    return ok({})
  }
}
