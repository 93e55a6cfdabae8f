import type { Batch, BatchId, BatchLine, LineState } from '@shared/features/batches'
import type { ProfileId } from '@shared/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ipc } from '../../lib/ipc'
import { BatchNotice, batchesOptions, batchOptions, readAll } from '../batches'
import { type RowResult, type StockDesk, useDesk } from './stock-desk'

/** Lines that are read at once. */
const linesAtOnce = 500

interface FollowedSavesProps {
  readonly profile: ProfileId
  readonly desk: StockDesk
  /** Rows may be other ones now. */
  readonly onSettled: () => void
}

/**
 * Follows every save that has not ended, also one that another window or an earlier run of the program began: says on each
 * row what became of it, and above the list why one waits.
 */
export function FollowedSaves({ profile, desk, onSettled }: FollowedSavesProps) {
  const followed = useDesk(desk, (view) => view.followed)
  const { data } = useQuery(batchesOptions(profile))
  useEffect(() => {
    const open = data?.batches.filter((batch) => batch.kind === 'stock' && !isOver(batch)) ?? []
    desk.follow(open.map(({ id }) => id))
  }, [data, desk])
  return followed.map((batch) => <FollowedSave key={batch} {...{ profile, desk, batch, onSettled }} />)
}

function FollowedSave({ profile, desk, batch, onSettled }: FollowedSavesProps & { batch: BatchId }) {
  const save = useQuery(batchOptions(profile, batch)).data?.batch
  // Keys as those of batches, so that whatever changes them reads this again as well.
  const { data: lines } = useQuery({
    queryKey: ['batches', profile, 'batch-lines', batch, 'of-stock'] as const,
    queryFn: () => readAll((offset) => ipc.batches.listBatchLines({ batch, offset, limit: linesAtOnce })),
  })
  useEffect(() => {
    if (!lines) return
    desk.stands(batch, new Map(lines.map((line) => [line.reference, resultOf(line)])))
    if (lines.every(({ state }) => !underWay.includes(state))) onSettled()
  }, [batch, lines, desk, onSettled])
  return save && !isOver(save) ? <BatchNotice batch={save} /> : null
}

/** Nothing more becomes of it by itself or by a person. */
const isOver = ({ state, counts }: Batch): boolean =>
  (state === 'finished' || state === 'stopped') && [...underWay, ...notKnown].every((open) => !counts[open])

const underWay: readonly LineState[] = ['queued', 'sending', 'at-supplier']
const notKnown: readonly LineState[] = ['unknown', 'needs-review']

const resultOf = ({ state, error, why }: BatchLine): RowResult => {
  const code = error?.code ?? why
  return { state, ...(code === undefined ? {} : { why: code }) }
}
