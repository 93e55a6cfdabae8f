import type { BatchKind, GivenReference } from '@shared/features/batches'
import type { ProfileId } from '@shared/kernel/ids'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { useLocation } from 'wouter'
import { ipc } from '../../../lib/ipc'
import { planPath } from '../paths'

type References = () => Promise<readonly GivenReference[]>

/**
 * Has references looked up for an action, and goes to where that is followed. Nothing is sent. A second click while the
 * first is under way does nothing.
 */
export function useBeginPlan(profile: ProfileId, { onError }: { onError?: (error: Error) => void } = {}) {
  const [, navigate] = useLocation()
  const isRunning = useRef(false)
  const { mutate, variables, isPending, error } = useMutation({
    mutationFn: async ({ kind, references }: { kind: BatchKind; references: References }) =>
      ipc.batches.resolveBatch({ profile, kind, references: [...(await references())] }),
    onSuccess: ({ plan }) => navigate(planPath(plan)),
    ...(onError && { onError }),
    onSettled: () => {
      isRunning.current = false
    },
  })
  return {
    /** @param references asked for once the action is chosen */
    beginPlan: (kind: BatchKind, references: References) => {
      if (isRunning.current) return
      isRunning.current = true
      mutate({ kind, references })
    },
    /** What is being looked up for. */
    running: isPending ? variables.kind : undefined,
    error,
  }
}
