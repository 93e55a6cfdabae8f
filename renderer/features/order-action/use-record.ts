import { type OperationId, operationIdSchema } from '@shared/kernel/ids'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { toAppError } from '../../lib/present-error'

/** The operation that is followed: the one just asked for, or one that was before and is not settled. */
export interface Followed {
  readonly id: OperationId
  readonly earlier: boolean
}

interface RecordOptions<Input> {
  /** Has the operation recorded; answers once it is on disk. */
  readonly record: (input: Input) => Promise<{ readonly operations: readonly OperationId[] }>
  readonly onFollow: (followed: Followed) => void
  /** Called where the order, or the contact, is not what the person saw. */
  readonly onOrderChanged?: () => void
}

/**
 * Asks for one operation and says which to follow: whoever asks while an earlier one is unsettled is taken to that one.
 * A second click finds the first, also before the button could be drawn as busy.
 */
export function useRecord<Input>({ record, onFollow, onOrderChanged }: RecordOptions<Input>) {
  const taken = useRef(false)
  const mutation = useMutation({
    mutationFn: record,
    onSuccess: ({ operations: [id] }) => id && onFollow({ id, earlier: false }),
    onError: (error) => {
      taken.current = false
      const { code, params } = toAppError(error)
      const id = operationIdSchema.safeParse(params?.operation).data
      if (code === 'ALREADY_IN_PROGRESS' && id) onFollow({ id, earlier: true })
      if (code === 'ORDER_CHANGED' || code === 'CONTACT_CHANGED') onOrderChanged?.()
    },
  })
  return {
    send: (input: Input) => {
      if (taken.current) return
      taken.current = true
      mutation.mutate(input)
    },
    reset: () => {
      taken.current = false
      mutation.reset()
    },
    sending: mutation.isPending || mutation.isSuccess,
    error: mutation.error,
    wasAsked: mutation.isError,
  }
}
