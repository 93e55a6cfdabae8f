import type { MirrorQuery } from '@shared/features/mirror'

/** Row ids of a list in its order, some at a time; a part may be empty. Between two parts others have their turn. */
export type IdSource = Generator<Float64Array, void>

export type Direction = MirrorQuery['sort']['direction']

/** How much of a list is made at once. */
export interface Portions {
  /** Rows of the first parts, which are small, so that the first rows are there at once; the last number counts on. */
  readonly parts: readonly number[]
  /** Rows of the parts of what is to be sorted first, of which nothing can be shown yet. */
  readonly gathered: number
  /** A list of at most so many is sorted as a whole. */
  readonly sortedAtOnce: number
  /** Up to so many that a filter leaves are taken from its index; for more, all orders are walked over. */
  readonly few: number
  /** So many rows of a sort are looked at before all that meet a filter are gathered and sorted. */
  readonly tried: number
}

export const usualPortions: Portions = {
  ...{ parts: [250, 1000, 2500, 5000], gathered: 40_000 },
  ...{ sortedAtOnce: 4000, few: 20_000, tried: 1250 },
}

export function* sizesOf({ parts }: Portions): Generator<number, never> {
  yield* parts
  for (;;) yield parts.at(-1) ?? 1
}

/** The end of the range where a part of it begins and where it ends, by direction. */
export const order = {
  asc: { after: '>', until: '<=', by: 'asc' },
  desc: { after: '<', until: '>=', by: 'desc' },
} as const
