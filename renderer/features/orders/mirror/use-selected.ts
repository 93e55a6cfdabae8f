import type { ListChoice } from '@shared/features/mirror'
import type { ProfileId } from '@shared/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type RowSelection, selectedCount } from '../../../grid/long/row-selection'
import { mirrorQueries } from './mirror-queries'
import { isListGone, type MirrorList, questionOf } from './use-mirror-list'

export const choiceOf = ({ kind, keys }: RowSelection): ListChoice => ({ kind, references: [...keys] })

/**
 * What is selected of a list in the local copy, as its store counts it: selected orders may not be in the list, and nor may
 * those that were taken out of a selection of all.
 * @param list `undefined`: it is not read from the copy, and nothing is counted
 */
export function useSelected(profile: ProfileId, list: MirrorList | undefined, selection: RowSelection) {
  const question = list?.query.data && questionOf(list.query.data.query)
  const isAll = selection.kind === 'all-but' && selection.keys.length === 0
  const isNone = selection.kind === 'some' && selection.keys.length === 0
  const number = isAll || isNone ? undefined : list?.list
  const counted = useQuery(mirrorQueries.selected(profile, { list: number, question }, choiceOf(selection)))
  const isGone = isListGone(counted.error)
  const renew = list?.refresh
  useEffect(() => {
    if (isGone) renew?.()
  }, [isGone, renew])

  const total = list?.source?.total ?? 0
  const totals = isAll ? list?.totals : isNone ? undefined : counted.data
  const inList = isAll ? total : isNone ? 0 : counted.data?.orders
  return {
    /** All that are selected, in the list or not. */
    count: selectedCount(selection, total, inList),
    /** Those of them that are in the list; `undefined` until they are counted. */
    inList,
    /** Those of them that are not in the list, as far as is known. */
    notShown: selection.kind === 'some' ? selection.keys.length - (inList ?? selection.keys.length) : 0,
    /** What those in the list come to, once that is known. */
    totals,
  }
}
