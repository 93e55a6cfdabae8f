import type { BatchKind, GivenReference } from '@shared/features/batches'
import type { ProfileId } from '@shared/kernel/ids'
import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { ipc } from '../../../lib/ipc'
import { useOnce } from '../../../lib/use-once'
import { planPath } from '../paths'

/**
 * Has references looked up for an action, and goes to where that is followed. Nothing is sent.
 * @param references asked for once the action is chosen
 */
export function useBeginPlan(
  profile: ProfileId,
  kind: BatchKind,
  references: () => Promise<readonly GivenReference[]>,
) {
  const [, navigate] = useLocation()
  return useOnce(
    useMutation({
      mutationFn: async () =>
        ipc.batches.resolveBatch({ profile, kind, references: [...(await references())] }),
      onSuccess: ({ plan }) => navigate(planPath(plan)),
    }),
    { again: true },
  )
}
