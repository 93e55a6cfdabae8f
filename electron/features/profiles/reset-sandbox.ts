import type { profilesOperations } from '@shared/features/profiles'
import type { Handler } from '@shared/ipc/define'
import { appError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { err, ok } from '@shared/kernel/result'
import type { SandboxProcesses } from '../../platform/sandbox-process'
import type { ProfileRegistry } from './profile-registry'
import { refuseWhileOpen, type Unfinished } from './unfinished'

export function resetSandbox(deps: {
  readonly registry: Pick<ProfileRegistry, 'find'>
  readonly sandbox: Pick<SandboxProcesses, 'reset'>
  readonly unfinished: Pick<Unfinished, 'unsettled'>
  /** Called afterwards: every order of the profile may be another than before. */
  readonly changed: (renewed: readonly ProfileId[], ordersAreOthers: boolean) => void
}): Handler<typeof profilesOperations.resetSandbox> {
  return async ({ profile: id }) => {
    const profile = deps.registry.find(id)
    if (!profile) return err(appError('NOT_FOUND', 'there is no such profile'))
    if (profile.environment !== 'built-in-sandbox') {
      return err(appError('NOT_A_SANDBOX', 'only a built-in sandbox can be reset'))
    }
    const settled = await refuseWhileOpen(deps.unfinished, id)
    if (!settled.ok) return settled
    await deps.sandbox.reset(id)
    deps.changed([id], true)
    return ok({})
  }
}
