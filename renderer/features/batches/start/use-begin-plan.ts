import type { BatchAction, GivenReference, ListedKind } from '@shared/features/batches'
import type { ProfileId } from '@shared/kernel/ids'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { useLocation } from 'wouter'
import { ipc } from '../../../lib/ipc'
import { planPath } from '../paths'

type References = () => Promise<readonly GivenReference[]>

interface Beginning {
  readonly kind: ListedKind
  readonly action: BatchAction | undefined
  readonly references: References
}

/**
 * Has references looked up for an action, and goes to where that is followed. Nothing is sent. A second click while the
 * first is under way does nothing.
 */
export function useBeginPlan(profile: ProfileId, { onError }: { onError?: (error: Error) => void } = {}) {
  const [, navigate] = useLocation()
  const isRunning = useRef(false)
  const { mutate, variables, isPending, error } = useMutation({
    mutationFn: async ({ kind, action, references }: Beginning) =>
      ipc.batches.resolveBatch({
        ...{ profile, kind, references: [...(await references())] },
        ...(action && { action }),
      }),
    onSuccess: ({ plan }) => navigate(planPath(plan)),
    ...(onError && { onError }),
    onSettled: () => {
      isRunning.current = false
    },
  })
  return {
    /**
     * @param references asked for once the action is chosen
     * @param action where there is nothing left to choose: the preview begins by itself
     */
    beginPlan: (kind: ListedKind, references: References, action?: BatchAction) => {
      if (isRunning.current) return
      isRunning.current = true
      mutate({ kind, action, references })
    },
    /** What is being looked up for. */
    running: isPending ? variables.kind : undefined,
    error,
  }
}
