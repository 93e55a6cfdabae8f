import type { OverviewWeek } from '@shared/features/mirror'
import { bucketsOf } from './buckets'
import { useStretch } from './use-stretch'

/** Half a year. */
const weeksInSight = 26

/** The weeks that are in sight, the latest ones first of all; those without orders among them. */
export function useWeeks(weeks: readonly OverviewWeek[]) {
  const byMonday = new Map(weeks.map((week) => [week.from, week]))
  const buckets = bucketsOf([...byMonday.keys()], 7)
  const { keys, ...moves } = useStretch(buckets, weeksInSight, buckets.count - 1)
  return { ...moves, weeks: keys.map((monday) => ({ monday, week: byMonday.get(monday) })) }
}
