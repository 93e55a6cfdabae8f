import type { profilesOperations } from '@shared/features/profiles'
import type { Handler } from '@shared/ipc/define'
import { appError } from '@shared/kernel/app-error'
import { err, ok } from '@shared/kernel/result'
import type { ProfileRegistry } from './profile-registry'

export function selectProfile(
  registry: Pick<ProfileRegistry, 'find' | 'select'>,
): Handler<typeof profilesOperations.selectProfile> {
  return ({ profile }, { windowId }) => {
    if (!registry.find(profile)) return err(appError('NOT_FOUND', 'there is no such profile'))
    registry.select(profile, windowId)
    return ok({})
  }
}
