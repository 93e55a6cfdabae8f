import type { BatchId, LineState, PlanFinding, PlanId } from '@shared/features/batches'
import type { ProfileId } from '@shared/kernel/ids'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { ipc } from '../../lib/ipc'

/** Lines that are read at once. */
const linesAtOnce = 200

/** Where the next page begins; `undefined` once all lines are read. */
function nextOffset(
  { total }: { readonly total: number },
  pages: readonly { readonly lines: readonly unknown[] }[],
): number | undefined {
  const read = pages.reduce((sum, { lines }) => sum + lines.length, 0)
  return read < total ? read : undefined
}

/** The newest batches of a profile, with how many of them wait for an answer. */
export const batchesOptions = (profile: ProfileId) =>
  queryOptions({
    queryKey: ['batches', profile, 'list'] as const,
    queryFn: () => ipc.batches.listBatches({ profile }),
  })

/** Looked at from every screen: few, as they are read again whenever one of them gets on. */
const newest = 10

/** The newest few, of which some may be running. */
export const newestBatchesOptions = (profile: ProfileId) =>
  queryOptions({
    queryKey: ['batches', profile, 'list', 'newest'] as const,
    queryFn: () => ipc.batches.listBatches({ profile, limit: newest }),
  })

export const batchOptions = (profile: ProfileId, batch: BatchId) =>
  queryOptions({
    queryKey: ['batches', profile, 'batch', batch] as const,
    queryFn: () => ipc.batches.getBatch({ batch }),
  })

/** How many lines came back otherwise than was forecast. */
export const differingOptions = (profile: ProfileId, batch: BatchId) =>
  queryOptions({
    queryKey: ['batches', profile, 'batch-differing', batch] as const,
    queryFn: () => ipc.batches.countDiffering({ batch }),
  })

export const batchLinesOptions = (
  profile: ProfileId,
  batch: BatchId,
  which: { readonly states?: readonly LineState[]; readonly differing?: true },
) =>
  infiniteQueryOptions({
    queryKey: ['batches', profile, 'batch-lines', batch, which] as const,
    queryFn: ({ pageParam: offset }) =>
      ipc.batches.listBatchLines({
        batch,
        offset,
        limit: linesAtOnce,
        ...(which.states ? { states: [...which.states] } : {}),
        ...(which.differing ? { differing: true as const } : {}),
      }),
    // What was shown stays until the answer is there, but only of the same batch.
    placeholderData: (previous, query) => (query?.queryKey[3] === batch ? previous : undefined),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => nextOffset(last, pages),
  })

export const planOptions = (profile: ProfileId, plan: PlanId) =>
  queryOptions({
    queryKey: ['batches', profile, 'plan', plan] as const,
    queryFn: () => ipc.batches.getBatchPlan({ plan }),
  })

export const planLinesOptions = (
  profile: ProfileId,
  plan: PlanId,
  findings: readonly PlanFinding[] | undefined,
) =>
  infiniteQueryOptions({
    queryKey: ['batches', profile, 'plan-lines', plan, findings ?? null] as const,
    queryFn: ({ pageParam: offset }) =>
      ipc.batches.listPlanLines({
        plan,
        offset,
        limit: linesAtOnce,
        ...(findings ? { findings: [...findings] } : {}),
      }),
    placeholderData: (previous, query) => (query?.queryKey[3] === plan ? previous : undefined),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => nextOffset(last, pages),
  })

/** Reads every page of something that comes in pages of lines. */
export async function readAll<Line>(
  read: (offset: number) => Promise<{ readonly lines: readonly Line[]; readonly total: number }>,
): Promise<Line[]> {
  const all: Line[] = []
  for (;;) {
    const { lines, total } = await read(all.length)
    all.push(...lines)
    if (lines.length === 0 || all.length >= total) return all
  }
}
