import type { BatchId, BatchLine } from '@shared/features/batches'
import type { ProfileId } from '@shared/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ipc } from '../../lib/ipc'
import { type RowResult, type StockDesk, useDesk } from './stock-desk'

/** Lines that are read at once. */
const linesAtOnce = 500

/**
 * Follows the save of this window: puts on each row what became of it, and gives back to the person as an edit what was
 * not saved. Keys as those of batches, so that whatever changes them reads this again as well.
 */
export function useSaveResults(profile: ProfileId, desk: StockDesk, onSettled: () => void): void {
  const batch = useDesk(desk, (view) => view.batch)
  const lines = useQuery({
    queryKey: ['batches', profile, 'batch-lines', batch, 'of-stock'] as const,
    queryFn: () => readLines(batch as BatchId),
    enabled: batch !== undefined,
  })
  const { data } = lines
  useEffect(() => {
    if (!data) return
    desk.stands(new Map(data.map((line) => [line.reference, resultOf(line)])))
    if (data.every(({ state }) => isAtRest(state))) onSettled()
  }, [data, desk, onSettled])
}

const isAtRest = (state: BatchLine['state']): boolean => !['queued', 'sending', 'at-supplier'].includes(state)

const resultOf = ({ state, error, why }: BatchLine): RowResult => {
  const code = error?.code ?? why
  return { state, ...(code === undefined ? {} : { why: code }) }
}

async function readLines(batch: BatchId): Promise<BatchLine[]> {
  const all: BatchLine[] = []
  for (;;) {
    const { lines, total } = await ipc.batches.listBatchLines({
      batch,
      offset: all.length,
      limit: linesAtOnce,
    })
    all.push(...lines)
    if (lines.length === 0 || all.length >= total) return all
  }
}
