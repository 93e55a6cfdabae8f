import type { ProfileDraft } from '@shared/features/profiles'
import { useMutation } from '@tanstack/react-query'
import { ipc } from '../../../lib/ipc'

/** Tries a connection; the answer is about the draft it was given and is dropped when that changes. */
export function useConnectionTest() {
  return useMutation({ mutationFn: (draft: ProfileDraft) => ipc.profiles.testConnection(draft) })
}
export type ResultOfTest = Pick<ReturnType<typeof useConnectionTest>, 'isPending' | 'error' | 'data'>
