import { mostGroups, type OverviewGrouping } from '@shared/features/mirror'
import type { MirrorGroup, MirrorGroups } from '../protocol'
import { createTally, type Priced, type Tally } from '../totals'

/** Groups of one kind, by their keys. */
export interface Groups {
  add(key: string, amounts: Priced): void
  put(key: string, tally: Tally, title: string | undefined): void
  told(): MirrorGroups
}

export function createGroups(by: OverviewGrouping): Groups {
  const tallies = new Map<string, { readonly tally: Tally; readonly title?: string | undefined }>()
  return {
    add: (key, amounts) => {
      let group = tallies.get(key)
      if (!group) {
        group = { tally: createTally() }
        tallies.set(key, group)
      }
      group.tally.add(amounts)
    },
    put: (key, tally, title) => void tallies.set(key, { tally, title }),
    told: () => {
      const all = [...tallies].map(
        ([key, { tally, title }]): MirrorGroup => ({
          key,
          ...(title === undefined ? {} : { title }),
          ...tally.totals(),
        }),
      )
      const groups = all.sort(by === 'month' ? asTheyFollow : mostFirst)
      // The months that are left out are the earliest.
      const kept = by === 'month' ? groups.slice(-mostGroups) : groups.slice(0, mostGroups)
      return { groups: kept, more: groups.length - kept.length }
    },
  }
}

const asTheyFollow = (a: MirrorGroup, b: MirrorGroup): number => (a.key < b.key ? -1 : 1)
const mostFirst = (a: MirrorGroup, b: MirrorGroup): number => b.orders - a.orders || asTheyFollow(a, b)
