import type { UseMutationResult } from '@tanstack/react-query'
import { useRef } from 'react'

/** A mutation that cannot run beside itself. */
export interface Once<Input> {
  readonly run: (input: Input) => void
  readonly reset: () => void
  readonly isRunning: boolean
  readonly error: unknown
}

/**
 * Lets a second click find the first: a mutation says that it is pending only with the next drawing, and both halves of
 * a double click come before it. Another run is possible once one has failed; after a success only with `again`.
 */
export function useOnce<Data, Input = void>(
  mutation: UseMutationResult<Data, Error, Input, unknown>,
  { again = false } = {},
): Once<Input> {
  const running = useRef(false)
  const reopen = () => {
    running.current = false
  }
  return {
    run: (input) => {
      if (running.current) return
      running.current = true
      mutation.mutate(input, again ? { onSettled: reopen } : { onError: reopen })
    },
    reset: mutation.reset,
    isRunning: mutation.isPending,
    error: mutation.error,
  }
}
