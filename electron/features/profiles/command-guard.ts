import { type AppError, appError } from '@shared/kernel/app-error'
import type { ProfileId } from '@shared/kernel/ids'
import { err, ok, type Result } from '@shared/kernel/result'
import type { ProfileRegistry } from './profile-registry'

/**
 * Whether a profile may change anything at the API. `READ_ONLY`: the person switched that off. `NO_JOURNAL`: its
 * secret or the journal's key has no durable place, so nothing could be recorded before it is sent.
 */
export function mayCommand(
  registry: Pick<ProfileRegistry, 'find' | 'view'>,
  id: ProfileId,
): Result<void, AppError<'READ_ONLY' | 'NO_JOURNAL'>> {
  const profile = registry.find(id)
  if (!profile) return err(appError('NOT_FOUND', 'there is no such profile'))
  const { access } = registry.view(profile)
  if (access === 'read-only') return err(appError('READ_ONLY', 'this profile is read-only'))
  if (access === 'no-journal') return err(appError('NO_JOURNAL', 'there is no durable keychain'))
  return ok(undefined)
}
