import type { OperationState } from '@shared/features/operations'
import type { OperationId, ProfileId } from '@shared/kernel/ids'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { ipc } from '../../lib/ipc'

/** Which operations are shown. */
export const stateFilters = {
  all: undefined,
  open: ['queued', 'sending', 'unknown', 'at-supplier', 'needs-review'],
  review: ['needs-review'],
  done: ['done'],
  failed: ['failed', 'withdrawn'],
} as const satisfies Readonly<Record<string, readonly OperationState[] | undefined>>
export type StateFilter = keyof typeof stateFilters

export const operationsKey = (profile: ProfileId) => ['operations', profile] as const

/** The pages of a profile's operations, newest first; of some kinds where they are named. */
export const operationsListOptions = (profile: ProfileId, filter: StateFilter, kinds?: readonly string[]) =>
  infiniteQueryOptions({
    queryKey: [...operationsKey(profile), 'list', filter, kinds ?? null],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam }) => {
      const states = stateFilters[filter]
      return ipc.operations.listOperations({
        profile,
        ...(states ? { states: [...states] } : {}),
        ...(kinds ? { kinds: [...kinds] } : {}),
        ...(pageParam === undefined ? {} : { cursor: pageParam }),
      })
    },
    getNextPageParam: ({ next }) => next,
  })

/** One operation with its history. */
export const operationOptions = (profile: ProfileId, id: OperationId) =>
  queryOptions({
    queryKey: [...operationsKey(profile), 'one', id],
    queryFn: () => ipc.operations.getOperation({ operation: id }),
  })

/** Whether operations can be recorded. */
export const journalStatusOptions = queryOptions({
  queryKey: ['operations', 'journal-status'],
  queryFn: () => ipc.operations.getJournalStatus({}),
})
