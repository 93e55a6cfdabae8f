import { type BatchKind, type GivenReference, maxLines } from '@shared/features/batches'
import type { ProfileId } from '@shared/kernel/ids'
import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { ipc } from '../../../lib/ipc'
import { useOnce } from '../../../lib/use-once'
import { planPath } from '../paths'

/** Has references looked up for an action, and goes to where that is followed. Nothing is sent. */
export function useBeginPlan(profile: ProfileId, kind: BatchKind, references: readonly GivenReference[]) {
  const [, navigate] = useLocation()
  const begin = useOnce(
    useMutation({
      mutationFn: () => ipc.batches.resolveBatch({ profile, kind, references: [...references] }),
      onSuccess: ({ plan }) => navigate(planPath(plan)),
    }),
    { again: true },
  )
  return { ...begin, tooMany: references.length > maxLines }
}
