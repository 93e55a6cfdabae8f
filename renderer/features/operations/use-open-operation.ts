import { operationIdSchema } from '@shared/kernel/ids'
import { useCallback } from 'react'
import { useLocation, useRoute } from 'wouter'

const listPath = '/operations'

/** Which operation the address names, and going to another one. */
export function useOpenOperation() {
  const [, navigate] = useLocation()
  const [, params] = useRoute('/operations/:id')
  const id = operationIdSchema.safeParse(params?.id).data
  const open = useCallback(
    (next: string) => navigate(`${listPath}/${next}`, { replace: id !== undefined }),
    [navigate, id],
  )
  const close = useCallback(() => navigate(listPath), [navigate])
  return { id, open, close }
}
