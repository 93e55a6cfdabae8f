import type { Operation } from '@shared/features/operations'
import type { OperationId, ProfileId } from '@shared/kernel/ids'
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onEvent } from '../../../lib/events'
import { ipc } from '../../../lib/ipc'
import { readAnew } from '../../../lib/read-anew'

/** The operations as the journal has them, asked again whenever it says that one of them changed. */
export function useOperations(
  profile: ProfileId,
  ids: readonly OperationId[],
): readonly (Operation | undefined)[] {
  const client = useQueryClient()
  useEffect(
    () =>
      onEvent('journal.changed', ({ operationIds }) => {
        for (const id of operationIds) {
          if (ids.includes(id)) void readAnew(client, operationKey(profile, id))
        }
      }),
    [client, profile, ids],
  )
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: operationKey(profile, id),
      queryFn: () => ipc.operations.getOperation({ operation: id }),
    })),
    combine: (results) => results.map(({ data }) => data?.operation),
  })
}

const operationKey = (profile: ProfileId, id: OperationId) => ['operations', profile, 'one', id]
