import type { Batch } from '@shared/features/batches'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ipc } from '../../../lib/ipc'
import { toastError } from '../../../ui/toasts'
import { batchOptions } from '../queries'

/** Pauses, resumes and stops a batch; what main answers is shown at once. */
export function useSteering({ id, profile }: Pick<Batch, 'id' | 'profile'>) {
  const client = useQueryClient()
  const steer = useMutation({
    mutationFn: (how: 'pause' | 'resume' | 'stop') => {
      if (how === 'pause') return ipc.batches.pauseBatch({ batch: id })
      if (how === 'stop') return ipc.batches.stopBatch({ batch: id })
      return ipc.batches.resumeBatch({ profile, batch: id })
    },
    onSuccess: (answer) => client.setQueryData(batchOptions(profile, id).queryKey, answer),
    onError: (error) => toastError(error),
  })
  return {
    pause: () => steer.mutate('pause'),
    resume: () => steer.mutate('resume'),
    stop: () => steer.mutate('stop'),
    isRunning: steer.isPending,
  }
}
