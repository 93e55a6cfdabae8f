import type { ProfileId } from '@shared/kernel/ids'
import { holdWindow } from '../../../lib/hold-window'
import type { TypedRequest } from './typed-request'

/** What was written of a request that is not made so far, in this window, by profile. */
const drafts = new Map<ProfileId, TypedRequest>()

export const draftOf = (profile: ProfileId): TypedRequest | undefined => drafts.get(profile)

/** Keeps what was written while somebody looks elsewhere; the window is not closed over it without a question. */
export function keepDraft(profile: ProfileId, draft: TypedRequest | undefined): void {
  if (draft) drafts.set(profile, draft)
  else drafts.delete(profile)
  holdWindow(`request to be forgotten of ${profile}`, draft !== undefined)
}
