import type { ListChoice, MirrorQuery, mirrorOperations } from '@shared/features/mirror'
import type { OutputOf } from '@shared/ipc/define'
import type { ProfileId } from '@shared/kernel/ids'
import { hashKey, queryOptions } from '@tanstack/react-query'
import { blockSize } from '../../../grid/long/row-blocks'
import { ipc } from '../../../lib/ipc'
import { ordersKey } from '../queries'

/** Milliseconds that a list out of sight is kept; the copy itself keeps few. */
const keepFor = 60_000

/** Milliseconds after which a list that comes into sight again is made anew; changes do that at any time. */
const freshFor = 5000

/** A list, and the question that it answers. */
export type MirrorAnswer = OutputOf<(typeof mirrorOperations)['queryMirror']> & {
  readonly query: MirrorQuery
}

/** Reads of the local copy. Keys begin with the feature and the profile. */
export const mirrorQueries = {
  /** A list of what matches, and its first rows. What was asked before stays in sight until they are there. */
  list: (profile: ProfileId, query: MirrorQuery) => {
    const queryKey = [...ordersKey(profile), 'mirror-list', query] as const
    return queryOptions({
      queryKey,
      queryFn: async ({ client }): Promise<MirrorAnswer> => {
        const answer = await ipc.mirror.queryMirror({ profile, query, rows: blockSize })
        // A list that is in sight already is made anew whole: one that is short at first would lose the place in it.
        const isInSight = client.getQueryCache().find({ queryKey })?.isActive()
        if (answer.total !== undefined || !isInSight) return { ...answer, query }
        const { orders } = await ipc.mirror.totalMirror({ profile, list: answer.list })
        return { ...answer, total: orders, query }
      },
      placeholderData: (previous: MirrorAnswer | undefined, last) =>
        last?.queryKey[1] === profile ? previous : undefined,
      retry: false,
      staleTime: freshFor,
      gcTime: keepFor,
      refetchOnWindowFocus: false,
    })
  },

  /** How many orders a list has and what they come to, once it is whole. */
  totals: (profile: ProfileId, list: number | undefined) =>
    queryOptions({
      queryKey: [...ordersKey(profile), 'mirror-totals', list] as const,
      queryFn: () => ipc.mirror.totalMirror({ profile, list: list ?? 0 }),
      enabled: list !== undefined,
      placeholderData: (previous, last) => (last?.queryKey[1] === profile ? previous : undefined),
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: keepFor,
    }),

  /** The same of what is selected in a list. What another selection came to is never shown as what this one does. */
  selected: (
    profile: ProfileId,
    { list, question }: { list: number | undefined; question: string | undefined },
    choice: ListChoice,
  ) =>
    queryOptions({
      queryKey: [
        ...ordersKey(profile),
        'mirror-selected',
        list,
        hashKey([profile, question, choice]),
      ] as const,
      queryFn: () => ipc.mirror.totalMirror({ profile, list: list ?? 0, choice }),
      enabled: list !== undefined,
      // The same of the list before this one, until it is counted anew.
      placeholderData: (previous, last) =>
        last?.queryKey.at(-1) === hashKey([profile, question, choice]) ? previous : undefined,
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
    }),

  /** Where an order stands in a list, and which ones stand beside it. */
  place: (profile: ProfileId, list: number, order: string) =>
    queryOptions({
      queryKey: [...ordersKey(profile), 'mirror-place', list, order] as const,
      queryFn: async () => {
        const { at } = await ipc.mirror.findInMirror({ profile, list, order })
        if (at === undefined) return {}
        const from = Math.max(at - 1, 0)
        const { rows } = await ipc.mirror.readMirror({ profile, list, from, count: at - from + 2 })
        return {
          position: at + 1,
          previous: at === 0 ? undefined : rows[0]?.reference,
          next: rows[at - from + 1]?.reference,
        }
      },
      retry: false,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: keepFor,
    }),
}
